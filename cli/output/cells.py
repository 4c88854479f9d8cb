"""From the values of a row to the text of a cell, for each kind of reader."""

import re
from collections.abc import Iterable, Mapping, Sequence

from .text import escape_json, visible

Row = Mapping[str, object]
Columns = Sequence[str] | Mapping[str, str]

# a formula to a spreadsheet, also behind blanks, quotes and what cannot be seen; full-width signs count in East Asia
_FORMULA = r"[\t\r]|[\s\"'\x00-\x1f\x7f-\xa0\xad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]*[=+\-@＝＋－＠]"  # noqa: RUF001
_NUMBER = r"[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?"

# an underscore within a word emphasizes nothing
_MARKDOWN = r"[\\`*\[\]<>|~$&]|(?<![^\W_])_|_(?![^\W_])"
_LATEX = {
    **{character: f"\\{character}" for character in "&%$#_{}"},
    "\\": r"\textbackslash{}",
    "^": r"\textasciicircum{}",
    "~": r"\textasciitilde{}",
    "<": r"\textless{}",
    ">": r"\textgreater{}",
    "`": r"\textasciigrave{}",
    '"': r"\symbol{34}",  # babel gives the sign itself another meaning in several languages
}
_LIGATURE = r"(?<=-)-|(?<=')'|(?<=,),"  # TeX would print --, '' and ,, as one sign
_ANY_LATEX = "[\\x00-\\x7f\u2018\u2019\u201c\u201d\u2013\u2014\u2026]"  # printed by every engine as it comes
_T1 = {chr(code) for code in range(0xA0, 0x180)} - set("ĦħĸĿŀŉŦŧſ") | set("ȘșȚț‚„‹›")  # noqa: RUF001 - printed by pdflatex


def keys_of(rows: Iterable[Row]) -> list[str]:
    """Return the keys of all rows, in the order in which they first appear."""
    return list(dict.fromkeys(key for row in rows for key in row))


def headings(keys: Sequence[str], columns: Columns | None) -> dict[str, str]:
    """Return what people read, key by key, above which words: the columns asked for, or all.

    Without columns the pair `since_earliest`, `since_latest` becomes the one column `since`.
    """
    if isinstance(columns, Mapping):
        return dict(columns)
    if columns is None:
        columns = list(dict.fromkeys(_stem(key) if _is_paired(key, keys) else key for key in keys))
    return {key: (key if _is_paired(key, columns) else _stem(key)).replace("_", " ") for key in columns}


def _stem(key: str) -> str:
    return key.removesuffix("_earliest").removesuffix("_latest")


def _is_paired(key: str, keys: Sequence[str]) -> bool:
    stem = _stem(key)
    return key != stem and f"{stem}_earliest" in keys and f"{stem}_latest" in keys


def shown(row: Row, key: str) -> str:
    """Return what people read in the column of that key, on one line."""
    if key not in row and (f"{key}_earliest" in row or f"{key}_latest" in row):
        return visible(_span(row.get(f"{key}_earliest"), row.get(f"{key}_latest")))
    return visible(_words(row.get(key)))


def _span(earliest: object, latest: object) -> str:
    """Return the date of one event; when it is not known, the days it may have been on as EDTF, `[1992-05..1994]`."""
    if earliest == latest:
        return _words(earliest)
    return f"[{_words(earliest)}..{_words(latest)}]"


def _words(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Mapping):
        return ", ".join(f"{key.replace('_', ' ')}: {_words(part)}" for key, part in value.items() if part is not None)
    if isinstance(value, (list, tuple)):
        between = "; " if any(isinstance(part, (Mapping, list, tuple)) for part in value) else ", "
        return between.join(map(_words, value))
    return str(value)


def is_number(value: object) -> bool:
    """Tell whether a value belongs to a column that is aligned to the right."""
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def as_markdown(text: str) -> str:
    """Return text that Markdown shows as it is, in a table too."""
    return re.sub(_MARKDOWN, r"\\\g<0>", text)


def as_html(text: str) -> str:
    """Return text that a browser shows as it is."""
    from html import escape

    return escape(text)


def as_latex(text: str) -> str:
    r"""Return text that LaTeX prints as it is; after the `\\` of a row `[` and `*` would be options of it."""
    escaped = "".join(_LATEX.get(character, character) for character in text)
    escaped = re.sub(_LIGATURE, r"{}\g<0>", escaped)
    return f"{{{escaped[0]}}}{escaped[1:]}" if escaped.startswith(("[", "*")) else escaped


def latex_needs(text: str) -> str:
    """Return a comment that says what a document needs for the letters of a text; empty where it needs nothing."""
    if not (beyond := set(re.sub(_ANY_LATEX, "", text))):
        return ""
    if beyond <= _T1:
        return "% for pdflatex: \\usepackage[T1]{fontenc}\n"
    return "% for lualatex or xelatex, and a font that has all letters: \\usepackage{fontspec} \\setmainfont{...}\n"


def as_field(value: object, *, raw: bool) -> str:
    """Return the text of a CSV field; a formula gets an apostrophe before it unless `raw`."""
    if value is None:
        return ""
    if isinstance(value, str):
        return value if raw else defused(value)
    return as_json(value) if isinstance(value, (bool, Mapping, list, tuple)) else str(value)


def defused(text: str) -> str:
    """Return text that no spreadsheet runs as a formula."""
    return f"'{text}" if re.match(_FORMULA, text) and not re.fullmatch(_NUMBER, text) else text


def as_json(value: object, *, indent: int | None = None, ascii_only: bool = False) -> str:
    """Return JSON in which all that cannot be seen is escaped."""
    import json

    return escape_json(json.dumps(value, ensure_ascii=ascii_only, indent=indent))
