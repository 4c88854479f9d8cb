"""Text as a terminal may have it: nothing that moves the cursor, hides or reorders what is read."""

import io
import os
import re
import sys
from collections.abc import Callable

import typer

_BLANKS = frozenset("\u00a0\u1680\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200B))))  # Unicode's Zs


def prepare_streams() -> None:
    """Print in UTF-8 to files, pipes and in the C locale, with line feeds; what an encoding lacks is escaped.

    A terminal of another encoding keeps it, and so does who asks for one with PYTHONIOENCODING.
    """
    stream = sys.stdout
    if not isinstance(stream, io.TextIOWrapper):
        return
    is_terminals = stream.isatty() and stream.encoding.lower() not in {"ascii", "us-ascii", "ansi_x3.4-1968"}
    encoding = None if is_terminals or "PYTHONIOENCODING" in os.environ else "utf-8"
    stream.reconfigure(encoding=encoding, errors="backslashreplace", newline="\n")


def note(message: str) -> None:
    """Print a message to stderr, on one line."""
    typer.echo(visible(message), err=True)


def visible(text: str) -> str:
    r"""Return the text on one line: line ends as ` / `, tabs as blanks, what cannot be seen as `\x1b`, `\u202e`.

    What cannot be seen are controls, format characters (bidi, zero-width), separators, surrogates, code points without
    a character; blanks of any width stay.
    """
    if text.isprintable():
        return text
    lines = (line.strip() for line in re.split(r"[\r\n]", text.replace("\t", " ")))
    return escape_unseen(" / ".join(line for line in lines if line))


def escape_unseen(text: str) -> str:
    r"""Return the text with all that cannot be seen escaped, as `\x1b` or `\u202e`; tabs and line feeds stay."""
    return _replace_unseen(text, lambda character: character.encode("unicode_escape").decode())


def escape_json(text: str) -> str:
    r"""Return JSON with all that cannot be seen escaped as JSON does it: `\u202e`, `\udb40\udc41`."""
    return _replace_unseen(text, _utf16_escapes)


def _replace_unseen(text: str, replace: Callable[[str], str]) -> str:
    def replace_in(run: re.Match[str]) -> str:
        if run[0].isprintable():
            return run[0]
        return "".join(c if c.isprintable() or c in _BLANKS else replace(c) for c in run[0])

    return re.sub(r"[^\n\t -~]+", replace_in, text)


def _utf16_escapes(character: str) -> str:
    units = character.encode("utf-16-be", "surrogatepass").hex()
    return "".join(f"\\u{units[start : start + 4]}" for start in range(0, len(units), 4))


def width(text: str) -> int:
    """Return how many columns of a terminal a line takes: wide East Asian characters two, combining ones none."""
    if text.isascii():
        return len(text)
    from unicodedata import category, east_asian_width

    return sum(
        0 if category(c) in {"Mn", "Me"} or _is_joined_jamo(c) else 2 if east_asian_width(c) in "WF" else 1
        for c in text
    )


def shortened(text: str, columns: int, tail: str) -> str:
    """Return the text, or as much of its beginning as leaves room for a tail that tells it from others."""
    if width(text) <= columns:
        return text
    left = columns - width(tail)
    return text[: _longest_start(text, left) if left > 0 else 0].rstrip() + tail


def _is_joined_jamo(character: str) -> bool:
    """Tell whether a Hangul vowel or final consonant is drawn into the syllable before it."""
    return "\u1160" <= character <= "\u11ff" or "\ud7b0" <= character <= "\ud7fb"


def wrap(text: str, columns: int) -> list[str]:
    """Return lines of at most so many columns, broken at blanks, words that are longer anywhere."""
    lines, line = [], ""
    for word in text.split(" "):
        rest = f"{line} {word}" if line else word
        if width(rest) > columns and line:
            lines.append(line)
            rest = word
        while width(rest) > columns and (cut := _longest_start(rest, columns)) < len(rest):
            lines.append(rest[:cut])
            rest = rest[cut:]
        line = rest
    return [*lines, line]


def _longest_start(text: str, columns: int) -> int:
    """Return how many characters fit, at least one, with the combining ones after the last."""
    end = 1
    while end < len(text) and width(text[: end + 1]) <= columns:
        end += 1
    return end
