"""The grammar of headings, first half: the labels in a heading, and the letter of each.

A comma or semicolon parts labels where a capital follows, or an act in small letters with its letter:

    Ratification, Accession to the Convention as amended(a), Succession(d)
    Ratification, acceptance (A), accession (a) or succession (d)

After a letter a space, a stroke, `or` or `and` does. A letter is of the act it stands at: in `Ratification or
Accession(a)` of the second; but `Acceptance or approval(A)`, where it may be of both, is one label. `(b)` after
`article 7 (1)` is a paragraph and no letter; paragraphs have small ones. Footnote marks are no part of a label.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from secdb.exchange.importers.mtdsg.acts import ACT, PREFIX

if TYPE_CHECKING:
    from collections.abc import Iterator

    Label = tuple[str, str | None]

_LETTER = r"\(\s?([A-Za-z]{1,2})\s?\)"
_NOTES = r"(?:(?:\s+|(?<=[^\W\d_])|(?<=[)*]))[0-9]{1,2}(?:\s*,\s*[0-9]{1,2})*|\s*[*\u2020]+|\s*\[[0-9]{1,2}\])"
_AND = r"(?:and/or|and|or|et|ou)"
_BREAKS = re.compile(
    rf"\s*[,;]\s*(?:{_AND}\s+)?(?=[A-Z\u00c0-\u00de])(?![IVXLC]+\b|[A-Z]\b)"
    rf"|\s*[,;]\s*(?:{_AND}\s+)?(?={ACT}{_NOTES}?\s*{_LETTER})"
    rf"|(?<=\)){_NOTES}*\s+{_AND}\s+(?=[A-Z])"
    rf"|(?<=\)){_NOTES}*\s*(?:[,;/]|{_AND}\s)?\s*(?={PREFIX}{ACT})"
)
_NUMBERED = (
    r"(?:articles?|art\.|sections?|paragraphs?|paras?\.|rules?|regulations?|chapters?|parts?|annex(?:es)?|protocols?)"
)
_PARAGRAPH = re.compile(rf"(?i:{_NUMBERED}\s+(?:nos?\.\s?)?[0-9IVXLC]+)(?:\s*\([0-9a-z]+\))*")
_MARKS = re.compile(rf"{_NOTES}+$")
_LAST = re.compile(rf"(.*\S)\s*{_LETTER}")
_EARLY = re.compile(rf"({PREFIX}{ACT})\s*{_LETTER}\s+([a-z].*)")
_ACTS = rf"{PREFIX}{ACT}(?:(?:\s+{_AND}\s+|\s?/\s?|,\s+(?:{_AND}\s+)?|\s+){ACT})*"
_FIRST = re.compile(rf"({PREFIX}{ACT})(?:\s+{_AND}\s+|\s?/\s?|,\s+(?:{_AND}\s+)?)({_ACTS})")
_SPACED = re.compile(rf"({PREFIX}{ACT})\s+(?=[A-Z])({ACT}.*)")


def labels(text: str) -> Iterator[Label]:
    """Yield the labels of a heading in its order, each with its letter, None where it has none."""
    for part in _parts(" ".join(text.split())):
        yield from _acts(*_label_and_letter(part))


def _parts(plain: str) -> list[str]:
    """Return the heading cut at its breaks; one inside parentheses is none."""
    breaks = [found for found in _BREAKS.finditer(plain) if _is_break(plain, found)]
    begins = [0, *(found.end() for found in breaks)]
    ends = [*(found.start() for found in breaks), len(plain)]
    return [plain[begin:end] for begin, end in zip(begins, ends, strict=True) if begin < end]


def _is_break(plain: str, found: re.Match[str]) -> bool:
    before, after = plain[: found.start()], plain[found.end() :]
    if before.count("(") != before.count(")"):
        return False
    return after[:1].isupper() or not (before.endswith(")") and _ends_in_paragraph(before))


def _label_and_letter(part: str) -> Label:
    """Return the label without footnote marks and letter, and the letter."""
    plain = _unmarked(part)
    if early := _EARLY.fullmatch(plain):
        return f"{early[1]} {early[3]}", early[2]
    found = _LAST.fullmatch(plain)
    if found is None or (found[2].islower() and _ends_in_paragraph(found[1])):
        return plain, None
    return _unmarked(found[1]), found[2]


def _unmarked(label: str) -> str:
    """Return the label without footnote marks; the number of an article is none."""
    return label if _PARAGRAPH.search(label) else _MARKS.sub("", label)


def _ends_in_paragraph(text: str) -> bool:
    return any(found.end() == len(text) for found in _PARAGRAPH.finditer(text))


def _acts(label: str, letter: str | None) -> Iterator[Label]:
    """Yield the acts of a label apart where only the last of them has the letter."""
    while found := _SPACED.fullmatch(label) or (_FIRST.fullmatch(label) if letter else None):
        first, rest = found.groups()
        if letter and not _SPACED.fullmatch(label) and letter[0].casefold() in _initials(first):
            break
        yield first, None
        label = rest
    yield label, letter


def _initials(text: str) -> set[str]:
    return {word[0] for word in text.casefold().split()}
