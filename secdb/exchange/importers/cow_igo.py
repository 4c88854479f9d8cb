"""Correlates of War, Intergovernmental Organizations version 3, state-year format (`state_year_format3`).

The form: one row per State and year. `ccode` is the COW number of the State, `year` the year, `state` an
abbreviation; then one column for each organization, named by its own. A cell is 0 (no member), 1 (full member), 2
(associate), 3 (observer), -9 (missing) or -1 (the organization does not exist); as published, with a decimal (`1.0`).
It covers 1816-2014; version 3 is annual throughout (older versions had every fifth year before 1965).

Bounds. The year is all there is, and cells are taken as stated: 0 says that the State was a member on no day of the
year, 1, 2 and 3 that it was one, of that sort, at some time of it. So a membership **begins in the first year coded
so**, and **ends in the last year coded so or on 1 January of the year after**, an end being the first day no longer:
not before 2 January of the last year; where it was coded for one year only on 1 January of the year after, as it cannot
end before it begins.

The world need not agree. The first year coded 1 is that of admission to the United Nations for 186 of the 191 States
that could be compared. Years of leaving are coded both ways: Chile (Andean Group, October 1976) and Uzbekistan (CSTO,
December 2012) have 0 in the year they left, the Soviet Union (League of Nations, December 1939) and the United States
(ILO, November 1977) have 1. Where it is 0 the dataset contradicts the day known from elsewhere, and `compare` shows it.

- Missing cells, and years without a row, make the bounds wider: 0 in 1950, -9, 1 in 1953 is a beginning in 1951-1953;
  1 in 1950, -9, 0 in 1953 an end from 2 January 1950 to 1 January 1953. The same code on both sides is one membership,
  as it is with rosters. After a code that only missing cells follow it ends at an unknown day, from the last year on.
- A State's first code says only that it was a member by then: the start reaches back to the day the State began.
- A lower status (1, then 2) ends the higher: by 1 January of the first year coded so, as after a 0. The lower begins
  from 2 January to the end of that year, for the derivation must have the two in order.
- -1 in every row from some year on is the end of the organization: one `termination` for all, in the last year it has
  or on 1 January of the year after; who joined in that last year is nowhere certain. A State without further rows
  that still exists ends at an unknown day. The extinction of a State is the authority list's to tell, and nothing ends
  with the last year of the file.

Other pitfalls: 365 is the Soviet Union to 1991, then the Russian Federation; 255 and 260 are one State here; 345 is
three. A row is of the State that had the number on 31 December of its year, or, where none had, on 1 January. A column
is an organization: where one, or a treaty, of that code is on record, acts go under its treaty and under each treaty
which that one requires (`csto`: the Charter, and the Collective Security Treaty), else under a new treaty `igo-` +
column. A treaty required may be older than the organization, of which the file says nothing: there a member of the
organization's first year may have been a party since the treaty's entry into force.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from secdb.exchange.csvfile import PackageError
from secdb.exchange.importers.igo_history import History, Setting, Target, between
from secdb.exchange.importers.igo_years import KEYS, Years
from secdb.exchange.importers.making import Act, Maker
from secdb.exchange.importers.source import read_source, require_columns

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from secdb.exchange.importers.base import Record, Reject, Tally
    from secdb.exchange.importers.making import Values
    from secdb.exchange.importers.states import States

TITLE = "Correlates of War: Intergovernmental Organizations, version 3, state-year format"
DATASET = "cow-igo"

# treaties to record an organization's acts under, by its code or their own
_ON_RECORD = """
WITH found (code, treaty, required) AS (
  SELECT organization, treaty, 0 FROM organizations
  UNION SELECT treaty, treaty, 0 FROM treaties
  UNION SELECT o.organization, r.related, 1 FROM organizations AS o
    JOIN treaty_relations AS r ON r.treaty = o.treaty AND r.kind = 'requires'
  UNION SELECT treaty, related, 1 FROM treaty_relations WHERE kind = 'requires')
SELECT f.code, f.treaty, f.required, COALESCE(t.in_force_earliest, t.signed_earliest) AS since
FROM found AS f JOIN treaties AS t ON t.treaty = f.treaty
ORDER BY f.code, f.treaty, f.required
"""
_ABOUT: Values = {
    "title": TITLE,
    "authority": "The Correlates of War Project",
    "licence": "Free to use with citation: Pevehouse, Nordstrom, McManus and Jamison (2020)",
    "covers_from": "1816-01-01",
    "covers_to": "2014-12-31",
    "url": "https://correlatesofwar.org/data-sets/IGOs/",
    "note": "Coded by year, and taken as stated: 0 is a member on no day of the year, 1, 2 and 3 at some time of it. A "
    "membership begins in the first year coded so, and ends in the last one or on 1 January of the year after; missing "
    "cells make that wider",
}
_DOCUMENT: Values = {
    "title": "Tracking organizations in the world: The Correlates of War IGO Version 3.0 datasets; state_year_format3",
    "date_text": "2020",
    "date_edtf": "2020",
    "language": "en",
    "publisher": "The Correlates of War Project",
    "url": "https://doi.org/10.1177/0022343319881175",
}


def records(path: Path, states: States, dataset: str, tally: Tally) -> Iterator[Record | Reject]:
    """Yield the dataset, its document, the organizations, then each State's acts; see `Importer`.

    All rows are held, a byte for each cell (8 MB for the file as published): they may come in any order, and a State
    may have several numbers. Raises PackageError when the file is not of this form.
    """
    make = Maker(path.name, dataset)
    with read_source(path) as (header, rows):
        require_columns(header, KEYS, path, "in state-year format")
        if tuple(header[: len(KEYS)]) != KEYS or len(header) == len(KEYS):
            raise PackageError("is not in state-year format: ccode, year, state, then organizations", path.name, 1)
        years = Years(path.name, header, states)
        targets = _targets(years.columns, states)
        yield from make.opening(_ABOUT, _DOCUMENT)
        yield from _organizations(make, years.columns, targets, tally)
        yield from years.read(rows, tally)
    setting = Setting(make, states, tally, years.columns, targets, years.existed_to(), years.last_year)
    for state, history in years.histories.items():
        yield from History(setting, state).acts(history)
    yield from _terminations(setting)


def _targets(columns: list[str], states: States) -> list[list[Target]]:
    """Return the treaties of each column: those on record for the organization of that code, else a new one."""
    known: dict[str, dict[str, Target]] = {}
    for row in states.register.rows(_ON_RECORD):
        target = Target(row["treaty"], bool(row["required"]), row["since"] or "")
        known.setdefault(row["code"], {}).setdefault(target.treaty, target)
    return [list(known.get(column.lower(), {"": Target(_code(column), required=False)}).values()) for column in columns]


def _code(column: str) -> str:
    return f"igo-{column.lower()}"


def _organizations(make: Maker, columns: list[str], targets: list[list[Target]], tally: Tally) -> Iterator[Record]:
    """Yield a treaty and its organization for each column that is not on record under another treaty."""
    by_column = zip(columns, targets, strict=True)
    own = [column for column, found in by_column if [one.treaty for one in found] == [_code(column)]]
    for column, found in zip(columns, targets, strict=True):
        if column not in own:
            tally.notes[f"{column}: on record, its acts go under {', '.join(one.treaty for one in found)}"] += 1
    for column in own:
        title = f"Constituent instrument of {column.upper()}"
        yield make.record("treaty", {"code": _code(column), "title": title})
    for column in own:
        values = {"code": column.lower(), "name": column.upper(), "treaty": _code(column)}
        yield make.record("organization", values)


def _terminations(setting: Setting) -> Iterator[Record]:
    """Yield the end of each organization that the last years do not know; of it alone, not of a treaty it requires."""
    for column, year, found in zip(setting.columns, setting.existed_to, setting.targets, strict=True):
        if not 0 < year < setting.last_year:
            continue
        date = between(f"{year:04d}-01-02", f"{year + 1:04d}-01-01")
        for target in found:
            if not target.required:
                locator = f"every ccode, {year + 1}, {column}"
                yield from setting.make.act(Act(1, target.treaty, None, "termination", date, date, locator))
