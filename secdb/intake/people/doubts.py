"""What is doubtful about the signatures of a text, told by counting: too few, one State twice, a State not named."""

from __future__ import annotations

from typing import TYPE_CHECKING

from secdb.intake.draft import Warned

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from secdb.intake.draft import Signatory, Statement
    from secdb.intake.people.grids import Signature
    from secdb.intake.reading import Named, Reading

LETTERS = frozenset({"letter", "note_verbale", "cable"})


def doubts(statement: Statement) -> list[Warned]:
    """Return what a person should look at among the signatures of a statement."""
    return [*_too_few(statement), *_twice(statement)]


def warn_of_strangers(reading: Reading, named: Sequence[Named], signed: Sequence[Signature]) -> None:
    """Warn of each signature for a State that is not among those named as the issuers, when any are named."""
    known = {one.code for one in named}
    for one in signed:
        if known and one.state and one.state.code not in known:
            reading.warn(f"{one.state.code} signs, but is not named among the issuers", *one.at)


def _too_few(statement: Statement) -> Iterator[Warned]:
    """Yield the warning that States which send a letter, or some of those that sign a text, have no signature."""
    signed = [one for one in statement.signatories if one.signed]
    stood_for = {one.state for one in signed if one.state}
    lacking = [state for state in statement.states if state not in stood_for]
    if not lacking or len(statement.states) < 2:  # noqa: PLR2004 - one State may leave its letter unsigned
        return
    if statement.kind in LETTERS or stood_for:
        where = (
            statement.spans.get("title", statement.span) if statement.kind in LETTERS else statement.signatories[0].span
        )
        yield Warned(f"{len(statement.states)} States, but no signature for {', '.join(lacking)}", where)


def _twice(statement: Statement) -> Iterator[Warned]:
    """Yield a warning at each further signature for the same State; several may sign a treaty, if all States do."""
    stood_for = {one.state for one in statement.signatories}
    if statement.kind not in LETTERS and stood_for >= set(statement.states):
        return
    seen: dict[str, Signatory] = {}
    for one in statement.signatories:
        if one.signed and one.state and one.state in seen:
            yield Warned(f"{one.state} has signed before: is this the State?", one.span)
        elif one.state:
            seen[one.state] = one
