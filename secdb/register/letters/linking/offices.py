"""In which offices, for which States and when a person on record is known: by tenures, statements and acts."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from math import inf
from typing import TYPE_CHECKING, NamedTuple

from secdb.errors import DateError
from secdb.period import parse_date
from secdb.vocabulary import Office

if TYPE_CHECKING:
    from collections.abc import Sequence

    from secdb.database.reader import Row
    from secdb.lookup import Rows

# attested tenures are places under statements, so the recorded ones are enough; an end is the day after the last
_EVIDENCE = """
SELECT person, state, office, acting, accredited_to, COALESCE(start_earliest, start_latest) AS since,
  COALESCE(end_latest, end_earliest) AS until, CAST(NULL AS DATE) AS last_day
FROM tenures WHERE person IN @PERSONS AND origin = 'recorded'
UNION ALL SELECT person, state, capacity, acting, accredited_to, COALESCE(joined_on, date_earliest), NULL,
  COALESCE(joined_on, date_latest)
FROM signatories WHERE person IN @PERSONS
UNION ALL SELECT signer, state, signer_capacity, 0, NULL, date_earliest, NULL, date_latest
FROM acts WHERE signer IN @PERSONS AND state IS NOT NULL
"""
_AT_ONCE = 500  # persons in one question
_ACTING = "acting_"
_MOST = 3  # offices that are told of
_WORDS = {Office.HEAD_OF_STATE: "head of State", Office.CHARGE_DAFFAIRES: "chargé d'affaires", Office.OTHER: "officer"}


class Days(NamedTuple):
    """The days from `first` to `last`, both included; None = not known or, as `last`, not over."""

    first: dt.date | None
    last: dt.date | None

    def apart(self, other: Days) -> float:
        """Return how many days lie between, 0 when the two meet; infinite when nothing is known of one of them."""
        if not any(self) or not any(other):
            return inf
        one, two = sorted((days.first or dt.date.min, days.last or dt.date.max) for days in (self, other))
        return max(0, (two[0] - one[1]).days)


@dataclass(frozen=True, slots=True)
class Post:
    """An office in which a person is known for a State; `office` is None where the person acts in none that is told."""

    state: str
    office: str | None
    is_acting: bool
    accredited_to: str | None
    days: Days

    @property
    def words(self) -> str:
        """The office in words: `acting permanent representative of RUS`."""
        if self.office is None:
            return f"signatory for {self.state}"
        words = _WORDS.get(Office(self.office)) or self.office.replace("_", " ")
        to = f" to {self.accredited_to}" if self.accredited_to else ""
        return f"{'acting ' if self.is_acting else ''}{words} of {self.state}{to}"


@dataclass(frozen=True, slots=True)
class Question:
    """For which State, in which office and when somebody stands in a letter; None where that is not known."""

    state: str | None
    office: str | None
    days: Days

    def admits(self, held: Sequence[Post]) -> bool:
        """Tell whether a person with these offices is known for the State, or for none."""
        return not held or bool(self._there(held))

    def nearness(self, held: Sequence[Post]) -> tuple[bool, float]:
        """Tell whether the office is among those held for the State, and how many days the nearest is away."""
        there = self._there(held)
        same = [post for post in there if self.office and post.office == self.office]
        return bool(same), min((post.days.apart(self.days) for post in same or there), default=inf)

    def _there(self, held: Sequence[Post]) -> list[Post]:
        return [post for post in held if self.state in {None, post.state}]


def question(state: str | None, capacity: str | None, day: str | None) -> Question:
    """Return what is asked; a capacity may begin with `acting_`, and a day that cannot be read is not known."""
    return Question(state, capacity.removeprefix(_ACTING) if capacity else None, _days(day))


def posts(rows: Rows, persons: Sequence[str]) -> dict[str, list[Post]]:
    """Return the offices in which persons (codes) are known, none for those who are in no office."""
    found: dict[str, list[Post]] = {person: [] for person in persons}
    for first in range(0, len(persons), _AT_ONCE):
        asked = {f"p{place}": person for place, person in enumerate(persons[first : first + _AT_ONCE])}
        named = ", ".join(f":{key}" for key in asked)
        for row in rows.rows(_EVIDENCE.replace("@PERSONS", f"({named})"), **asked):
            found[row["person"]].append(_post(row))
    return found


def in_words(held: Sequence[Post], asked: Question) -> str:
    """Return up to three offices, the nearest first: `permanent representative of RUS, 2002-05-21`; may be empty."""
    offices: dict[str, list[Post]] = {}
    for post in sorted(held, key=lambda post: _rank(post, asked)):
        offices.setdefault(post.words, []).append(post)
    return "; ".join(words + _when(same) for words, same in list(offices.items())[:_MOST])


def _rank(post: Post, asked: Question) -> tuple[bool, float, str]:
    in_office, away = asked.nearness([post])
    return not in_office, away, post.words


def _when(held: Sequence[Post]) -> str:
    """Return the time from the first to the last day known of the same office."""
    first = min((post.days.first for post in held if post.days.first), default=None)
    last = max((post.days.last for post in held if post.days.last), default=None)
    if any(post.days.first and not post.days.last for post in held):
        return f", since {first}"
    if first is None:
        return f", until {last}" if last else ""
    return f", {first}" if first == last else f", {first} to {last}"


def _post(row: Row) -> Post:
    since, until, last = (dt.date.fromisoformat(text) if text else None for text in _bounds(row))
    if until:
        last = until - dt.timedelta(days=1)
    return Post(row["state"], row["office"], bool(row["acting"]), row["accredited_to"], Days(since, last))


def _bounds(row: Row) -> tuple[str | None, str | None, str | None]:
    return row["since"], row["until"], row["last_day"]


def _days(day: str | None) -> Days:
    try:
        recorded = parse_date(day or "")
    except DateError:
        return Days(None, None)
    return Days(recorded.earliest, recorded.latest)
