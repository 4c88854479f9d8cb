"""Persons on record who may be the one that a letter names.

Persons are matched by name, State, office and date. Names agree as `alike.py` says, and any recorded name of the
person, in any script, may be the one that agrees. Only persons known for the letter's State, or for no State at all,
are offered: known by a tenure, by a place under a statement or by an act that they signed. Those known in the same
office come first, the nearest in time before the others.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from secdb.register.letters.linking.alike import FamilyNames, Spelling, names_agree, spelling
from secdb.register.letters.linking.offices import Post, Question, in_words, posts, question

if TYPE_CHECKING:
    from collections.abc import Iterator

    from secdb.lookup import Rows

MOST = 10
"""How many persons are offered at most."""
CLOSE = 3_653
"""Days (ten years) within which a person known in the office is taken to be the one who holds it."""

# all names in one answer: to fetch them row by row takes ten times as long
_NAMES = "SELECT @JOIN(person, :mark) AS persons, @JOIN(replace(name, :mark, ' '), :mark) AS names FROM @FROM"
_JOIN = {True: "group_concat", False: "string_agg"}
_IS_SQLITE = "SELECT 'a' LIKE 'A' AS is_sqlite"  # where LIKE takes no notice of case
_MARK = "\x1e"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A person on record who may be meant: the name in reports, the recorded name that agrees, the offices known.

    With `is_same` the person is linked without asking; every other candidate is only offered.
    """

    code: str
    name: str
    known_as: str
    offices: str
    is_same: bool


class _Known(NamedTuple):
    """A recorded name of a person; `place` is its order among all."""

    person: str
    name: str
    spelling: Spelling
    place: int


class _Agreeing(NamedTuple):
    """A person with a name that agrees; `days` from the day asked about to the nearest office, the same if held."""

    known: _Known
    is_exact: bool
    held: list[Post]
    in_office: bool
    days: float

    @property
    def rank(self) -> tuple[bool, float, bool, str]:
        """The place among the candidates."""
        return not self.in_office, self.days, not self.is_exact, self.known.person


def persons_like(rows: Rows, name: str, *, state: str | None, capacity: str | None, day: str | None) -> list[Candidate]:
    """Return the persons who may be meant by a name, best first, at most `MOST`; see `People.like`."""
    return People(rows).like(name, state=state, capacity=capacity, day=day)


class People:
    """The persons of a register by name, read once for many questions.

    What is recorded after the first question about it is not seen.
    """

    def __init__(self, rows: Rows) -> None:
        self._rows = rows
        self._seen: dict[int, _Known] = {}
        self._posts: dict[str, list[Post]] = {}

    def like(self, name: str, *, state: str | None, capacity: str | None, day: str | None) -> list[Candidate]:
        """Return the persons who may be meant by a name, best first, at most `MOST`.

        `capacity` is an `Office`, which may begin with `acting_`; `day` is a date in any form that secdb reads. Where
        the State is not known, persons of any State are offered. `is_same` holds for a person when

        - the name is, folded, the name in reports of this person;
        - this person is known for the same State in the same office within ten years of the day;
        - nobody else with that very name, in reports or not, is: a namesake of another State or office does no harm.
        """
        spelt, asked = spelling(name), question(state, capacity, day)
        agreeing = self._weighed(self._agreeing(name, spelt), spelt, asked)
        found = sorted((one for one in agreeing if asked.admits(one.held)), key=lambda one: one.rank)
        close = [one for one in found if state and one.is_exact and one.in_office and one.days <= CLOSE]
        is_clear = len(close) == 1 and self._is_called(close[0], spelt)
        return [self._candidate(one, asked, is_same=is_clear and one in close) for one in found[:MOST]]

    def _is_called(self, one: _Agreeing, spelt: Spelling) -> bool:
        """Tell whether a name is the one that a person has in reports: other spellings are only offered."""
        return spelling(self._reported[one.known.person]).folded == spelt.folded

    def _candidate(self, one: _Agreeing, asked: Question, *, is_same: bool) -> Candidate:
        person = one.known.person
        return Candidate(person, self._reported[person], one.known.name, in_words(one.held, asked), is_same)

    def _agreeing(self, name: str, spelt: Spelling) -> list[_Known]:
        """Return of each person whose name may be this one the recorded name that is the likest."""
        near = (self._known(place) for place in self._families.near(name))
        agreeing = [one for one in near if _is_exact(one, spelt) or names_agree(one.spelling.words, spelt.words)]
        agreeing.sort(key=lambda known: _likeness(known, spelt))
        return list({known.person: known for known in agreeing}.values())

    def _weighed(self, agreeing: list[_Known], spelt: Spelling, asked: Question) -> Iterator[_Agreeing]:
        """Yield the persons with the offices that they held; all that is not known yet is asked for at once."""
        self._posts |= posts(self._rows, [one.person for one in agreeing if one.person not in self._posts])
        for known in agreeing:
            held = self._posts[known.person]
            yield _Agreeing(known, _is_exact(known, spelt), held, *asked.nearness(held))

    def _known(self, place: int) -> _Known:
        if place not in self._seen:
            person, name = self._names[place]
            self._seen[place] = _Known(person, name, spelling(name), place)
        return self._seen[place]

    @cached_property
    def _reported(self) -> dict[str, str]:
        """The name in reports of each person."""
        return dict(self._read("persons"))

    @cached_property
    def _names(self) -> list[tuple[str, str]]:
        """The persons with each of their names, those in reports first."""
        return [*self._reported.items(), *self._read("person_names")]

    @cached_property
    def _join(self) -> str:
        """The function that makes one text of many."""
        return _JOIN[bool(self._rows.rows(_IS_SQLITE)[0]["is_sqlite"])]

    def _read(self, view: str) -> Iterator[tuple[str, str]]:
        """Return the persons and names of a view."""
        query = _NAMES.replace("@JOIN", self._join).replace("@FROM", view)
        [row] = self._rows.rows(query, mark=_MARK)
        persons, names = ((row[name] or "").split(_MARK) for name in ("persons", "names"))
        return zip(persons, names, strict=True) if row["persons"] else iter(())

    @cached_property
    def _families(self) -> FamilyNames:
        return FamilyNames([name for _, name in self._names])


def _is_exact(known: _Known, spelt: Spelling) -> bool:
    return known.spelling.folded == spelt.folded


def _likeness(known: _Known, spelt: Spelling) -> tuple[bool, int, int]:
    """Return what puts the likest name last: the very name, most words in common, the first that is listed."""
    return _is_exact(known, spelt), len({*known.spelling.words} & {*spelt.words}), -known.place
