"""One revision from entries: what it does is known before it is kept."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from secdb.errors import RefusedError
from secdb.register.desk.adding import add
from secdb.register.desk.desk import Desk
from secdb.register.desk.editing import edit
from secdb.register.desk.labels import labelled
from secdb.register.revision import revise
from secdb.register.switch import paused

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    import sqlalchemy as sa

    from secdb.law import Doubt
    from secdb.register.desk.desk import Entered
    from secdb.register.effect import Effect
    from secdb.register.entry.entries import Entry

    Work = Callable[[Desk], Sequence[Entered]]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What writing did, or would do: `number` is the revision's, None when nothing was kept."""

    number: int | None
    entered: tuple[Entered, ...]
    effects: tuple[Effect, ...]
    doubts: tuple[Doubt, ...]

    @property
    def consequences(self) -> tuple[object, ...]:
        """Return what a person is asked to agree to."""
        return self.effects, self.doubts


class ChangedError(RefusedError):
    """The register has changed since the effect was shown; nothing was written, `outcome` is what would happen now."""

    def __init__(self, outcome: Outcome) -> None:
        super().__init__("the register has changed since the effect was shown; nothing was written")
        self.outcome = outcome


def carry_out(  # noqa: PLR0913 - what a revision is
    bind: sa.Engine | sa.Connection,
    work: Work,
    *,
    author: str,
    message: str,
    dry_run: bool = False,
    expected: Outcome | None = None,
    bulk: bool = False,
) -> Outcome:
    """Do the work in one revision and return what came of it; with `dry_run` nothing is kept.

    `expected` is the outcome that a person has agreed to: raises ChangedError when it would be another by now. `bulk`
    puts the derivation of memberships off to the end. Else raises as the work does, and then nothing is written.
    """
    with revise(bind, author=author, message=message, dry_run=dry_run) as writer:
        desk = Desk(writer.session)
        if bulk:
            with paused(writer.session):
                entered = tuple(work(desk))
        else:
            entered = tuple(work(desk))
        outcome = Outcome(None, tuple(labelled(desk.rows, entered)), desk.effects(), desk.doubts())
        if expected is not None and outcome.consequences != expected.consequences:
            raise ChangedError(outcome)
    return Outcome(writer.number, outcome.entered, outcome.effects, outcome.doubts)


def enter(desk: Desk, entries: Sequence[Entry]) -> list[Entered]:
    """Write entries, those of new records first; see `add` and `edit`."""
    entered = add(desk, [entry for entry in entries if entry.edits is None])
    return entered + [edit(desk, entry) for entry in entries if entry.edits is not None]
