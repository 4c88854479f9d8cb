"""What two datasets say otherwise of one State."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from secdb.reports.comparing.spells import Spell, apart, end_text, gaps, start_text, together
from secdb.reports.counting import COUNTED, EVER, judged, turning_days

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from secdb.database.reader import Row
    from secdb.reports.coverage import Coverage

    Seen = tuple[list[Spell], list[Row]]  # spells of the days compared, and all periods

NONE = "none"


@dataclass(frozen=True, slots=True)
class Found:
    """A difference, and the periods it is about."""

    field: str
    a: str
    b: str
    days_apart: int | None
    periods_a: tuple[Row, ...]
    periods_b: tuple[Row, ...]


def differences(a: Seen, b: Seen, of: tuple[Coverage, Coverage], common: Coverage, basis: str) -> Iterator[Found]:
    """Yield what differs; `of` is what each dataset covers, `common` what both do."""
    for held_a, held_b in together(a[0], b[0]):
        if not held_a or not held_b:
            yield from (_missing(spell, common, is_a=bool(held_a)) for spell in held_a or held_b)
        elif len(held_a) == len(held_b):
            for one, other in zip(held_a, held_b, strict=True):
                yield from _bounds(one, other, of, common)
        else:
            yield from _bounds(_whole(held_a), _whole(held_b), of, common)
            yield from _gaps(held_a, held_b)
    yield from _statuses(a[1], b[1], common, basis)


def _missing(spell: Spell, common: Coverage, *, is_a: bool) -> Found:
    """Return that one of the two lacks a spell; one that nowhere is certain may not have been."""
    latest, ends = spell.start[1], spell.end[0]
    is_certain = latest is not None and (ends is None or max(latest, common.begin or "") < ends)
    if common.end and latest is not None and latest >= common.end:
        is_certain = False
    away = None if is_certain else 0
    if is_a:
        return Found("presence", str(spell), NONE, away, spell.periods, ())
    return Found("presence", NONE, str(spell), away, (), spell.periods)


def _bounds(a: Spell, b: Spell, of: tuple[Coverage, Coverage], common: Coverage) -> Iterator[Found]:
    periods = (a.periods, b.periods)
    if a.start != b.start and not (common.is_behind(a.start) and common.is_behind(b.start)):
        away = apart(of[0].start(a.start), of[1].start(b.start))
        yield Found("start", start_text(a.start), start_text(b.start), away, *periods)
    if a.end != b.end and not (common.is_ahead(a.end) and common.is_ahead(b.end)):
        known = of[0].finish(a.end), of[1].finish(b.end)
        days = None if known[0] is None or known[1] is None else apart(known[0], known[1])
        yield Found("end", end_text(a.end), end_text(b.end), days, *periods)


def _whole(held: Sequence[Spell]) -> Spell:
    """Return spells as one, from the start of the first to the end of the last."""
    return Spell(held[0].start, held[-1].end, tuple(row for spell in held for row in spell.periods))


def _gaps(a: Sequence[Spell], b: Sequence[Spell]) -> Iterator[Found]:
    """Yield the time within which one of the two has no membership, where they have not as many spells."""
    whole_a, whole_b = _whole(a), _whole(b)
    for gap in gaps(a):
        yield Found("presence", f"{NONE} {gap}", str(whole_b), None, whole_a.periods, whole_b.periods)
    for gap in gaps(b):
        yield Found("presence", str(whole_a), f"{NONE} {gap}", None, whole_a.periods, whole_b.periods)


def _statuses(a: Sequence[Row], b: Sequence[Row], common: Coverage, basis: str) -> Iterator[Found]:
    """Yield where both know the status and it is another, each pair of periods once.

    Counted against not there is told by start, end and presence; suspended against not there by nothing else.
    """
    shown = COUNTED[basis] | {"suspended"}
    held = [[row for row in rows if row["status"] in shown] for rows in (a, b)]
    told: dict[tuple[str, str], Found] = {}
    for on in turning_days([*held[0], *held[1]]):
        day = max(on, common.begin or EVER)
        if common.end and day >= common.end:
            break
        (known_a, row_a), (known_b, row_b) = (_certain(rows, day) for rows in held)
        words = {row["status"] if row else NONE for row in (row_a, row_b)}
        if known_a and known_b and len(words) > 1 and (NONE not in words or "suspended" in words):
            texts = (_period(row_a), _period(row_b))
            told.setdefault(texts, Found("status", *texts, None, _one(row_a), _one(row_b)))
    yield from told.values()


def _certain(rows: Sequence[Row], on: str) -> tuple[bool, Row | None]:
    """Return whether the status on a day is known, and the period that has it."""
    said = [(judged(row, on), row) for row in rows]
    certain = [row for word, row in said if word == "member"]
    return bool(certain) or all(word == "none" for word, _ in said), certain[0] if certain else None


def _period(row: Row | None) -> str:
    if row is None:
        return NONE
    start, end = (row["start_earliest"], row["start_latest"]), (row["end_earliest"], row["end_latest"])
    return f"{row['status']} {start_text(start)}/{end_text(end)}"


def _one(row: Row | None) -> tuple[Row, ...]:
    return () if row is None else (row,)
