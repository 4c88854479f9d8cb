"""The columns of the package format, written down by hand."""

from __future__ import annotations

import pytest

from secdb.models import Base
from secdb.models.records import recorded_tables
from secdb.register.rows.layout import layout_of

COLUMNS = {
    "state": "code existence un_admission note",
    "state_name": "id state name language form valid note",
    "state_code": "id state scheme code valid",
    "treaty": "code title signed_text signed_edtf signed_at in_force_text in_force_edtf term_years expires_text "
    "expires_edtf depositary registration note",
    "organization": "code name treaty note",
    "treaty_relation": "id treaty related kind",
    "act": "id dataset treaty state kind date_text date_edtf effect_text effect_edtf organ signer signer_capacity rank "
    "contests note",
    "roster": "id dataset treaty statement on_text on_edtf body complete rank note",
    "document": "code kind title date_text date_edtf language publisher url retrieved_on text received "
    "received_type note",
    "tenure": "id dataset person state office acting accredited_to title valid rank note",
    "citation": "id state state_name state_succession treaty act roster roster_entry tenure statement signatory "
    "document locator quotation start_char end_char note",
}


@pytest.mark.parametrize("name", COLUMNS)
def test_a_table_of_the_package_has_the_columns_of_the_format(name: str) -> None:
    assert layout_of(name).columns == set(COLUMNS[name].split())


def test_every_table_of_records_is_part_of_a_package_and_no_other() -> None:
    kept_by_the_register = {
        "act_effect",
        "change",
        "derivation_switch",
        "membership_event",
        "membership_period",
        "membership_refresh",
        "revision",
    }
    assert set(recorded_tables()) == set(Base.metadata.tables) - kept_by_the_register


@pytest.mark.parametrize("name", recorded_tables())
def test_a_record_is_known_by_columns_that_exist_and_are_unique_where_the_database_says_so(name: str) -> None:
    layout = layout_of(name)
    assert set(layout.key) <= set(layout.table.c.keys())
    assert layout.has_code == (
        name in {"dataset", "state", "person", "treaty", "organization", "document", "statement"}
    )


def test_closed_lists_are_known() -> None:
    fields = {field.columns[0]: field for field in layout_of("state_name").fields}
    assert getattr(fields["form"], "words", None) == ("short", "formal", "variant")
