"""What came of an import, in few lines: every row of the source is accounted for."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections import Counter

    from secdb.exchange.importing import Source
    from secdb.register.loading.load import Counts
    from secdb.register.loading.recording import Recorded
    from secdb.register.loading.refusals import Gathered, Kind

SHOWN = 20  # kinds of reasons, notes
WIDTH = 120  # of lines that list States
UNKNOWN = "States that the authority list does not know"
ELSEWHEN = "No State of the authority list had this code then"
FATES = {
    "new": "new",
    "unchanged": "on record already",
    "different": "on record with other values, which stay",
    "repeated": "repeated",
    "refused": "refused",
}


def lines_of(source: "Source", recorded: "Recorded", refused: "Gathered", *, dry_run: bool) -> list[str]:
    """Return what is printed."""
    lines = [f"{source.title}, into the dataset {source.dataset}", _tally(source)]
    lines += [f"{table}: {_fates(counts)}" for table, counts in recorded.tables.items()]
    lines += _missing(recorded)
    if any(counts.new for counts in recorded.tables.values()):
        lines.append(_reach(recorded))
    lines += [f"{'once' if count == 1 else f'{count:,} times'}: {what}" for what, count in _most(source.tally.notes)]
    if refused.rows:
        lines += reasons(source, refused)
    if recorded.number is not None:
        lines.append(f"Revision {recorded.number}.")
    elif dry_run:
        lines.append("Nothing was written (--dry-run).")
    else:
        lines.append("Nothing to write: all of it is on record already.")
    return lines


def reasons(source: "Source", refused: "Gathered") -> list[str]:
    """Return why rows were refused: States that are not known with their rows, then each kind with an example."""
    tally = source.tally
    lines = [*_unknown(UNKNOWN, tally.unknown), *_unknown(ELSEWHEN, tally.elsewhen)]
    kinds = sorted(refused.kinds.values(), key=lambda kind: -kind.count)
    lines += [_kind(kind) for kind in kinds[:SHOWN]]
    if len(kinds) > SHOWN:
        rest = refused.rows - sum(kind.count for kind in kinds[:SHOWN])
        lines.append(f"{rest:,} for {len(kinds) - SHOWN:,} other reasons")
    return lines


def as_dict(source: "Source", recorded: "Recorded", refused: "Gathered", *, dry_run: bool) -> dict[str, Any]:
    """Return the same for programs."""
    tally, reach = source.tally, recorded.reach
    return {
        "report": f"import {source.title}",
        "dataset": source.dataset,
        "revision": recorded.number,
        "dry_run": dry_run,
        "source": {"unit": tally.unit, "read": tally.read, "rejected": tally.rejected, "blank": tally.blank},
        "unknown_states": dict(tally.unknown.most_common()),
        "states_of_other_days": dict(tally.elsewhen.most_common()),
        "notes": dict(tally.notes.most_common()),
        "memberships": {
            "treaties": reach.treaties,
            "states": reach.states,
            "periods_before": reach.before,
            "periods_after": reach.after,
        },
        "missing": [{"table": one.table, "count": one.count, "some": list(one.some)} for one in recorded.missing],
        "refused": [
            {"count": kind.count, "file": kind.first.file, "line": kind.first.line, "reason": kind.first.reason}
            for kind in refused.kinds.values()
        ],
        "rows": [
            {"table": table, "given": counts.given, **{fate: getattr(counts, fate) for fate in FATES}}
            for table, counts in recorded.tables.items()
        ],
    }


def _unknown(title: str, counts: "Counter[str]") -> list[str]:
    """Return lines that name all States of a sort with the number of their rows, the most rows first."""
    from textwrap import wrap

    told = ", ".join(f"{code} ({_many(count, 'row')})" for code, count in counts.most_common())
    return wrap(f"{title}: {told}", WIDTH, subsequent_indent="  ", break_on_hyphens=False) if counts else []


def _kind(kind: "Kind") -> str:
    """Return a reason with its place; where more rows have it, that they differ in the values it names."""
    example = f"{kind.first.file}:{kind.first.line}: {kind.first.reason}"
    return f"1: {example}" if kind.count == 1 else f"{kind.count:,} alike, such as {example}"


def _tally(source: "Source") -> str:
    tally = source.tally
    total = tally.read + tally.rejected + tally.blank
    parts = f"{tally.read:,} read, {tally.rejected:,} rejected, {tally.blank:,} blank"
    return f"{total:,} {tally.unit}{'' if total == 1 else 's'}: {parts}"


def _fates(counts: "Counts") -> str:
    found = {words: getattr(counts, fate) for fate, words in FATES.items()}
    return ", ".join(f"{count:,} {words}" for words, count in found.items() if count)


def _missing(recorded: "Recorded") -> Iterator[str]:
    for one in recorded.missing:
        more = "" if one.count <= len(one.some) else ", ..."
        yield f"{one.table}: {one.count:,} stay that this copy has not: {', '.join(one.some)}{more}"


def _reach(recorded: "Recorded") -> str:
    reach = recorded.reach
    return (
        f"Memberships of {_many(reach.states, 'State')} under {_many(reach.treaties, 'treaty', 'treaties')}: "
        f"{reach.before:,} -> {_many(reach.after, 'period')} in the dataset"
    )


def _many(count: int, one: str, more: str | None = None) -> str:
    return f"{count:,} {one if count == 1 else more or one + 's'}"


def _most(notes: Mapping[str, int]) -> list[tuple[str, int]]:
    return sorted(notes.items(), key=lambda pair: -pair[1])[:SHOWN]
