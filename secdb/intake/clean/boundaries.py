"""Words that run together where a text has lost its line breaks: a line break is put between them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from secdb.intake.clean.mapped import Mapped

# Words that stand under names and in heads of documents; no name ends with one.
_OFFICE = (
    r"Permanent\s?Representative|Permanent\s?Observer|Permanent\s?Mission|Acting\s?Permanent|Deputy\s?Permanent|Charg[ée]\sd|"
    r"Ambassador|Ministers?\s(?:for|of)\s|Minister[ -]Counsell|Prime\s?Minister|Foreign\s?Minister|President\sof\s|"
    r"Head\sof\sState|Representante\s?Permanente|Repr[ée]sentant\s?permanent|Ministr[oe]\sde"
)
_GLUED = re.compile(r"[A-ZÀ-Þ](?<=[^\W\d_].)(?=[a-zé])")
_SURE = re.compile(
    rf"(?<=[^\W\d_])(?=(?:{_OFFICE}))|(?<=[a-z][a-z]of)(?=[A-Z][a-z])|(?<=Representative)(?=of\s?[A-Z])|(?<=a\.i\.)(?=of\s)"
    r"|(?<=[a-z.])(?=\((?:Signed|Firmado|Signé)\))"
)
_ANY = re.compile(
    r"(?<=[a-zß-ÿ])(?=[A-ZÀ-Þ])(?<!\bMc)(?<!\bMac)(?<!\bDe)(?<!\bDi)(?<!\bLe)(?<!\bLa)|(?<=[A-ZÀ-Þ]{3})(?=[A-ZÀ-Þ][a-zß-ÿ]{2})"
    r"|(?<=\d)(?=[A-Z][a-zA-Z]{3})|(?<=[a-z0-9)][.,;:])(?=[A-Z][a-z]|\([A-Z])|(?<=[A-Z])(?=ORIGINAL\b|GENERAL\s|SECURITY\s)"
    r"|(?<=[a-z]of)(?=[A-Z])|(?<=Representative)(?=of\s)|(?<=a\.i\.)(?=of\s)|(?<=[A-Za-z])(?=(?:addressed|dated)\s(?:to|\d))"
)
OFTEN = 5
"""Sure places of a text that has lost its line breaks everywhere."""


def parted(plain: Mapped) -> Mapped:
    """Return the text with a line break where words run together: before offices, and anywhere when it is frequent."""
    if not _GLUED.search(plain.text):
        return plain
    sure = [found.start() for found in _SURE.finditer(plain.text)]
    if len(sure) >= OFTEN:
        sure = [found.start() for found in _ANY.finditer(plain.text)]
    return plain.edited((place, place, "\n") for place in dict.fromkeys(sure))
