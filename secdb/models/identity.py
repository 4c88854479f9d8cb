"""What makes two rows the same record, where that is not a code."""

from __future__ import annotations

from secdb.models.evidence import TARGETS

KEYS = {
    "state_name": ("state_id", "language", "form", "name", "valid"),
    "state_code": ("state_id", "scheme", "code", "valid"),
    "state_succession": ("predecessor_id", "successor_id", "kind", "date_edtf"),
    "person_name": ("person_id", "language", "name"),
    "treaty_name": ("treaty_id", "language", "name"),
    "treaty_relation": ("treaty_id", "related_id", "kind"),
    "document_symbol": ("symbol",),
    "signatory": ("statement_id", "position"),
    "act": ("dataset_id", "treaty_id", "state_id", "kind", "date_edtf", "effect_edtf"),
    "roster": ("dataset_id", "treaty_id", "on_edtf", "statement_id"),
    "roster_entry": ("roster_id", "state_id"),
    "tenure": ("dataset_id", "person_id", "state_id", "office", "acting", "accredited_to", "valid"),
    "citation": (*(f"{target}_id" for target in TARGETS), "document_id", "locator", "quotation", "start_char"),
}
"""The columns by which a row of a table is known."""

REPEATING = frozenset({"act", "roster"})
"""Tables where several records may have the same key: the first in a file is the first on record, and so on."""
