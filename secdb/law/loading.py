"""Facts from the register: one query per kind, as much of it as is asked about."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cached_property, reduce
from itertools import groupby
from operator import attrgetter
from pathlib import Path
from typing import TYPE_CHECKING

from secdb.law.days import Days, Span
from secdb.law.facts import Act, Incumbents, Key, Listing, Proof, RosterCase, Signing, Tenure, Treaty

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from secdb.database.reader import Row
    from secdb.lookup import Rows

FOLDER = Path(__file__).parent / "sql"
# of contradicting claims the best-ranked, never a deprecated one: as the view standing_act, for acts without effect too
COUNTS = """@.rank <> 'deprecated' AND (@.rank = 'preferred' OR NOT EXISTS (
  SELECT 1 FROM acts AS b WHERE b.rank = 'preferred'
    AND (b.act = COALESCE(@.contests, @.act) OR b.contests = COALESCE(@.contests, @.act))))"""


class Facts:
    """The facts of a dataset, those of a treaty or a State alone where these are given (codes).

    Statements and their signatories belong to no dataset. Where a treaty is given, what belongs to none is left out;
    where a statement is, all signatures but those under it.
    """

    def __init__(
        self,
        rows: Rows,
        dataset: str,
        treaty: str | None = None,
        state: str | None = None,
        statement: str | None = None,
    ) -> None:
        self._rows = rows
        self._parameters: dict[str, object] = {"dataset": dataset}
        limits = {"treaty": treaty, "state": state, "statement": statement}
        self._limits = {name: code for name, code in limits.items() if code is not None}

    def keys(self) -> Iterator[Key]:
        """Yield the acts of each treaty and State together."""
        acts = map(_act, self._stream("acts"))
        for (code, state), group in groupby(acts, attrgetter("treaty", "state")):
            listed = self._listed.get((code, state), ()) if state else ()
            yield Key(self._treaties[code], self._existence.get(state or ""), _as_events(list(group)), listed)

    def signings(self) -> Iterator[tuple[Signing, Incumbents]]:
        """Yield who signed what in which office, with the recorded tenures of the State."""
        for row in self._stream("signings", limits=("treaty", "state", "statement")):
            signing = _signing(row)
            yield signing, self._incumbents.get(signing.state, Incumbents())

    def tenures(self) -> Iterator[tuple[list[Tenure]]]:
        """Yield the recorded tenures of the heads of each State."""
        if "treaty" not in self._limits:
            for incumbents in self._incumbents.values():
                yield (list(incumbents.of("head_of_state")),)

    def proofs(self) -> Iterator[tuple[Proof]]:
        """Yield the citations of dated facts to dated documents."""
        for row in self._stream("proofs"):
            yield (_proof(row),)

    def rosters(self) -> Iterator[tuple[RosterCase]]:
        """Yield the States that rosters lack or name against the membership periods."""
        for name in ("roster_lacks_party", "roster_names_stranger"):
            for row in self._stream(name):
                yield (RosterCase(**row | {"listed": bool(row["listed"])}),)

    @cached_property
    def _treaties(self) -> dict[str, Treaty]:
        return {
            row["treaty"]: Treaty(row["treaty"], _stated(row, "signed"), _stated(row, "in_force"))
            for row in self._stream("treaties")
        }

    @cached_property
    def _existence(self) -> dict[str, Span]:
        return {row["state"]: _span(row) for row in self._stream("states")}

    @cached_property
    def _listed(self) -> dict[tuple[str, str], list[Listing]]:
        listed: dict[tuple[str, str], list[Listing]] = {}
        for row in self._stream("listed"):
            listing = Listing(row["roster"], row["stated"], _days(row, "on"))
            listed.setdefault((row["treaty"], row["state"]), []).append(listing)
        return listed

    @cached_property
    def _incumbents(self) -> dict[str, Incumbents]:
        found: dict[str, dict[str, list[Tenure]]] = {}
        # a treaty has no offices, so it is no limit here
        for row in self._stream("tenures", limits=("state",)):
            tenure = _tenure(row)
            found.setdefault(tenure.state, {}).setdefault(tenure.office, []).append(tenure)
        return {state: Incumbents(offices) for state, offices in found.items()}

    def _stream(self, name: str, limits: tuple[str, ...] = ("treaty", "state")) -> Iterable[Row]:
        limited = [limit for limit in limits if limit in self._limits]
        stream: Callable[..., Iterable[Row]] = getattr(self._rows, "stream", self._rows.rows)
        return stream(_sql(name, limited), **self._parameters, **{limit: self._limits[limit] for limit in limited})


def _sql(name: str, limits: Iterable[str]) -> str:
    """Return the text of a query; `@LIMITS(x)` narrows it to what is asked about, `@COUNTS(x)` to acts that count."""
    meanings = {"LIMITS": "".join(f" AND @.{limit} = :{limit}" for limit in limits), "COUNTS": COUNTS}
    text = (FOLDER / f"{name}.sql").read_text(encoding="utf-8")
    return re.sub(r"@([A-Z]+)\((\w+)\)", lambda found: meanings[found[1]].replace("@", found[2]), text)


def _as_events(acts: list[Act]) -> list[Act]:
    """Return the acts, claims about one event (which stand side by side) with the bounds of all of them."""
    claims: dict[int, list[Act]] = {}
    for act in acts:
        claims.setdefault(act.event, []).append(act)
    if len(claims) == len(acts):
        return acts
    return [_widened(act, claims[act.event]) for act in acts]


def _widened(act: Act, claims: list[Act]) -> Act:
    done, when = (reduce(Days.hull, map(attrgetter(name), claims)) for name in ("done", "when"))
    has_date, has_effect = (any(getattr(claim, name) for claim in claims) for name in ("date", "effect"))
    return replace(act, date=done if has_date else None, effect=when if has_effect else None)


def _act(row: Row) -> Act:
    return Act(
        act=row["act"],
        treaty=row["treaty"],
        state=row["state"],
        kind=row["kind"],
        date=_stated(row, "date"),
        effect=_stated(row, "effect"),
        claim=row["contests"],
        stated=row["stated"],
        capacity=row["signer_capacity"],
        note=row["note"],
    )


def _signing(row: Row) -> Signing:
    return Signing(
        record=row["record"],
        where=row["where_signed"],
        state=row["state"],
        person=row["person"],
        name=row["person_name"],
        office=row["office"],
        day=_days(row, "day"),
        acting=bool(row["acting"]),
        accredited_to=row["accredited_to"],
    )


def _tenure(row: Row) -> Tenure:
    return Tenure(
        tenure=row["tenure"],
        state=row["state"],
        person=row["person"],
        name=row["person_name"],
        office=row["office"],
        span=_span(row),
        acting=bool(row["acting"]),
        accredited_to=row["accredited_to"],
    )


def _proof(row: Row) -> Proof:
    return Proof(row["citation"], row["document"], _days(row, "date"), row["proved"], row["kind"], _days(row, "began"))


def _stated(row: Row, name: str) -> Days | None:
    return None if row[name] is None else _days(row, name)


def _days(row: Row, name: str) -> Days:
    return Days(row[f"{name}_earliest"], row[f"{name}_latest"])


def _span(row: Row) -> Span:
    return Span(row["start_earliest"], row["start_latest"], row["end_earliest"], row["end_latest"])
