"""The register as Popolo: what its published schemas ask for, and nothing said that is not known."""

from __future__ import annotations

import json
import re
import sqlite3
from contextlib import closing
from copy import deepcopy
from typing import TYPE_CHECKING, Any

import pytest

from secdb.errors import NotFoundError, RefusedError
from secdb.exchange.exporters.popolo import export_popolo
from secdb.exchange.exporters.popolo_dates import end_date, period_text, start_date
from tests.inside import run

if TYPE_CHECKING:
    from pathlib import Path

Thing = dict[str, Any]

# what https://www.popoloproject.com/specs/ asks of each class, in our words
TEXTS = {
    "persons": {"id", "name"},
    "organizations": {"id", "name", "classification", "founding_date", "dissolution_date"},
    "posts": {"id", "label", "role", "organization_id"},
    "memberships": {"id", "label", "role", "person_id", "organization_id", "post_id", "start_date", "end_date"},
}
LISTS = {
    "persons": {"other_names"},
    "organizations": {"other_names", "identifiers"},
    "posts": set[str](),
    "memberships": set[str](),
}
NEEDED = {
    "persons": {"id", "name"},
    "organizations": {"id", "name"},
    "posts": {"id", "label", "role", "organization_id"},
    "memberships": {"id", "organization_id"},
}
DATE = re.compile(r"[0-9]{4}(-[0-9]{2}){0,2}")
REFERENCES = {"person_id": "persons", "organization_id": "organizations", "post_id": "posts"}


def faults(popolo: dict[str, list[Thing]]) -> list[str]:
    """Return what the published schemas do not allow, and references to what is not there."""
    found = [] if list(popolo) == list(TEXTS) else [f"classes: {list(popolo)}"]
    ids = {name: [thing.get("id") for thing in things] for name, things in popolo.items()}
    for name, things in popolo.items():
        found += [f"{name}: {key} twice" for key in ids[name] if ids[name].count(key) > 1][:1]
        for thing in things:
            about = f"{name} {thing.get('id')}"
            keys = TEXTS[name] | LISTS[name] | ({"member"} if name == "memberships" else set())
            found += [f"{about}: {key}?" for key in thing if key not in keys]
            found += [f"{about}: no {key}" for key in NEEDED[name] if not thing.get(key)]
            found += [f"{about}: {key} is no text" for key in TEXTS[name] & thing.keys() if type(thing[key]) is not str]
            parts = [thing, *(part for key in LISTS[name] for part in thing.get(key, []))]
            dates = [part[key] for part in parts for key in part if key.endswith("_date")]
            found += [f"{about}: {date} is no date" for date in dates if not DATE.fullmatch(date)]
            found += [f"{about}: a name without" for part in thing.get("other_names", []) if not part.get("name")]
            found += [f"{about}: no identifier" for part in thing.get("identifiers", []) if not part.get("identifier")]
            referred = [(of, thing[key]) for key, of in REFERENCES.items() if key in thing]
            referred += [("organizations", thing["member"]["id"])] if "member" in thing else []
            found += [f"{about}: no {of} {key}" for of, key in referred if key not in ids[of]]
    return found


def exported(database: Path, dataset: str = "register") -> dict[str, list[Thing]]:
    lines: list[str] = []
    export_popolo(str(database), lines.append, dataset=dataset)
    read: dict[str, list[Thing]] = json.loads("".join(lines))
    return read


@pytest.fixture(scope="module")
def popolo(seeded_file: Path) -> dict[str, list[Thing]]:
    """Return the seeds, not to be changed."""
    return exported(seeded_file)


def by_id(things: list[Thing]) -> dict[str, Thing]:
    return {thing["id"]: thing for thing in things}


def test_it_is_as_the_published_schemas_have_it(popolo: dict[str, list[Thing]], seeded_file: Path) -> None:
    assert faults(popolo) == []
    assert faults(exported(seeded_file, "documents")) == []


def test_the_check_of_the_form_finds_faults(popolo: dict[str, list[Thing]]) -> None:
    popolo = deepcopy(popolo)
    popolo["persons"][0] |= {"age": 1}
    popolo["posts"][0].pop("label")
    popolo["memberships"][0] |= {"person_id": "person/nobody", "start_date": "1992-5"}
    assert len(faults(popolo)) == 4


def test_both_engines_give_the_same_bytes(seeded_file: Path, seeded_server: str, tmp_path: Path) -> None:
    done = [export_popolo(str(one), tmp_path / f"{at}.json") for at, one in enumerate([seeded_file, seeded_server])]
    assert done[0] == done[1]
    assert (tmp_path / "0.json").read_bytes() == (tmp_path / "1.json").read_bytes()


def test_the_organization_has_the_seven_members_of_2009(popolo: dict[str, list[Thing]]) -> None:
    day = "2009-09-26"
    members = [
        one["member"]["name"]
        for one in popolo["memberships"]
        if one["organization_id"] == "organization/csto"
        and one["role"] == "party"
        and one["start_date"] <= day <= one.get("end_date", "9999")
    ]
    states = ["Armenia", "Belarus", "Kazakhstan", "Kyrgyzstan", "Russian Federation", "Tajikistan", "Uzbekistan"]
    assert members == states


def test_a_membership_says_from_its_first_day_to_its_last(popolo: dict[str, list[Thing]]) -> None:
    memberships = by_id(popolo["memberships"])
    member = {"id": "state/AZE", "name": "Azerbaijan", "classification": "State"}
    assert memberships["treaty/cst/AZE/2"] == {
        "id": "treaty/cst/AZE/2",
        "role": "party",
        "member": member,
        "organization_id": "treaty/cst",
        "start_date": "1994-04-20",
        "end_date": "1999-04-19",  # not renewed: the 20th was the first day without it
    }
    of_uzbekistan = [one for key, one in memberships.items() if key.startswith("treaty/cst/UZB/")]
    assert [(one["role"], one["start_date"], one.get("end_date")) for one in of_uzbekistan] == [
        ("party", "1994-04-20", "1999-04-19"),
        ("party", "2006-08-16", "2012-12-18"),
        ("suspended", "2012-12-19", None),
    ]


def test_a_treaty_is_a_body_only_where_it_founds_none(popolo: dict[str, list[Thing]]) -> None:
    organizations = by_id(popolo["organizations"])
    assert [key for key in organizations if not key.startswith("state/")] == ["organization/csto", "treaty/cst"]
    csto = organizations["organization/csto"]
    assert (csto["name"], csto["founding_date"]) == ("Collective Security Treaty Organization", "2003-09-18")
    assert {"name": "Tashkent Treaty", "lang": "en", "note": "variant"} in organizations["treaty/cst"]["other_names"]


def test_a_state_has_its_names_of_the_time_and_its_codes(popolo: dict[str, list[Thing]]) -> None:
    belarus = by_id(popolo["organizations"])["state/BLR"]
    former = {"name": "Byelorussian Soviet Socialist Republic", "lang": "en", "note": "formal"}
    assert former | {"start_date": "1944-02-01", "end_date": "1991-09-18"} in belarus["other_names"]
    assert {"scheme": "cow", "identifier": "370"} in belarus["identifiers"]
    assert (belarus["name"], belarus["classification"]) == ("Belarus", "State")


def test_an_office_that_a_signature_attests_has_no_dates(popolo: dict[str, list[Thing]]) -> None:
    held = [one for one in popolo["memberships"] if one.get("person_id") == "person/churkin-v"]
    post = "post/RUS/permanent_representative"
    assert held == [
        {
            "id": "signature/13",
            "label": "permanent_representative, attested on 2009-09-30",
            "role": "permanent_representative",
            "person_id": "person/churkin-v",
            "organization_id": "state/RUS",
            "post_id": post,
        }
    ]
    label = "Permanent representative, Russian Federation"
    role = "permanent_representative"
    assert by_id(popolo["posts"])[post] == {"id": post, "label": label, "role": role, "organization_id": "state/RUS"}
    assert by_id(popolo["persons"])["person/abelian-m"]["other_names"] == [
        {"name": "Movses Abelian", "lang": "en", "note": "short"},
        {"name": "Мовсес Абелян", "lang": "ru", "note": "short"},
    ]


TENURE = """
INSERT INTO tenure (dataset_id, person_id, state_id, office, acting, {}, start_earliest, start_latest,
  end_earliest, end_latest, rank) SELECT d.id, p.id, s.id, 'head_of_state', 1, {}, 'normal'
FROM dataset AS d, person AS p, state AS s WHERE d.code = 'register' AND p.code = 'putin-v' AND s.code = 'RUS'
"""


def test_a_tenure_on_record_has_the_dates_that_are_known(seeded_file: Path, tmp_path: Path) -> None:
    own = tmp_path / "own.db"
    own.write_bytes(seeded_file.read_bytes())
    bounds = "'1999-12', '1999-12-01', '1999-12-31', '2008-05-07', '2008-06-01'"
    with closing(sqlite3.connect(own)) as connection, connection:
        connection.execute(TENURE.format("valid", bounds))
    [held] = [one for one in exported(own)["memberships"] if one["id"].startswith("tenure/")]
    label = "acting head_of_state, 1999-12/[2008-05-06..2008-05-31]"
    assert (held["role"], held["start_date"], held["label"]) == ("acting head_of_state", "1999-12", label)
    assert "end_date" not in held


def test_what_popolo_cannot_carry_is_counted(seeded_file: Path) -> None:
    done = export_popolo(str(seeded_file), lambda _line: None)
    # by the acts: nine signed or acceded to the Treaty before it was in force, six signed the Charter
    assert "15 memberships short of party (signatory, contracting, provisional)" in done.losses[1]
    assert "7 tenures of persons who are not named" in done.losses[1]
    assert "13 tenures that signatures attest" in done.losses[0]
    assert "63 acts" in done.losses[2]
    assert dict(done.counts) == {"persons": 13, "organizations": 208, "posts": 19, "memberships": 13 + 11 + 8}


def test_where_only_bounds_are_known_the_label_tells_them(seeded_file: Path) -> None:
    memberships = by_id(exported(seeded_file, dataset="documents")["memberships"])
    armenia = memberships["treaty/cst/ARM/1"]
    assert armenia["label"] == "party, [1994-04-20..2002-05-14]/[2009-09-26..]"
    assert not {"start_date", "end_date"} & armenia.keys()
    with pytest.raises(NotFoundError, match="there is no dataset 'nobody'"):
        exported(seeded_file, dataset="nobody")


def row(*bounds: str | None) -> dict[str, object]:
    return dict(zip(("start_earliest", "start_latest", "end_earliest", "end_latest"), bounds, strict=True))


@pytest.mark.parametrize(
    ("bounds", "start", "end"),
    [
        (("1992-05-15", "1992-05-15", None, None), "1992-05-15", None),
        (("1993-01-01", "1993-12-31", "1999-04-20", "1999-04-20"), "1993", "1999-04-19"),
        (("2000-02-01", "2000-02-29", "2001-01-01", "2001-01-01"), "2000-02", "2000-12-31"),
        (("2001-02-01", "2001-02-27", "2002-01-02", "2003-01-01"), None, "2002"),
        (("2001-12-01", "2001-12-31", "2002-01-01", "2002-12-31"), "2001-12", "2002"),
        (("2001-01-02", "2001-01-31", "2002-03-01", "2002-03-31"), None, "2002-03"),
        ((None, "2001-01-31", "2002-03-01", None), None, None),
        (("2001-01-31", None, "0001-01-01", "0001-01-01"), None, None),
        (("9999-12-01", "9999-12-31", None, None), "9999-12", None),
    ],
)
def test_a_date_is_a_day_a_month_a_year_or_left_out(
    bounds: tuple[str | None, ...], start: str | None, end: str | None
) -> None:
    assert (start_date(row(*bounds)), end_date(row(*bounds))) == (start, end)


def test_a_period_is_told_as_edtf() -> None:
    assert period_text(row("1992-05-15", "1992-05-15", None, None)) == "1992-05-15/.."
    assert period_text(row("1992-05-15", "1992-05-15", "1992-05-15", "1992-05-15")) == "unknown"


def test_the_file_is_there_whole_or_not_at_all(seeded_file: Path, tmp_path: Path) -> None:
    def stop(name: str, _count: int) -> None:
        if name == "memberships":
            raise KeyboardInterrupt

    path = tmp_path / "register.json"
    with pytest.raises(KeyboardInterrupt):
        export_popolo(str(seeded_file), path, told=stop)
    assert list(tmp_path.iterdir()) == []
    path.write_text("mine")
    with pytest.raises(RefusedError, match="already; replace it with --force"):
        export_popolo(str(seeded_file), path)
    assert path.read_text() == "mine"
    export_popolo(str(seeded_file), path, force=True)
    assert path.read_bytes().startswith(b'{\n"persons": [\n{"id": "person/abelian-m", ')
    assert path.read_bytes().endswith(b"}\n]\n}\n")


MADE = "ccode,year,state,csto,nowhere\n365,2002,russia,1,1\n365,2003,russia,1,1\n371,2002,armenia,1,0\n"


def test_of_other_datasets_nothing_is_listed_and_nothing_counted(own_url: str, tmp_path: Path) -> None:
    before = tmp_path / "before.json"
    first = export_popolo(own_url, before)
    file = tmp_path / "made.csv"
    file.write_text(MADE, encoding="utf-8")
    done = run("--database", own_url, "import", "cow-igo", str(file), "--author", "tests")
    assert done.returncode == 0, done.stderr
    after = export_popolo(own_url, tmp_path / "after.json")
    assert (tmp_path / "after.json").read_bytes() == before.read_bytes()
    assert [one.replace("1 revisions", "2 revisions") for one in first.losses] == list(after.losses)
    export_popolo(own_url, tmp_path / "theirs.json", dataset="cow-igo")
    theirs = json.loads((tmp_path / "theirs.json").read_text(encoding="utf-8"))
    bodies = [one["id"] for one in theirs["organizations"] if one["classification"] != "State"]
    assert bodies == ["organization/csto", "organization/nowhere", "treaty/cst"]
