"""Text of bytes in whatever encoding they came, exact to the character.

A mark at the beginning decides, then UTF-8 where it fits, then the zeros of UTF-16 and UTF-32. What is left is a
guess: the encodings of the United Nations' languages are tried and the text that looks most like writing is taken.
charset-normalizer, where installed, adds its own proposal to be judged with the others; alone it was wrong on most
letters with a few accents or quotation marks.
"""

from __future__ import annotations

import codecs
import re

from secdb.intake.readers.errors import DamagedError, WrongTypeError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
    (b"\x84\x31\x95\x33", "gb18030"),
)
_WIDE = ("utf-32-le", "utf-32-be", "utf-16-le", "utf-16-be")
# where two read the same, the one named first is said
_TRIED = (
    *("cp1252", "latin-1", "cp1251", "koi8-u", "cp866", "iso8859-5", "mac-cyrillic", "gb18030", "big5hkscs"),
    *("cp1256", "iso8859-6", "cp850", "mac-roman", "cp1250", "cp1253", "cp1254", "shift_jis", "euc_jp", "euc_kr"),
)
_ENOUGH = 1_000  # bytes of the sample that is tried in every encoding
_HIGH = re.compile(rb"[\x80-\xff]")
_CONTROLS = re.compile("[\x01-\x08\x0e-\x19\x1b-\x1f\x7f]")
_MOST_CONTROLS = 0.02
_PLAIN = re.compile("[a-zA-Z0-9 .,\\n\\rа-яء-يà-ÿα-ω、。，ぁ-ゖァ-ヺ的一是不和国國在中年月日]|[가-힣](?=[ 가-힣])")
# Groups by what they tell of a reading; a group's weight counts once for each of its characters.
_SIGNS = (
    # quotation marks and dashes that stand where such marks stand
    (3.0, r"(?<=[^\W\d_])’(?=[^\W\d_])|(?<![^\s(\[])[“‘«„](?=\w)|(?<=[\w.,;:!?)])[”’»](?!\w)"),
    (1.5, r"(?<=[\s\d])[–—](?=[\s\d])|[…•]|(?<=\d)[°ºª]|(?<!\w)[§№](?=\s?\d)|(?<=\s)[¿¡](?=\w)"),
    # Latin letters with marks among others; then capitals, and capitals where none belongs
    (3.0, r"(?<=[a-zA-Z])[à-ïñ-öø-üßœ](?![A-ZÀ-Þ])|(?<![^\W_])[à-ïñ-öø-ü](?=[a-z])"),
    (1.5, r"(?<![^\W_])[àáèéóú](?![^\W_])"),
    (0.8, r"(?<=[a-z])[ā-ž](?=[a-z\s,.])"),
    (0.3, r"[ýþðÿ](?=[a-z])"),
    (2.0, r"(?<![a-zß-ÿ])[À-ÖØ-ÝŠŽ](?=[a-zà-ÿ])|(?<=[A-ZÀ-Þ])[À-ÖØ-Ý](?![a-z])|(?<!\w)[À-ÖØ-Ý](?=[A-Z])"),
    (-4.0, r"(?<=[a-zß-öø-ÿ])[À-ÖØ-ÞŒŸ]|(?<=[а-я])[А-Я]"),
    # letters of two scripts side by side
    (-3.0, r"(?<=[A-Za-zÀ-ɏ])[Ͱ-ۿ぀-힣＀-￯]|(?<=[Ͱ-ۿ぀-힣＀-￯])[A-Za-zÀ-ɏ]"),
    # the commonest letters of Russian, Arabic and Greek, then the others, each beside one of its kind
    (2.6, r"(?i:(?:(?<=[Ѐ-ӿ])[оеаинтсрвл]|[оеаинтсрвл](?=[Ѐ-ӿ])))"),
    (1.2, r"(?i:(?:(?<=[Ѐ-ӿ])[кмдпуяыьгзбчйхжіє]|[кмдпуяыьгзбчйхжіє](?=[Ѐ-ӿ])))"),
    (2.0, r"(?<=[ء-ي])[اليمونرتبةعدسفه]|[اليمونرتبةعدسفه](?=[ء-ي])"),
    (0.8, r"(?<=[ء-ي])[ء-ئب-غـ-ي،؛؟]"),
    (1.6, r"(?<=[Ͱ-Ͽ])[αοιετσνηυρπκμλςάέήίόύώ]|[αοιετσνηυρπκμλςάέήίόύώ](?=[Ͱ-Ͽ])"),
    # the characters that letters in Chinese are full of, then Japanese and Korean
    (
        5.0,
        (
            r"[的一是不了在人有我他这為为之大来來以个個中上们們国國和地到说時时要就出会會可也对對年月日主行法政民家同部長长代表常驻駐联聯合"
            r"安全理事信书書秘致辞阁閣下谨謹第号號决決议議及其与與本各于於由并此所]"
        ),
    ),
    (4.0, r"[、。，：；（）《》]"),
    (2.0, r"[ぁ-ゖァ-ヺ]"),
    (3.0, r"[가-힣]"),
    (0.4, r"[一-鿿]"),
    # signs that letters seldom hold, and what no text holds
    (-1.5, r"[\xa0-©¬-¹¼-¾×÷ˆ-˝‰-›€™]|(?<![Ѐ-ӿ])[Ѐ-ӿ](?![Ѐ-ӿ])|(?<![Ͱ-Ͽ])[Ͱ-Ͽ](?![Ͱ-Ͽ])"),
    (-3.0, r"[←-⯿ｱ-ﾟ∀-⋿]"),
    (-6.0, r"[\x80-\x9f\ue000-\uf8ff\ufffd\U00010000-\U0010ffff]"),
)
_WEIGHED = tuple((weight, re.compile(pattern)) for weight, pattern in _SIGNS)


def decoded(content: bytes) -> tuple[str, tuple[str, ...]]:
    """Return the text and the notes on how it was read; line ends and all stay, a byte order mark goes.

    Raises WrongTypeError for what is no text, DamagedError when the encoding that the mark names does not fit.
    """
    text, notes = _by_mark(content) or _by_fit(content) or _by_guess(content)
    _check_text(text)
    return text, notes


def sketch(content: bytes) -> str:
    """Return the beginning of what may be a text, for a look at what it is; letters beyond ASCII may be wrong."""
    start = content[:4_096]
    for mark, encoding in _MARKS:
        if start.startswith(mark):
            return start.decode(encoding, errors="replace")
    wide = _wide(start) if b"\0" in start else None
    return start.decode(wide or "latin-1", errors="replace")


def _by_mark(content: bytes) -> tuple[str, tuple[str, ...]] | None:
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            try:
                text = content.decode(encoding)
            except UnicodeDecodeError as error:
                wrong = f"its first bytes say {encoding}, which byte {error.start} is not"
                raise DamagedError(f"{wrong}: save it again as UTF-8") from None
            return text.removeprefix("\ufeff"), ()
    return None


def _by_fit(content: bytes) -> tuple[str, tuple[str, ...]] | None:
    if b"\0" not in content:
        try:
            return content.decode("utf-8"), ()
        except UnicodeDecodeError:
            return None
    wide = _wide(content)
    if wide is None:
        raise WrongTypeError(f"it is no text, byte {content.index(0)} is zero: give a document")
    return content.decode(wide), (f"Its encoding was taken to be {wide}.",)


def _wide(content: bytes) -> str | None:
    """Return which of UTF-16 and UTF-32 reads the most plain letters, if it reads all and a good part is plain."""
    found = [(_plain(content[:8_000], one), one) for one in _WIDE]
    share, encoding = max(found, key=lambda pair: pair[0])
    return encoding if share > 0.15 and (len(content) <= 8_000 or _fits(content, encoding)) else None  # noqa: PLR2004


def _plain(sample: bytes, encoding: str) -> float:
    """Return the share of plain letters; 0 when the encoding does not fit."""
    if not _fits(sample, encoding):
        return 0.0
    text = sample.decode(encoding)
    return 0.0 if "\0" in text else len(_PLAIN.findall(text)) / max(1, len(text))


def _fits(content: bytes, encoding: str) -> bool:
    try:
        content.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def _by_guess(content: bytes) -> tuple[str, tuple[str, ...]]:
    sample = _sample(content)
    ranked = sorted(_candidates(sample), key=lambda one: -_score(sample, one))
    encoding = next((one for one in ranked if _fits(content, one)), None)
    if encoding:
        return content.decode(encoding), (f"Its encoding was guessed to be {encoding}.",)
    text = content.decode(ranked[0], errors="replace")
    lost = f"{text.count(chr(0xFFFD))} characters did not fit"
    return text, (f"Its encoding was guessed to be {ranked[0]}; {lost}: compare it with the document.",)


def _sample(content: bytes) -> bytes:
    """Return the first lines with bytes beyond ASCII: the ends of lines are the same in all encodings tried."""
    found = b""
    end = 0
    while len(found) < _ENOUGH and (high := _HIGH.search(content, end)):
        start = max(end, content.rfind(b"\n", end, high.start()) + 1, high.start() - _ENOUGH)
        end = content.find(b"\n", high.start(), high.start() + _ENOUGH) + 1
        if not end:  # a long line: where it is cut may be within a character, so nothing can follow
            return found + content[start : high.start() + _ENOUGH]
        found += content[start:end]
    return found


def _candidates(sample: bytes) -> list[str]:
    try:
        from charset_normalizer import from_bytes
    except ImportError:
        return list(_TRIED)
    best = from_bytes(sample).best()
    return [*_TRIED, *([best.encoding] if best and best.encoding not in _TRIED else [])]


def _score(sample: bytes, encoding: str) -> float:
    """Return how much a reading of the sample looks like writing."""
    decoder = codecs.getincrementaldecoder(encoding)()  # the sample may end within a character
    try:
        text = decoder.decode(sample)
    except UnicodeDecodeError:
        text = sample.decode(encoding, errors="replace")
    return sum(weight * len(pattern.findall(text)) for weight, pattern in _WEIGHED)


def _check_text(text: str) -> None:
    if "\0" in text:
        raise WrongTypeError(f"it is no text, character {text.index(chr(0))} is zero: give a document")
    if len(_CONTROLS.findall(text[:100_000])) > _MOST_CONTROLS * min(len(text), 100_000):
        raise WrongTypeError("it is no text, it is full of control characters: give a document")
