"""Quoted words found in the text of a document: where they stand, and what is nearest when they do not."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from secdb.errors import SecdbError
from secdb.register.quoting.folding import fold, lowered
from secdb.register.quoting.nearest import Passage, nearest_passage, one_line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from secdb.register.quoting.folding import Folded

    Search = Callable[[], Iterator[Passage]]

__all__ = ["Passage", "QuotationError", "find_quotation"]

_LISTED = 3
_CONTEXT = 20  # characters shown on either side of a passage
_REMEDY = "give more of the words, --occurrence N or --locator"


class QuotationError(SecdbError):
    """Words do not stand in a text, or stand in it more than once.

    `found` are the first places of several; `nearest` the passage most like words that are not there (None = nothing
    is), `similarity` how like it is, from 0 to 1.
    """

    def __init__(
        self, message: str, *, found: Sequence[Passage] = (), nearest: Passage | None = None, similarity: float = 0.0
    ) -> None:
        super().__init__(message)
        self.found = tuple(found)
        self.nearest = nearest
        self.similarity = similarity


def find_quotation(
    text: str,
    quotation: str,
    *,
    within: tuple[int, int] | None = None,
    occurrence: int | None = None,
    document: str | None = None,
) -> Passage:
    """Return the passage of `text` that a quotation is: offsets in characters from 0, the end exclusive, and its words.

    The very words come first, then the same words with other blanks, line ends, quotes, dashes and hyphenation, last
    with capitals and small letters alike. Of several places the first inside `within` (a statement's offsets) is
    taken, or the `occurrence`-th, from 1 (inside `within` if it stands there). `document` is named in messages.
    Raises QuotationError.
    """
    if not quotation.strip():
        raise QuotationError("the quotation is empty; give the words that prove the record")
    where = "the text" if document is None else f"the text of {document}"
    searches = _searches(text, quotation)
    if within is not None:
        for search in searches:
            inside = (one for one in search() if within[0] <= one.start and one.end <= within[1])
            if (first := next(inside, None)) is not None:
                return first if occurrence is None else _chosen(text, [first, *inside], occurrence, where)
    for search in searches:
        if found := list(search()):
            return _chosen(text, found, occurrence, where)
    raise _missing(text, quotation, where)


def _searches(text: str, quotation: str) -> list[Search]:
    """Return the ways to look for the words, the strictest first; only the others fold the text."""
    folded: list[Folded] = []

    def loosely(*, by_case: bool) -> Iterator[Passage]:
        if not folded:
            folded.extend((fold(text), fold(quotation.strip())))
        return _alike(text, *folded, by_case=by_case)

    return [
        lambda: _exact(text, quotation),
        lambda: loosely(by_case=True),
        lambda: loosely(by_case=False),
    ]


def _places(text: str, words: str) -> Iterator[int]:
    """Yield where the words stand, those places included that share characters."""
    place = text.find(words)
    while place >= 0:
        yield place
        place = text.find(words, place + 1)


def _exact(text: str, words: str) -> Iterator[Passage]:
    return (Passage(place, place + len(words), words) for place in _places(text, words))


def _alike(text: str, folded: Folded, words: Folded, *, by_case: bool) -> Iterator[Passage]:
    sought = words.text if by_case else lowered(words.text)
    size = len(sought)
    hard, soft = words.hyphens(0, size)
    for index in _places(folded.text if by_case else lowered(folded.text), sought) if size else ():
        has_hard, has_soft = folded.hyphens(index, index + size)
        # a hyphen of the word itself stands in both; one at the end of a line may be either
        if has_hard <= hard | soft and hard <= has_hard | has_soft:
            start, end = folded.place(index), folded.place(index + size - 1) + 1
            yield Passage(start, end, text[start:end])


def _chosen(text: str, found: list[Passage], occurrence: int | None, where: str) -> Passage:
    """Return the one passage meant. Raises QuotationError when that is not clear."""
    if occurrence is None and len(found) > 1:
        message = f"the words stand {len(found)} times in {where}: {_listed(text, found)}; {_REMEDY}"
        raise QuotationError(message, found=found[:_LISTED])
    number = 1 if occurrence is None else occurrence
    if not 1 <= number <= len(found):
        times = "once" if len(found) == 1 else f"{len(found)} times"
        message = f"the words stand {times} in {where}; there is no occurrence {number}"
        raise QuotationError(message, found=found[:_LISTED])
    return found[number - 1]


def _listed(text: str, found: list[Passage]) -> str:
    """Return the first places with the words around them."""
    shown = [
        f'{one.start}-{one.end} "{one_line(text[max(0, one.start - _CONTEXT) : one.end + _CONTEXT])}"'
        for one in islice(found, _LISTED)
    ]
    return "at " + ", ".join(shown) + (f" and {len(found) - _LISTED} more" if len(found) > _LISTED else "")


def _missing(text: str, quotation: str, where: str) -> QuotationError:
    nearest, similarity = nearest_passage(text, quotation)
    if nearest is None:
        return QuotationError(f"neither the words nor any like them are in {where}; copy them from it, or --locator")
    message = (
        f"the words are not in {where}; nearest ({int(similarity * 100)} %) at {nearest.start}-{nearest.end}: "
        f'"{one_line(nearest.words)}"'
    )
    return QuotationError(message, nearest=nearest, similarity=similarity)
