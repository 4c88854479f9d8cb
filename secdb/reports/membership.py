"""The membership periods of one State under one treaty, and the explanation of how they came about."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from secdb.lookup import find_dataset, find_state, find_treaty
from secdb.reports.base import Report, Source, day, last_revision, sql
from secdb.reports.citing import sources_of
from secdb.reports.coverage import coverage_of, no_data
from secdb.reports.members import standings
from secdb.reports.wording import EFFECTS, between, period_in_words, verdict

if TYPE_CHECKING:
    from secdb.database.reader import Register, Row


HOLDS = {"member": "certainly", "possible": "possibly"}


@dataclass(frozen=True, slots=True)
class MembershipPeriod:
    """A spell of one status; bounds are ISO days, `since` inclusive, `until` the first day no longer.

    `words` says the four bounds as a sentence.
    """

    seq: int
    status: str
    since_earliest: str | None
    since_latest: str | None
    until_earliest: str | None
    until_latest: str | None
    opened_by: str | None
    closed_by: str | None
    origin: str
    opened_by_act: int | None
    closed_by_act: int | None
    words: str
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Claim:
    """An act or roster as the derivation sees it: whether it counts, what it does, and why."""

    record: str
    number: int
    kind: str
    date_earliest: str | None
    date_latest: str | None
    rank: str
    counts: bool
    effect: str
    why: str
    note: str | None
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Key:
    """Whose membership is asked for, by code."""

    treaty: str
    state: str
    dataset: str


def membership(register: Register, treaty: str, state: str, *, dataset: str = "register") -> Report[MembershipPeriod]:
    """Return the periods of a State under a treaty, each with its sources. Raises NotFoundError, AmbiguousError.

    `about["coverage"]`: the days that the dataset covers, where there is a limit; of later days nothing is said.
    """
    about, key = _about(register, treaty, state, dataset)
    return Report("membership", about, _periods(register, key))


def explain(
    register: Register, treaty: str, state: str, on: str | None = None, *, dataset: str = "register"
) -> Report[Claim]:
    """Return every claim about a State under a treaty and what the rule makes of it.

    JSON: `treaty`, `title`, `state`, `name`, `dataset`, `revision`, `rule` (sentences), `in_force` and `existence`
    (sentences), `periods` and `coverage` (as of `membership`), with `on` also `standing` and `because`, and `covered`
    where there is a coverage: of a day outside it nothing is said, and `standing` is None. The rows are the claims,
    acts before rosters. `on` as in `members`. Raises DateError, NotFoundError, AmbiguousError.
    """
    about, key = _about(register, treaty, state, dataset)
    periods = _periods(register, key)
    acts = register.rows(sql("explain"), **asdict(key))
    rosters = register.rows(sql("explain_rosters"), **asdict(key))
    about |= {
        "rule": rule(acts, rosters),
        "in_force": _in_force(register, key.treaty),
        "existence": _existence(register, key.state),
        "periods": periods,
    }
    if on is not None:
        about |= _on(register, key, day(on), periods)
    return Report(
        "explain", about, _act_claims(register, acts, periods) + _roster_claims(register, key.treaty, rosters, acts)
    )


def rule(acts: list[Row], rosters: list[Row]) -> tuple[str, ...]:
    """Return the sentences of the rule of derivation that matter here: DESIGN section 4, the view `act_effects`."""
    if not acts:
        basis = (
            "No act is recorded, so the rosters decide: it began after the last complete roster without the State and "
        )
        basis += "not later than the first with it; the end likewise."
        return (basis if rosters else "Neither an act nor a roster is recorded: nothing can be derived.",)
    kinds = sorted({row["kind"]: row["leads_to"] for row in acts}.items())
    return (
        "Acts decide where there are any; rosters are then shown, and do not count.",
        "Of claims that contradict each other about one event the best-ranked counts; a deprecated one never does.",
        *(f"{kind}: {EFFECTS[leads_to]}." for kind, leads_to in kinds),
    )


def _about(register: Register, treaty: str, state: str, dataset: str) -> tuple[dict[str, Any], Key]:
    found = find_treaty(register, treaty)
    key = Key(found.treaty, find_state(register, state), find_dataset(register, dataset))
    name = register.rows("SELECT state_name FROM states WHERE state = :state", state=key.state)[0]["state_name"]
    about = {"treaty": found.asked, "title": found.title, "state": key.state, "name": name, "dataset": key.dataset}
    said = coverage_of(register, key.dataset).about()
    about |= {"revision": last_revision(register)}
    return about | ({"coverage": said["coverage"]} if said else {}), key


def _periods(register: Register, key: Key) -> tuple[MembershipPeriod, ...]:
    rows = register.rows(sql("list/membership"), **asdict(key))
    proofs = sources_of(register, "act", (row[side] for row in rows for side in ("opened_by_act", "closed_by_act")))
    listed = _listing_sources(register, key) if any(row["origin"] == "rosters" for row in rows) else ()
    periods = []
    for row in rows:
        of_acts = proofs.get(row["opened_by_act"], ()) + proofs.get(row["closed_by_act"], ())
        sources = listed if row["origin"] == "rosters" else tuple(dict.fromkeys(of_acts))
        kept = {name: row[name] for name in MembershipPeriod.__dataclass_fields__ if name in row}
        periods.append(MembershipPeriod(words=period_in_words(row), sources=sources, **kept))
    return tuple(periods)


def _listing_sources(register: Register, key: Key) -> tuple[Source, ...]:
    entries = [row["entry"] for row in register.rows(sql("explain_rosters"), **asdict(key))]
    proofs = sources_of(register, "roster_entry", entries)
    return tuple(source for entry in entries for source in proofs.get(entry, ()))


def _act_claims(register: Register, acts: list[Row], periods: tuple[MembershipPeriod, ...]) -> tuple[Claim, ...]:
    proofs = sources_of(register, "act", (row["act"] for row in acts))
    return tuple(
        Claim(
            "act",
            row["act"],
            row["kind"],
            *_bounds(row),
            rank=row["rank"],
            counts=row["stands"] == 1,
            effect=EFFECTS[row["leads_to"]],
            why=_why(row, acts, periods),
            note=row["note"],
            sources=proofs.get(row["act"], ()),
        )
        for row in acts
    )


def _bounds(row: Row) -> tuple[str | None, str | None]:
    """Return the days from which an act has effect: those stated, else those of the act."""
    if row["effect"] is not None:
        return row["effect_earliest"], row["effect_latest"]
    return row["date_earliest"], row["date_latest"]


def _why(row: Row, acts: list[Row], periods: tuple[MembershipPeriod, ...]) -> str:
    if row["leads_to"] is None:
        return "does not count: it has no effect on membership"
    if row["rank"] == "deprecated":
        return "does not count: deprecated"
    if row["stands"] != 1:
        group = row["contests"] or row["act"]
        better = [a["act"] for a in acts if (a["contests"] or a["act"]) == group and a["rank"] == "preferred"]
        named = ", ".join(f"act {number}" for number in better)
        return f"does not count: a preferred claim about the same event stands ({named or 'another act'})"
    opened = [f"opens period {p.seq}" for p in periods if p.opened_by_act == row["act"]]
    closed = [f"closes period {p.seq}" for p in periods if p.closed_by_act == row["act"]]
    return f"counts: {' and '.join(closed + opened) or 'changes nothing that other acts have not settled'}"


def _roster_claims(register: Register, treaty: str, rosters: list[Row], acts: list[Row]) -> tuple[Claim, ...]:
    listing = sources_of(register, "roster_entry", (row["entry"] for row in rosters))
    whole = sources_of(register, "roster", (row["roster"] for row in rosters))
    decides = not any(row["state"] for row in acts)
    return tuple(
        Claim(
            "roster",
            row["roster"],
            f"{'complete' if row['complete'] else 'partial'} list of {row['body'] or row['treaty']}",
            row["on_earliest"],
            row["on_latest"],
            rank=row["rank"],
            counts=(why := _why_roster(row, treaty, decides=decides)).startswith("counts"),
            effect="lists the State" if row["listed"] else "does not list the State",
            why=why,
            note=None,
            sources=listing.get(row["entry"], ()) + whole.get(row["roster"], ()),
        )
        for row in rosters
    )


def _why_roster(row: Row, treaty: str, *, decides: bool) -> str:
    if not decides:
        return "does not count: acts decide"
    if row["rank"] == "deprecated":
        return "does not count: deprecated"
    if row["listed"]:
        return "counts: proves membership on its day"
    if row["treaty"] != treaty:
        return "does not count: who is missing may still be a party to the treaty that this one requires"
    return "counts: proves that it was no member" if row["complete"] else "does not count: the list is not complete"


def _in_force(register: Register, treaty: str) -> str:
    row = register.rows("SELECT in_force_earliest, in_force_latest, expires FROM treaties WHERE treaty = :t", t=treaty)[
        0
    ]
    first, last = row["in_force_earliest"], row["in_force_latest"]
    if first is None and last is None:
        return "The treaty's entry into force is not recorded."
    ends = f"; its term ran until {row['expires']}" if row["expires"] else ""
    return f"The treaty entered into force {between(first, last)}{ends}."


def _existence(register: Register, state: str) -> str:
    row = register.rows("SELECT * FROM states WHERE state = :state", state=state)[0]
    begins = between(row["start_earliest"], row["start_latest"])
    if row["end_earliest"] is None and row["end_latest"] is None:
        return f"The State began {begins} and exists."
    return f"The State began {begins} and ended {between(row['end_earliest'], row['end_latest'])}."


def _on(register: Register, key: Key, on: str, periods: tuple[MembershipPeriod, ...]) -> dict[str, Any]:
    """Return the standing as `members` has it, and which periods hold on the day; of one not covered neither."""
    covers = coverage_of(register, key.dataset).about(on)
    if nothing := no_data(covers | {"dataset": key.dataset}):
        return {"on": on, "standing": None, "because": f"On {on}: {nothing}.", **covers}
    judged = [(verdict(p.since_earliest, p.since_latest, p.until_earliest, p.until_latest, on), p) for p in periods]
    held = [f"{HOLDS[standing]} {p.status} (period {p.seq})" for standing, p in judged if standing != "none"]
    rows = standings(register, key.treaty, on, "in-force", key.dataset)
    found = [row["standing"] for row in rows if row["state"] == key.state and row["status"] != "suspended"]
    standing = found[0] if found else "none"
    because = f"On {on}: {' or '.join(held) or 'no period holds, not even possibly'}. In force: {standing}."
    return {"on": on, "standing": standing, "because": because, **covers}
