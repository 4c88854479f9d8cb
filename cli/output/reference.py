"""How a report is cited: program, version, dataset, revision, command."""

import datetime as dt
import re
from collections.abc import Mapping

from secdb import __version__

from .provenance import provenance


def reference(style: str, title: str, about: Mapping[str, object], command: str) -> str:
    """Return a reference for a report, as a sentence or as an entry of BibTeX."""
    today = dt.datetime.now(tz=dt.UTC).date()
    version, *said = provenance(about).split(", ")
    if "dataset" in about:
        said[0] = f"dataset {said[0]}"
    made = ", ".join(said)
    if style == "text":
        return f"{_sentence(title)} {_sentence(', '.join([version, *said]))} Made on {today} with: {command}"
    key = re.sub(r"[^a-z0-9]+", "-", "-".join([*command.split()[:3], *map(str, _days(about))]).lower()).strip("-")
    fields = {
        "author": "{secdb}",
        "title": f"{{{_escaped(title)}}}",
        "year": str(today.year),
        "howpublished": _escaped(", ".join(filter(None, [f"secdb {__version__}", made]))),
        "note": f"Made on {today} with: \\texttt{{{_escaped(command)}}}",
    }
    lines = ",\n".join(f"  {name} = {{{value}}}" for name, value in fields.items())
    return f"@misc{{{key},\n{lines}\n}}"


def _sentence(text: str) -> str:
    return text if text.endswith((".", "?", "!")) else f"{text}."


def _days(about: Mapping[str, object]) -> list[object]:
    return [about[name] for name in ("on", "from", "to", "revision") if about.get(name) is not None]


def _escaped(text: str) -> str:
    """Return the text as TeX prints it."""
    special = {"\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}
    return "".join(special.get(one, f"\\{one}" if one in "&%$#_" else one) for one in text)
