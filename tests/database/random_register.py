"""Random registers in the words of the questions of docs/sql.md, close together so that their records meet."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from secdb.models import Base
from secdb.vocabulary import ActKind, Office, SignatureMode, SuccessionKind
from tests.database.samples import digest

if TYPE_CHECKING:
    from random import Random

Row = dict[str, Any]

DAYS = (
    *("1991-12-26", "1992-05-15", "1994-04-20", "1999-01-01", "1999-04-20", "2002-05-14", "2005-12-31", "2006-08-16"),
    *("2009-09-25", "2009-09-26", "2009-09-27", "2010-01-01", "2012-12-19", "2012-12-31", "2013-01-01", "2030-06-30"),
)
STATES = ("ARM", "BLR", "RUS", "SUN", "UZB")
TEXT = "The States parties to the Collective Security Treaty, e\N{COMBINING ACUTE ACCENT} \N{GRINNING FACE}, met."
FOR_ALL = (ActKind.TERMINATION, ActKind.PROLONGATION, ActKind.ENTRY_INTO_FORCE)
IN = (ActKind.PARTICIPATION, ActKind.ACCESSION, ActKind.SIGNATURE, ActKind.RESUMPTION)
OUT = (ActKind.WITHDRAWAL, ActKind.CESSATION, ActKind.SUSPENSION)


class RandomRegister:
    """The rows of one register, table by table, each table after those it refers to."""

    def __init__(self, random: Random) -> None:
        self.random = random
        self.is_exact = random.random() < 0.4  # days known, nothing contested: only then is much of it certain
        self.rows: dict[str, list[Row]] = {}
        self._authority()
        self._treaties()
        self._documents()
        self._facts()
        self._citations()

    def write(self, connection: sa.Connection) -> None:
        """Write all of it as one revision, left open."""
        moment = "2026-01-01T00:00:00.000Z"
        revision = {"id": 1, "author": "tests", "message": "a random register", "opened_at": moment}
        connection.execute(sa.insert(Base.metadata.tables["revision"]), [revision])
        for table, rows in self.rows.items():
            for row in rows:  # one by one, for they have not all the same columns
                connection.execute(sa.insert(Base.metadata.tables[table]), [row])

    def _add(self, table: str, **values: object) -> int:
        rows = self.rows.setdefault(table, [])
        rows.append({"id": len(rows) + 1, **values})
        return len(rows)

    def _some(self, table: str) -> int:
        return self.random.randint(1, len(self.rows[table]))

    def _day(self) -> dt.date:
        return dt.date.fromisoformat(self.random.choice(DAYS))

    def _window(self, name: str, *, always: bool = False) -> Row:
        """Return a date as recorded: exact, between two days, open on one side or, unless `always`, none."""
        first, last = sorted((self._day(), self._day()))
        kind = self.random.choice(("e" if self.is_exact else "eeebuv") + ("" if always else "-"))
        if kind == "-":
            return {}
        earliest, latest = {"e": (first, first), "b": (first, last), "u": (None, last), "v": (first, None)}[kind]
        return {f"{name}_edtf": "stated", f"{name}_earliest": earliest, f"{name}_latest": latest}

    def _period(self) -> Row:
        days = sorted(self._day() for _ in range(4))
        starts: list[dt.date | None] = [*days[:2]]
        ends: list[dt.date | None] = [*days[2:]]
        ends = self.random.choice([ends, [None, None], [ends[0], None], [ends[0], ends[0]]])
        starts = self.random.choice([starts, [None, starts[1]], [starts[0], None], [starts[0], starts[0]]])
        names = ("start_earliest", "start_latest", "end_earliest", "end_latest")
        return dict(zip(names, (*starts, *ends), strict=True))

    def _authority(self) -> None:
        for code in ("register", "documents"):
            self._add("dataset", code=code, title=code.title())
        for code in STATES:
            ends = {"end_earliest": self._day()} if code == "SUN" else {}
            state = self._add("state", code=code, **ends)
            for number in range(self.random.randint(0, 3)):
                form = self.random.choice(("short", "formal"))
                self._add(
                    "state_name", state_id=state, name=f"{code} {number}", language="en", form=form, **self._period()
                )
            self._add("state_code", state_id=state, scheme="cow", code=f"{state}00", **self._period())
        pairs = {tuple(self.random.sample(range(1, len(STATES) + 1), 2)) for _ in range(self.random.randint(0, 4))}
        for one, other in sorted(pairs):
            kind = self.random.choice(list(SuccessionKind))
            self._add("state_succession", predecessor_id=one, successor_id=other, kind=kind, **self._window("date"))
        for number in range(3):
            person = self._add("person", code=f"person-{number}", name=f"P. {number}")
            self._add("person_name", person_id=person, name=f"Person {number}", language="en", form="variant")

    def _treaties(self) -> None:
        for code in ("cst", "csto-charter"):
            treaty = self._add("treaty", code=code, title=code.upper(), **self._window("in_force"))
            self._add("treaty_name", treaty_id=treaty, name=f"{code} too", language="en", form="variant")
        self._add("organization", code="csto", name="CSTO", treaty_id=2)
        if self.random.random() < 0.5:
            self._add("treaty_relation", treaty_id=2, related_id=1, kind="requires")

    def _documents(self) -> None:
        self._add(
            "document",
            code="a-1",
            kind="un_document",
            title="A",
            text=TEXT,
            sha256=digest(TEXT),
            **self._window("date"),
        )
        self._add("document", code="b", kind="book", title="B", **self._window("date"))
        for position, symbol in enumerate(("A/1", "S/1"), 1):
            self._add("document_symbol", document_id=1, position=position, symbol=symbol)
        for code, document in (("a-1-letter", 1), ("b-text", 2)):
            statement = self._add(
                "statement",
                code=code,
                document_id=document,
                position=1,
                kind="statement",
                title=code,
                **self._window("date"),
            )
            for position in range(1, self.random.randint(1, 5)):
                self._add(
                    "signatory",
                    statement_id=statement,
                    position=position,
                    state_id=self._some("state"),
                    person_id=self.random.choice((None, 1, 2, 3)),
                    capacity=self.random.choice((None, Office.HEAD_OF_STATE, Office.PERMANENT_REPRESENTATIVE)),
                    mode=self.random.choice(list(SignatureMode)),
                    as_printed="as printed",
                )

    def _facts(self) -> None:
        for _ in range(self.random.randint(0, 24)):
            self._act()
        for _ in range(self.random.randint(0, 3)):
            complete, dataset = self.random.randint(0, 1), self._some("dataset")
            treaty, statement = self._some("treaty"), self.random.choice((None, 1, 2))
            dated = self._window("on", always=True)
            roster = self._add(
                "roster", dataset_id=dataset, treaty_id=treaty, statement_id=statement, complete=complete, **dated
            )
            for state in self.random.sample(range(1, len(STATES) + 1), self.random.randint(0, 4)):
                self._add("roster_entry", roster_id=roster, state_id=state, position=state)
        for _ in range(self.random.randint(0, 4)):
            keys = {f"{table}_id": self._some(table) for table in ("dataset", "person", "state")}
            office = self.random.choice((Office.HEAD_OF_STATE, Office.PERMANENT_REPRESENTATIVE))
            self._add("tenure", **keys, office=office, **self._period())

    def _act(self) -> None:
        usual = self.random.random() < (0.95 if self.is_exact else 0.6)
        kind = self.random.choice((*IN, *IN, *OUT) if usual else tuple(ActKind))
        states = [None, *range(1, len(STATES) + 1)] if kind in FOR_ALL else range(1, len(STATES) + 1)
        # most are what the questions ask of
        key: Row = {"dataset_id": self.random.choice((1, 1, 1, 2)), "treaty_id": self.random.choice((1, 1, 1, 2))}
        key["state_id"] = self.random.choice(states)
        heads = [
            act["id"]
            for act in self.rows.get("act", [])
            if act["contests_id"] is None and all(act[name] == value for name, value in key.items())
        ]
        self._add(
            "act",
            **key,
            kind=kind,
            rank="normal" if self.is_exact else self.random.choice(("normal", "normal", "preferred", "deprecated")),
            contests_id=None if self.is_exact else self.random.choice([None, *heads]),
            **self._window("date", always=True),
            **({} if self.is_exact else self._window("effect")),
        )

    def _citations(self) -> None:
        for target in ("act", "act", "act", "roster", "tenure", "statement", "state", "treaty", "signatory"):
            if target in self.rows:
                start = self.random.randrange(len(TEXT))
                end = self.random.randint(start + 1, len(TEXT))
                words = {"quotation": TEXT[start:end], "start_char": start, "end_char": end}
                said = self.random.choice([{"document_id": 1, **words}, {"document_id": 2, "locator": "p. 3"}])
                self._add("citation", **{f"{target}_id": self._some(target)}, **said)
