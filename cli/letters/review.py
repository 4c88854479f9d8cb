"""A letter's draft gone through at a terminal, each thing beside the words it was taken from."""

from collections.abc import Sequence
from dataclasses import dataclass
from shutil import get_terminal_size
from typing import TYPE_CHECKING, Any, Literal

import typer

from ..entry.ask import Question, ask
from ..entry.prompt import read_line
from ..output.text import note, width
from .correcting import Candidates, Check, Correcting, Offer
from .excerpt import Excerpt
from .screen import Size, has_colour, questions, screen

if TYPE_CHECKING:
    from secdb.register.drafts.toml_lines import Path
    from secdb.register.letters.items import Item

Table = dict[str, Any]
Ended = Literal["finished", "stopped", "input ended", "interrupted"]

KEYS = {
    "c": ("correct", "change one of the values"),
    "s": ("skip", "leave it out of what is recorded; s again takes that back"),
    "n": ("note", "write a note that is recorded with it"),
    "b": ("back", "see the one before again"),
    "a": ("all", "accept it and all the rest"),
    "e": ("edit", "edit the whole draft as TOML in your editor"),
    "q": ("quit", "stop here; the draft is kept as it now is"),
}
_LACKING = {"warnings": "csn", "document": "s"}
"""The keys that do nothing with an item."""


@dataclass(frozen=True, slots=True)
class Reviewed:
    """The draft after a review, to be kept however it ended; `tables` are those given, changed.

    `ended`: "finished" when everything was gone through, "stopped" by `q`, "input ended" by Ctrl-D, "interrupted" by
    Ctrl-C. `open`: how many questions keep the draft from being recorded.
    """

    tables: Table
    ended: Ended
    open: int = 0

    @property
    def finished(self) -> bool:
        """Tell whether everything was gone through."""
        return self.ended == "finished"


def review(
    tables: Table,
    text: str,
    remarks: "dict[Path, list[str]]",
    *,
    check: Check,
    offer: Offer,
    candidates: Candidates = lambda _: (),
) -> Reviewed:
    """Go through a draft item by item with the person at the terminal, and return what became of it.

    `tables` is changed in place, so that every change is there whatever happens; `remarks`, as `write_letter_draft` has
    them, are emptied when the parts they are about are others. Neither the end of input nor Ctrl-C raises: see
    `Reviewed`.
    """
    reviewing = _Reviewing(tables, text, remarks, Correcting(check, offer, candidates))
    ended: Ended = "input ended"
    try:
        ended = reviewing.run()
    except KeyboardInterrupt:
        ended = "interrupted"
    except typer.Abort:
        pass
    return Reviewed(tables, ended, sum(one.is_open for one in reviewing.left()))


class _Reviewing:
    """One draft under review: its items and the one looked at."""

    def __init__(self, tables: Table, text: str, remarks: "dict[Path, list[str]]", correcting: Correcting) -> None:
        self._tables = tables
        self._text = text
        self._remarks = remarks
        self._correcting = correcting
        self._excerpt = Excerpt(text)
        self._at = 0

    def left(self) -> "list[Item]":
        """Return the items; those of a statement that is left out are not among them."""
        from secdb.register.letters.items import is_below, items

        found = items(self._tables, self._text, self._remarks)
        skipped = [one.path for one in found if one.is_skipped]
        return [one for one in found if not any(is_below(one.path, path) for path in skipped)]

    def run(self) -> Ended:
        """Go through the items until the last is accepted, or the person stops."""
        do = {"": self._next, "c": self._correct, "s": self._skip, "n": self._note, "b": self._back, "e": self._edit}
        shown = None
        while self._at < len(found := self.left()):
            item = found[self._at]
            if item != shown:
                self._show(item, len(found))
            key = _key(item)
            shown = None if key == "e" else item  # the editor had the screen
            if key == "q":
                return "stopped"
            if key == "a":
                break
            do.get(key, self._explain)(item)
        _sum_up(self.left())
        return "finished"

    def _show(self, item: "Item", count: int) -> None:
        colour = has_colour()
        note("")
        for line in screen(item, self._excerpt, f"{self._at + 1} of {count}", _size(), colour=colour):
            typer.echo(line, err=True, color=colour)

    def _explain(self, item: "Item") -> None:
        for line in questions(item, _size().columns):
            note(line)
        note("  Enter  accept it and go on")
        for key in _keys(item):
            note(f"  {key}      {KEYS[key][1]}")

    def _next(self, _: "Item") -> None:
        self._at += 1

    def _back(self, _: "Item") -> None:
        if not self._at:
            note("  this is the first one")
        self._at = max(0, self._at - 1)

    def _skip(self, item: "Item") -> None:
        from secdb.register.letters.changing import skip, unskip

        if item.is_skipped:
            unskip(self._tables, item.path)
            return
        skip(self._tables, item.path)
        note("  left out; b and s take it in again")
        self._at += 1

    def _note(self, item: "Item") -> None:
        from secdb.register.letters.changing import note as set_note

        words = ask(Question("Note", "anything a reader should know", default=item.note or ""))
        set_note(self._tables, item.path, words)

    def _correct(self, item: "Item") -> None:
        self._correcting.correct(self._tables, item)

    def _edit(self, item: "Item") -> None:
        from .rewriting import rewrite

        paths = [one.path for one in self.left()]
        if not rewrite(self._tables, self._text, self._remarks):
            return
        now = [one.path for one in self.left()]
        if now != paths:  # remarks are about parts by their places, which are others now
            self._remarks.clear()
        self._at = now.index(item.path) if item.path in now else min(self._at, max(0, len(now) - 1))


def _keys(item: "Item") -> list[str]:
    return [key for key in KEYS if key not in _LACKING.get(item.table, "")]


def _key(item: "Item") -> str:
    """Ask what to do and return the key, empty for Enter."""
    keys = _keys(item)
    prompt = f"Enter accepts, {' '.join(f'[{key}]{KEYS[key][0][1:]}' for key in keys)} [?]: "
    if width(prompt) > _size().columns - 2:
        prompt = f"Enter accepts, {' '.join(keys)} ?: "
    while True:
        typed = read_line(prompt).strip().casefold()
        if typed in {"", "?", *keys}:
            return typed
        if named := [key for key in keys if KEYS[key][0] == typed]:
            return named[0]
        note(f"  answer Enter, {', '.join(keys)} or ?")


def _sum_up(found: "Sequence[Item]") -> None:
    skipped, asked = sum(one.is_skipped for one in found), sum(one.is_open for one in found)
    parts = [f"{len(found)} looked through", *([f"{skipped} left out"] if skipped else [])]
    note(", ".join([*parts, *([f"{asked} still with a question"] if asked else [])]))


def _size() -> Size:
    found = get_terminal_size()
    return Size(max(20, found.columns), max(10, found.lines))
