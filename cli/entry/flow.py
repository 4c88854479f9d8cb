"""From an entry to a revision: the effect is shown and agreed to before anything is kept."""

import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Literal

import typer

from secdb.errors import RefusedError

from ..author import author as author_of
from ..output.render import render, show
from ..output.text import note, wrap

if TYPE_CHECKING:
    import sqlalchemy as sa

    from secdb.register.desk.desk import Desk, Entered
    from secdb.register.desk.writing import Outcome
    from secdb.register.effect import Effect
    from secdb.register.entry.entries import Given
    from secdb.register.entry.forms import Form

Work = Callable[["Desk"], "Sequence[Entered]"]
Printed = Literal["table", "json"]
Seen = Literal["nowhere", "stdout", "stderr"]  # what would happen, before it did
DONE = {
    "added": "Added",
    "changed": "Changed",
    "removed": "Removed",
    "undone": "Undid",
    "unchanged": "On record already:",
}
TO_DO = {
    "added": "New",
    "changed": "Change to",
    "removed": "Removal of",
    "undone": "Undoing",
    "unchanged": "On record already:",
}
INDENT = "  "
SHOWN = 20  # records and effects listed; of more the number is told
FEW_TREATIES = 4  # whose effects are told day by day


@dataclass(frozen=True, slots=True)
class Writing:
    """How a change is written: the options that every writing command has."""

    author: str | None
    message: str | None
    dry_run: bool
    yes: bool
    format: Printed = "table"

    def saying(self, message: str) -> "Writing":
        """Return the same with another message."""
        return replace(self, message=message)


def write(
    context: typer.Context,
    what: str,
    work: Work,
    writing: Writing,
    *,
    ask: bool = False,
    bulk: bool = False,
    before_asking: Callable[[], None] = lambda: None,
) -> "Outcome":
    """Do the work in one revision and print what came of it.

    `what` names the work: it is the revision's message when none is given. At a terminal the effect on lists of
    members is shown and agreed to first, with `ask` whatever the effect is. `bulk` as in `carry_out`;
    `before_asking` is called before anything is shown.
    """
    with register(context) as bind:
        outcome, seen = _carried_out(bind, what, work, writing, ask=ask, bulk=bulk, before_asking=before_asking)
    before_asking()
    _print(outcome, what, writing, seen)
    return outcome


def attempt(context: typer.Context, work: Work, writing: Writing) -> None:
    """Do the work and keep nothing. Raises what makes it impossible."""
    from secdb.register.desk.writing import carry_out

    with register(context) as bind:
        carry_out(bind, work, author=author_of(writing.author), message="attempt", dry_run=True)


@contextmanager
def register(context: typer.Context) -> "Iterator[sa.Engine]":
    """Open the register for writing; nothing is locked before something is written."""
    from secdb.database import engine, locate
    from secdb.database.health import require_current

    location = locate(context.obj.database)
    require_current(location)
    bind = engine(location.url)
    try:
        yield bind
    finally:
        bind.dispose()


def named(verb: str, form: "Form", values: "Mapping[str, Given]") -> str:
    """Return what is done in a few words: `Add act csto-charter UZB accession`."""
    given = (values.get(name) for name in form.arguments if name != "file")
    words = [text if isinstance(text, str) else ", ".join(part.strip() for part in text) for text in given if text]
    return " ".join([verb, form.noun, *words])


def at_terminal() -> bool:
    """Tell whether a person can be asked."""
    return sys.stdin is not None and sys.stdin.isatty()


def _carried_out(
    bind: "sa.Engine",
    what: str,
    work: Work,
    writing: Writing,
    *,
    ask: bool,
    bulk: bool,
    before_asking: Callable[[], None],
) -> "tuple[Outcome, Seen]":
    """Return the outcome, and where a person has seen it before."""
    from secdb.register.desk.writing import ChangedError, carry_out

    author, message = author_of(writing.author), writing.message or what
    if writing.dry_run or writing.yes or not at_terminal():
        return carry_out(bind, work, author=author, message=message, dry_run=writing.dry_run, bulk=bulk), "nowhere"
    expected = carry_out(bind, work, author=author, message=message, dry_run=True, bulk=bulk)
    before_asking()
    while True:
        seen = _agree(expected, writing, ask=ask)
        try:
            return carry_out(bind, work, author=author, message=message, expected=expected, bulk=bulk), seen
        except ChangedError as changed:
            note("The register has changed meanwhile; this is the effect now:")
            expected = changed.outcome


def _agree(outcome: "Outcome", writing: Writing, *, ask: bool) -> Seen:
    """Show what would happen and ask, if there is reason to; raise RefusedError when the answer is no.

    Where stdout is for a program it is shown on stderr: nobody agrees to what is not to be seen.
    """
    from .ask import confirm

    changes = [one for one in outcome.entered if one.done != "unchanged"]
    if not changes or not (ask or outcome.effects or outcome.doubts or _is_fact(changes)):
        return "nowhere"
    lines = [*_done(changes, TO_DO), *_effects(outcome)]
    seen: Seen = "stdout" if writing.format == "table" and sys.stdout.isatty() else "stderr"
    if seen == "stdout":
        show(_fitted(lines))
    else:
        for line in lines:
            note(line)
    _warn(outcome)
    if not confirm("Record this?", default=not outcome.doubts):
        raise RefusedError("nothing was written")
    return seen


def _is_fact(entered: "Sequence[Entered]") -> bool:
    """Tell whether something that membership follows from is written: its effect is shown, even if there is none."""
    return any(one.noun in {"act", "roster"} for one in entered)


def _print(outcome: "Outcome", what: str, writing: Writing, seen: Seen) -> None:
    if writing.format == "json":
        render(_as_dict(outcome, what, writing), format="json")
        return
    lines = []
    if seen != "stdout":
        lines = [*_done(outcome.entered, TO_DO if writing.dry_run else DONE), *_effects(outcome)]
    if seen == "nowhere":
        _warn(outcome)
    if outcome.number is not None:
        lines.append(f"Revision {outcome.number}.")
    elif writing.dry_run:
        lines.append("Nothing was written (--dry-run).")
    else:
        lines.append("Nothing to write: all of it is on record already.")
    show(_fitted(lines))


def _fitted(lines: "Sequence[str]") -> list[str]:
    """Return the lines, at a terminal none longer than it is wide."""
    if not sys.stdout.isatty():
        return list(lines)
    from shutil import get_terminal_size

    room = get_terminal_size().columns - len(INDENT)
    parts = (wrap(line, room) for line in lines)
    return [f"{INDENT if number else ''}{part}" for of_line in parts for number, part in enumerate(of_line)]


def _done(entered: "Sequence[Entered]", words: "Mapping[str, str]") -> list[str]:
    if len(entered) <= SHOWN:
        return [f"{words[one.done]} {one.noun} {one.name}{one.label and f': {one.label}'}" for one in entered]
    counts: dict[str, int] = {}
    for one in entered:
        what = f"{words[one.done]} {one.noun}"
        counts[what] = counts.get(what, 0) + 1
    return [f"{what}: {count}" for what, count in counts.items()]


def _effects(outcome: "Outcome") -> list[str]:
    if not outcome.effects:
        return ["No effect on any list of members."] if _is_fact(outcome.entered) else []
    effects = _latest(outcome.effects)
    lines = [str(effect) for effect in effects[:SHOWN]]
    more = len(effects) - SHOWN
    return [*lines, *([f"and {more} more"] if more > 0 else [])]


def _latest(effects: "Sequence[Effect]") -> "Sequence[Effect]":
    """Return the effects; of more than a few treaties that of the latest day only, which counts the other days."""
    by_treaty: dict[tuple[str, str], list[Effect]] = {}
    for effect in effects:
        by_treaty.setdefault((effect.dataset, effect.treaty), []).append(effect)
    if len(by_treaty) <= FEW_TREATIES:
        return effects
    return [replace(of_one[-1], more=of_one[-1].more + len(of_one) - 1) for of_one in by_treaty.values()]


def _warn(outcome: "Outcome") -> None:
    for doubt in outcome.doubts[:SHOWN]:
        note(f"Warning: {doubt.message} ({doubt.source})")
    if len(outcome.doubts) > SHOWN:
        note(f"and {len(outcome.doubts) - SHOWN} more warnings; see: secdb check")


def _as_dict(outcome: "Outcome", what: str, writing: Writing) -> dict[str, Any]:
    from dataclasses import asdict

    return {
        "report": what,
        "revision": outcome.number,
        "dry_run": writing.dry_run,
        "effects": [{**_named(asdict(effect)), "text": str(effect)} for effect in outcome.effects],
        "warnings": [asdict(doubt) for doubt in outcome.doubts],
        "rows": [
            {"noun": one.noun, "name": one.name, "number": one.number, "done": one.done, "label": one.label}
            for one in outcome.entered
        ],
    }


def _named(value: Any) -> Any:  # noqa: ANN401 - any part of an effect
    """Return named tuples as objects."""
    if hasattr(value, "_asdict"):
        return value._asdict()
    if isinstance(value, dict):
        return {key: _named(item) for key, item in value.items()}
    return [_named(item) for item in value] if isinstance(value, list | tuple) else value
