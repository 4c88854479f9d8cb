"""Persons, bodies, posts and memberships as Popolo JSON (https://www.popoloproject.com/specs/).

One object with the lists `persons`, `organizations`, `posts` and `memberships`, as EveryPolitician has them. A State is
an organization, and so is each international organization, and each treaty that founds none: they are what States are
members of. An office of a State is a post; a tenure is a membership of a person in a State, in that post.

A date is a day, month or year and nothing else (`2002-05-14`, `2002-05`, `2002`); where only bounds are known it is
left out, and the membership's label tells them. `end_date` is the last day. All of it is one dataset's: treaties and
organizations of which only other datasets speak are left out.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Any

from secdb.exchange.exporters.asking import opened
from secdb.exchange.exporters.placing import placed
from secdb.exchange.exporters.popolo_dates import days_text, end_date, exactly, period_text, start_date

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from pathlib import Path

    from secdb.exchange.exporters.asking import Asked

    Thing = dict[str, Any]

# who has signed, or consented to what is not in force, is no member yet
_ROLES = ("party", "suspended", "associate", "observer")
_OF_RECORDS = {
    "acts": "acts",
    "rosters": "lines of rosters",
    "citations": "citations",
    "statements": "statements",
    "signatories": "signatories",
    "documents": "documents",
    "revisions": "revisions",
}
_CLASSES = ("persons", "organizations", "posts", "memberships")


@dataclass(frozen=True, slots=True)
class Exported:
    """How many objects of each class were written, as of which revision, and what Popolo cannot carry."""

    counts: Mapping[str, int]
    revision: int | None
    losses: tuple[str, ...]


def export_popolo(  # noqa: PLR0913 - what an export is
    database: str | None,
    target: Path | Callable[[str], object],
    *,
    dataset: str = "register",
    as_recorded: int | None = None,
    force: bool = False,
    told: Callable[[str, int], None] = lambda _class, _count: None,
) -> Exported:
    """Write the register at a URL or path as one file of Popolo JSON (UTF-8), or give its lines to a function.

    The same register gives the same bytes on either engine. `told` hears the class and how many of it are written.
    Raises RefusedError where the file is there already (unless `force`) or cannot be written, NotFoundError for a
    dataset, and what `secdb.open` raises.
    """
    with opened(database, dataset, as_recorded) as asked:
        written = _Popolo(asked)
        if callable(target):
            for line in _lines(written, told):
                target(line)
        else:
            with (
                placed(target.parent, [target.name], database, force=force) as made,
                (made / target.name).open("w", encoding="utf-8", newline="") as file,
            ):
                file.writelines(_lines(written, told))
        return Exported(written.counts, asked.revision(), tuple(written.losses()))


def _lines(written: _Popolo, told: Callable[[str, int], None]) -> Iterator[str]:
    """Yield the whole JSON, an object on each line."""
    encode = json.JSONEncoder(ensure_ascii=False).encode
    for place, name in enumerate(_CLASSES):
        yield f"{',' if place else '{'}\n{encode(name)}: ["
        for count, thing in enumerate(written.things(name)):
            yield f"{',' if count else ''}\n{encode(_filled(thing))}"
            told(name, count + 1)
        yield "\n]"
    yield "\n}\n"


class _Popolo:
    """A register as Popolo has it; counts what it gave and what it could not."""

    def __init__(self, asked: Asked) -> None:
        self.counts: Counter[str] = Counter()
        self._asked = asked
        self._lost: Counter[str] = Counter()
        self._undated: Counter[str] = Counter()
        self._bodies: dict[str, list[str]] = defaultdict(list)  # by treaty
        self._states: dict[str, str] = {}

    def things(self, name: str) -> Iterator[Thing]:
        """Yield the objects of a class; those of the classes before it have been asked for."""
        of: dict[str, Callable[[], Iterator[Thing]]] = {
            "persons": self._persons,
            "organizations": self._organizations,
            "posts": self._posts,
            "memberships": self._memberships,
        }
        self.counts[name] = 0
        for thing in of[name]():
            self.counts[name] += 1
            yield thing

    def losses(self) -> Iterator[str]:
        """Yield what it could not give, in a few lines."""
        if self._undated:
            yield f"dates of which only bounds are known: {_listed(self._undated)}"
        taken = "SELECT kind FROM act_effects WHERE level > 0"
        self._lose("acts that do not stand", self._asked.count("acts", f"stands = 0 AND kind IN ({taken})"))
        if self._lost:
            yield f"what Popolo could only say wrongly: {_listed(self._lost)}"
        records = Counter({words: self._asked.count_own(view) for view, words in _OF_RECORDS.items()})
        yield f"records that Popolo has no class for: {_listed(records)}"

    def _persons(self) -> Iterator[Thing]:
        names = _by("person", self._asked.dicts("person_names"))
        for row in self._asked.dicts("persons"):
            others = list(map(_named, names[row["person"]]))
            yield {"id": f"person/{row['person']}", "name": row["name"], "other_names": others}

    def _organizations(self) -> Iterator[Thing]:
        yield from self._of_states()
        foreign = self._asked.foreign_treaties()
        titles = {row["treaty"]: row for row in self._asked.dicts("treaties") if row["treaty"] not in foreign}
        for row in self._asked.dicts("organizations"):
            if row["treaty"] in foreign:
                continue
            found = f"organization/{row['organization']}"
            self._bodies[row["treaty"]].append(found)
            yield _body(found, row["name"], "international organization", titles[row["treaty"]])
        names = _by("treaty", self._asked.dicts("treaty_names"))
        for code, row in titles.items():
            if code in self._bodies:
                self._lose("names of treaties that found an organization", len(names[code]))
            else:
                self._bodies[code].append(f"treaty/{code}")
                others = list(map(_named, names[code]))
                yield _body(f"treaty/{code}", row["title"], "treaty", row) | {"other_names": others}

    def _of_states(self) -> Iterator[Thing]:
        names = _by("state", self._asked.dicts("state_names"))
        codes = _by("state", self._asked.dicts("state_codes"))
        for row in self._asked.dicts("states"):
            self._states[row["state"]] = row["state_name"]
            given = {(one["scheme"], one["code"]) for one in codes[row["state"]]}
            self._lose("spells in which codes of States hold", sum(bool(one["valid"]) for one in codes[row["state"]]))
            yield {
                "id": f"state/{row['state']}",
                "name": row["state_name"],
                "classification": "State",
                "other_names": [_named(one) | self._between(one) for one in names[row["state"]]],
                "identifiers": [{"scheme": scheme, "identifier": code} for scheme, code in sorted(given)],
                "founding_date": self._began(row, "States"),
                "dissolution_date": self._ended(row, "States"),
            }

    def _between(self, row: Thing) -> Thing:
        return _filled({"start_date": self._began(row, "names"), "end_date": self._ended(row, "names")})

    def _posts(self) -> Iterator[Thing]:
        seen = set()
        for row in self._asked.dicts("tenures"):
            found = _post(row)
            if found not in seen:
                seen.add(found)
                words = row["title"] if row["office"] == "other" and row["title"] else row["office"].replace("_", " ")
                to = f" to {row['accredited_to']}" if row["accredited_to"] else ""
                label = f"{words[:1].upper()}{words[1:]}{to}, {row['state_name']}"
                body = f"state/{row['state']}"
                yield {"id": found, "label": label, "role": row["office"], "organization_id": body}

    def _memberships(self) -> Iterator[Thing]:
        yield from self._of_persons()
        for row in self._asked.dicts("memberships"):
            if row["status"] not in _ROLES:
                self._lose("memberships short of party (signatory, contracting, provisional)")
                continue
            for body in self._bodies[row["treaty"]]:
                yield self._of_state(row, body)

    def _of_state(self, row: Thing, body: str) -> Thing:
        state = f"state/{row['state']}"
        return {
            "id": f"{body}/{row['state']}/{row['seq']}",
            "label": self._label(row["status"], row),
            "role": row["status"],
            "member": {"id": state, "name": self._states[row["state"]], "classification": "State"},
            "organization_id": body,
            "start_date": self._began(row, "memberships"),
            "end_date": self._ended(row, "memberships"),
        }

    def _of_persons(self) -> Iterator[Thing]:
        """Yield a membership for each tenure on record, and one for all signatures of a person in one capacity."""
        held = ("state", "office", "accredited_to", "title", "person", "acting", "origin")
        for _, rows in groupby(self._asked.dicts("tenures"), lambda row: [row[name] for name in held]):
            tenures = list(rows)
            if tenures[0]["person"] is None:
                self._lose("tenures of persons who are not named", len(tenures))
            elif tenures[0]["origin"] == "attested":
                self._undated["tenures that signatures attest"] += 1
                on = ", ".join(dict.fromkeys(days_text(exactly(row)) for row in tenures))
                first = tenures[0]["signatory"]
                yield _tenure(tenures[0], f"signature/{first}") | {"label": f"{_role(tenures[0])}, attested on {on}"}
            else:
                yield from map(self._recorded, tenures)

    def _recorded(self, row: Thing) -> Thing:
        dates = {"start_date": self._began(row, "tenures"), "end_date": self._ended(row, "tenures")}
        return _tenure(row, f"tenure/{row['tenure']}") | {"label": self._label(_role(row), row), **dates}

    def _began(self, row: Thing, what: str) -> str | None:
        found = start_date(row)
        if found is None and (row["start_earliest"] or row["start_latest"]):
            self._undated[f"beginnings of {what}"] += 1
        return found

    def _ended(self, row: Thing, what: str) -> str | None:
        found = end_date(row)
        if found is None and row["end_earliest"]:
            self._undated[f"ends of {what}"] += 1
        return found

    @staticmethod
    def _label(words: str, row: Thing) -> str | None:
        """Return what tells the bounds of a period where dates cannot, None where they can."""
        is_told = start_date(row) is not None and (end_date(row) is not None or row["end_earliest"] is None)
        return None if is_told else f"{words}, {period_text(row)}"

    def _lose(self, words: str, count: int = 1) -> None:
        if count:
            self._lost[words] += count


def _by(column: str, rows: Iterable[Thing]) -> dict[str, list[Thing]]:
    found: dict[str, list[Thing]] = defaultdict(list)
    for row in rows:
        found[row[column]].append(row)
    return found


def _listed(counts: Mapping[str, int]) -> str:
    return ", ".join(f"{count:,} {words}" for words, count in counts.items())


def _named(row: Thing) -> Thing:
    return _filled({"name": row["name"], "lang": row["language"], "note": row["form"]})


def _filled(thing: Thing) -> Thing:
    return {key: part for key, part in thing.items() if part not in (None, [])}


def _body(found: str, name: str, classification: str, treaty: Thing) -> Thing:
    founded = start_date({"start_earliest": treaty["in_force_earliest"], "start_latest": treaty["in_force_latest"]})
    return {"id": found, "name": name, "classification": classification, "founding_date": founded}


def _post(row: Thing) -> str:
    """Return the id of the post in which a tenure is; `other` offices are told apart by their titles."""
    title = row["title"] if row["office"] == "other" else None
    return "/".join(["post", row["state"], row["office"], *(part for part in (row["accredited_to"], title) if part)])


def _role(row: Thing) -> str:
    return f"acting {row['office']}" if row["acting"] else str(row["office"])


def _tenure(row: Thing, found: str) -> Thing:
    return {
        "id": found,
        "role": _role(row),
        "person_id": f"person/{row['person']}",
        "organization_id": f"state/{row['state']}",
        "post_id": _post(row),
    }
