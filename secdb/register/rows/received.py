"""How the file in which a document was received comes out of a package."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from secdb.register.rows.fields import FieldError

if TYPE_CHECKING:
    from secdb.register.rows.fields import Texts, Values


@dataclass(frozen=True, slots=True)
class ReceivedField:
    """A file as received, a text of which each character is a byte (Latin-1), with its media type and SHA-256."""

    name: str

    @property
    def columns(self) -> tuple[str, ...]:
        """The bytes and the media type."""
        return (self.name, f"{self.name}_type")

    def read(self, texts: Texts) -> Values:
        """Return the bytes, the media type and the hash."""
        content, media_type = (texts.get(column) for column in self.columns)
        if content is None and media_type is None:
            return dict.fromkeys((*self.columns, f"{self.name}_sha256"))
        if content is None or not media_type:
            missing = self.columns[0 if content is None else 1]
            raise FieldError(missing, "is required where there is a file as received, or its type")
        data = content.encode("latin-1")
        return {self.name: data, self.columns[1]: media_type, f"{self.name}_sha256": hashlib.sha256(data).hexdigest()}
