"""How the texts of a row become values."""

from __future__ import annotations

from datetime import date

import pytest

from secdb.register.rows.fields import DateField, DayField, FieldError, HashedField, NumberField, PeriodField, TextField

NOTHING: dict[str, str | None] = {}


def test_a_date_keeps_the_words_and_takes_its_bounds_from_the_edtf() -> None:
    assert DateField("date").read({"date_text": "in the spring", "date_edtf": "1994-03"}) == {
        "date_text": "in the spring",
        "date_edtf": "1994-03",
        "date_earliest": date(1994, 3, 1),
        "date_latest": date(1994, 3, 31),
    }


def test_a_date_without_edtf_is_read_from_its_words() -> None:
    assert DateField("date").read({"date_text": "16 августа 2006", "date_edtf": None}) == {
        "date_text": "16 августа 2006",
        "date_edtf": "2006-08-16",
        "date_earliest": date(2006, 8, 16),
        "date_latest": date(2006, 8, 16),
    }


def test_a_date_not_given_is_empty_in_all_its_parts() -> None:
    empty = {"on_text": None, "on_edtf": None, "on_earliest": None, "on_latest": None}
    assert DateField("on").read(NOTHING) == empty


@pytest.mark.parametrize(("texts", "column"), [(("soon", None), "date_text"), (("1994", "1994-13"), "date_edtf")])
def test_the_column_of_a_bad_date_is_named(texts: tuple[str, str | None], column: str) -> None:
    with pytest.raises(FieldError) as caught:
        DateField("date").read(dict(zip(("date_text", "date_edtf"), texts, strict=True)))
    assert caught.value.column == column


def test_a_period_ends_on_the_day_after_its_last() -> None:
    assert PeriodField("valid").read({"valid": "from 1991-09-21 to 1999-04-19"}) == {
        "valid": "1991-09-21/1999-04-19",
        "start_earliest": date(1991, 9, 21),
        "start_latest": date(1991, 9, 21),
        "end_earliest": date(1999, 4, 20),
        "end_latest": date(1999, 4, 20),
    }


def test_a_period_not_given_has_no_bounds() -> None:
    assert set(PeriodField("existence").read(NOTHING).values()) == {None}


@pytest.mark.parametrize("text", ["1992-3-2", "19920302", "1992-W10-1", "1992-02-30", "1992", "1992-03-02 "])
def test_only_a_whole_day_is_a_day(text: str) -> None:
    with pytest.raises(FieldError, match="is not a day of the calendar"):
        DayField("un_admission").read({"un_admission": text})


@pytest.mark.parametrize("text", ["-1", "1.0", "1_000", "x", " 1", "٣", "1000000000"])
def test_only_a_whole_number_in_plain_figures_is_a_number(text: str) -> None:
    with pytest.raises(FieldError, match="is not a whole number"):
        NumberField("position", required=False).read({"position": text})


def test_an_empty_value_is_the_default_where_there_is_one() -> None:
    assert TextField("rank", required=False, default="normal").read({"rank": None}) == {"rank": "normal"}
    assert NumberField("acting", required=False, default=0).read(NOTHING) == {"acting": 0}


@pytest.mark.parametrize("field", [TextField("kind", required=True), NumberField("kind", required=True)])
def test_a_value_that_is_required_is_missed(field: TextField | NumberField) -> None:
    with pytest.raises(FieldError, match="is required"):
        field.read({"kind": None})


def test_a_word_that_is_not_in_the_list_is_refused_with_the_list() -> None:
    with pytest.raises(FieldError, match="is none of: short, formal"):
        TextField("form", required=True, words=("short", "formal")).read({"form": "long"})


def test_a_text_is_kept_exactly_with_the_hash_of_its_bytes() -> None:
    # printf 'a\r\nb' | sha256sum
    digest = "18745f36a05e29072709042d6062ce54f1b08ff36c27ba80c39f81fb010c8ce2"
    read = HashedField("text").read({"text": "a\r\nb"})
    assert read["text"] == "a\r\nb"
    assert read["sha256"] == digest
    assert HashedField("text").read({"text": None}) == {"text": None, "sha256": None}


def test_a_nul_character_is_refused_everywhere() -> None:
    for field in (TextField("text", required=True), HashedField("text"), PeriodField("text")):
        with pytest.raises(FieldError, match="NUL"):
            field.read({"text": "a\0b"})
