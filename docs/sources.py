"""What modules say of themselves, on a page: between `<!-- from MODULE -->` and `<!-- end -->` stands the docstring."""

from __future__ import annotations

import inspect
import re
from importlib import import_module

PLACE = re.compile(r"<!-- from (?P<module>[\w.]+) -->\n.*?<!-- end -->", re.DOTALL)


def filled(page: str) -> str:
    """Return the page with each docstring as it is now."""
    return PLACE.sub(_said, page)


def _said(found: re.Match[str]) -> str:
    text = inspect.getdoc(import_module(found["module"]))
    return f"<!-- from {found['module']} -->\n{text}\n<!-- end -->"
