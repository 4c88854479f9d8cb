"""What all entries of a letter's draft are made with: places in the draft, words of the text, codes not taken yet."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from secdb.errors import DateError
from secdb.period import parse_date
from secdb.register.entry.codes import free
from secdb.register.entry.entries import Entry
from secdb.register.letters.citing import Words
from secdb.register.rows.problems import Place

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from secdb.register.drafts.toml_lines import Path
    from secdb.register.letters.form import LetterDraft, Table


class Making:
    """The draft of one letter being turned into entries. `is_taken(noun, code)` tells which codes records have."""

    def __init__(self, draft: LetterDraft, text: str, is_taken: Callable[[str, str], bool]) -> None:
        self.draft = draft
        self.text = text
        self.words = Words(text, draft.tables.get("statements", []))
        self.is_taken = is_taken
        self.document = ""
        self._given: set[tuple[str, str]] = set()

    def entry(self, noun: str, values: Mapping[str, Any], path: Path, **parts: Sequence[Entry]) -> Entry:
        """Return an entry whose problems are told with the lines of what stands at a path of the draft."""
        lines = {key: self.draft.lines[*path, key] for key in self._table(path) if (*path, key) in self.draft.lines}
        line = self.draft.lines.get(path, 0)
        given = {key: value for key, value in values.items() if value not in (None, "", ())}
        return Entry(
            noun, given, {key: tuple(part) for key, part in parts.items()}, Place(self.draft.file, line), lines
        )

    def cited(self, proofs: Sequence[tuple[tuple[int, int] | None, str]]) -> tuple[Entry, ...]:
        """Return the citations of words with what they prove."""
        return self.words.citations(self.document, proofs)

    def date(self, name: str, given: str | None, span: tuple[int, int] | None) -> dict[str, str | None]:
        """Return a date as printed with its EDTF; a date that a reviewer has corrected stands for itself."""
        words = self.words.flat(span)
        if not given or not words:
            return {name: given}
        try:
            understood = parse_date(words).edtf
        except DateError:  # of a language or form that only the reader of letters knows
            understood = given
        return {name: words, f"{name}_edtf": given} if understood == given else {name: given}

    def free(self, noun: str, wanted: str) -> str:
        """Return a code that no record has, and that has not been given here."""
        code = free(wanted, lambda code: (noun, code) in self._given or self.is_taken(noun, code))
        self._given.add((noun, code))
        return code

    def _table(self, path: Path) -> Table:
        table: Any = self.draft.tables
        for key in path:
            table = table[key]
        return table  # type: ignore[no-any-return]
