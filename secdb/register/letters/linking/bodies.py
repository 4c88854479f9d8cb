"""Which treaty is meant by the body whose members a letter lists."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from secdb.errors import DateError
from secdb.names import NEAREST, fold
from secdb.period import parse_date

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from secdb.database.reader import Row
    from secdb.lookup import Rows

_LIKE = 0.5
"""Share of words in common from which a name is offered."""

_NAMES = """
SELECT treaty, title AS name, 1 AS place, signed_earliest FROM treaties
UNION ALL SELECT t.treaty, t.treaty, 4, t.signed_earliest FROM treaties AS t
UNION ALL SELECT n.treaty, n.name, 3, t.signed_earliest
FROM treaty_names AS n JOIN treaties AS t ON t.treaty = n.treaty
UNION ALL SELECT o.treaty, o.name, 2, t.signed_earliest
FROM organizations AS o JOIN treaties AS t ON t.treaty = o.treaty
UNION ALL SELECT o.treaty, o.organization, 4, t.signed_earliest
FROM organizations AS o JOIN treaties AS t ON t.treaty = o.treaty
ORDER BY place, treaty, name
"""
_CODES = 4  # their place among the names
_ABBREVIATION = re.compile(r"\s*[(\[][^()\[\]]{1,20}[)\]]\s*$")
_SPELLINGS = {"organisation": "organization", "organisations": "organizations"}
_ARTICLES = frozenset({"the"})  # those at the beginning are gone when a name is folded


@dataclass(frozen=True, slots=True)
class Offer:
    """A treaty that may be meant: its code and the recorded name that is near."""

    code: str
    name: str


@dataclass(frozen=True, slots=True)
class Body:
    """The code of the treaty that a body surely is, else None and up to five treaties offered, the nearest first."""

    treaty: str | None
    offered: tuple[Offer, ...] = ()


class _Known(NamedTuple):
    """A recorded name or code of a treaty, or of an organization that it founds, and the day the treaty was signed."""

    treaty: str
    name: str
    signed: str | None
    is_code: bool


def bodies_like(rows: Rows, body: str, *, day: str | None) -> Body:
    """Return which treaty a body is; an organization stands for the treaty that founds it.

    The treaty is named when the body has exactly, folded, a recorded name or the code of one treaty or organization.
    Failing that, a difference in articles, in "Organisation" for "Organization" or in an abbreviation in brackets at
    the end does no harm. A name that two treaties have, or that of a treaty signed after the day of the list (a date
    in any form that secdb reads), names none: these are offered, then the treaties with the nearest names.
    """
    known = list(map(_known, rows.rows(_NAMES)))
    named = _having(known, body, fold) or _having(known, body, _plain)
    treaties = {one.treaty for one in named}
    last = _last_day(day)
    if len(treaties) == 1 and not (last and (named[0].signed or "") > last):
        return Body(named[0].treaty)
    offered: dict[str, Offer] = {}
    for one in [*named, *_nearest(known, body)]:
        offered.setdefault(one.treaty, Offer(one.treaty, one.name))
    return Body(None, tuple(offered.values())[:NEAREST])


def _known(row: Row) -> _Known:
    return _Known(row["treaty"], row["name"], row["signed_earliest"], row["place"] == _CODES)


def _having(known: Iterable[_Known], body: str, form: Callable[[str], str]) -> list[_Known]:
    wanted = form(body)
    return [one for one in known if form(one.name) == wanted] if wanted else []


def _plain(name: str) -> str:
    """Return the name folded, without articles and a bracket at its end, "organisation" in its other spelling."""
    words = fold(_ABBREVIATION.sub("", name)).split()
    return " ".join(_SPELLINGS.get(word, word) for word in words if word not in _ARTICLES)


def _nearest(known: Iterable[_Known], body: str) -> list[_Known]:
    """Return names with at least half of the words in common, then those with the likest letters."""
    from difflib import get_close_matches  # only when a name is not on record

    by_name: defaultdict[str, list[_Known]] = defaultdict(list)
    for one in (one for one in known if not one.is_code):
        by_name[_plain(one.name)].append(one)
    wanted = _plain(body)
    shares = {name: _share(name, wanted) for name in by_name}
    alike = sorted((name for name in by_name if shares[name] >= _LIKE), key=lambda name: -shares[name])
    near = [*alike, *get_close_matches(wanted, by_name, NEAREST)]
    return [one for name in near for one in by_name[name]]


def _share(one: str, other: str) -> float:
    words, others = set(one.split()), set(other.split())
    return 2 * len(words & others) / (len(words) + len(others) or 1)


def _last_day(day: str | None) -> str | None:
    try:
        last = parse_date(day or "").latest
    except DateError:
        return None
    return last.isoformat() if last else None
