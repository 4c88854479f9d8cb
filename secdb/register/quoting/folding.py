"""Text made comparable: the same words in two copies of a document fold alike, and lead back to where they stand."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

_UNSEEN = "\u00ad\u200b\u200c\u200d\u2060\ufeff"  # soft hyphen, joiners, byte order mark: not seen in print
_TYPOGRAPHY = str.maketrans(
    {
        **dict.fromkeys("“”„‟«»″＂", '"'),  # noqa: RUF001 - the characters of print
        **dict.fromkeys("‘’‚‛′`´‹›ʼ", "'"),  # noqa: RUF001
        **dict.fromkeys("‐‑‒–—―−", "-"),  # noqa: RUF001
    }
)
_LETTER = r"[^\W\d_]"
# a hyphen between letters: the word may be hyphenated at the end of a line, or have the hyphen of its own
_SOFT = rf"[-\u00ad](?<={_LETTER}.)[^\S\n\r\f]*[\n\r\f]\s*(?={_LETTER})"
_HARD = rf"-(?<={_LETTER}.)(?={_LETTER})"
_BLANK = rf"[^\S ][\s{_UNSEEN}]*| [\s{_UNSEEN}]+|[{_UNSEEN}][\s{_UNSEEN}]*"
_SPECIAL = re.compile(rf"(?P<soft>{_SOFT})|(?P<hard>{_HARD})|(?P<blank>{_BLANK})", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Folded:
    """A text with blanks, quotes and dashes alike in every copy; `starts` and `places` say where each stretch stood.

    Hyphens between letters are left out; `hard` and `soft` (at the end of a line) are the places before which one was.
    """

    text: str
    starts: list[int]
    places: list[int]
    hard: list[int]
    soft: list[int]

    def place(self, index: int) -> int:
        """Return where the character stood in the text that was folded."""
        stretch = bisect_right(self.starts, index) - 1
        return self.places[stretch] + index - self.starts[stretch]

    def hyphens(self, low: int, high: int) -> tuple[set[int], set[int]]:
        """Return the places of the hard and of the soft hyphens between two characters, counted from the first."""
        hard, soft = (
            {place - low for place in places[bisect_right(places, low) : bisect_left(places, high)]}
            for places in (self.hard, self.soft)
        )
        return hard, soft


def fold(text: str) -> Folded:
    """Return the text folded: one blank for many, straight quotes, plain dashes, no soft hyphens; case stays."""
    plain = text.translate(_TYPOGRAPHY)
    folded = Folded("", [], [], [], [])
    pieces: list[str] = []
    length = done = 0
    for found in _SPECIAL.finditer(plain):
        start, end = found.span()
        instead = _instead(found)
        for piece, place in ((plain[done:start], done), (instead, start)):
            if piece:
                folded.starts.append(length)
                folded.places.append(place)
                pieces.append(piece)
                length += len(piece)
        if found.lastgroup in {"soft", "hard"}:
            (folded.soft if found["soft"] else folded.hard).append(length)
        done = end
    folded.starts.append(length)
    folded.places.append(done)
    return Folded("".join([*pieces, plain[done:]]), folded.starts, folded.places, folded.hard, folded.soft)


def lowered(text: str) -> str:
    """Return the text in small letters, as long as it was."""
    small = text.lower()
    return small if len(small) == len(text) else "".join(one if len(one.lower()) > 1 else one.lower() for one in text)


def _instead(found: re.Match[str]) -> str:
    return " " if found.lastgroup == "blank" and any(one.isspace() for one in found[0]) else ""
