"""Where entries are written: the transaction, the names and texts it knows, and what the writing does to membership."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from secdb import law
from secdb.models import Base, Document
from secdb.register.effect import Watch
from secdb.register.entry.names import Names
from secdb.register.rows.asking import SessionRows

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy.orm import Session

    from secdb.law import Doubt
    from secdb.register.effect import Effect

    MembershipKey = tuple[int, int, int | None]

_FEW = 12  # keys looked at one by one; of more the whole dataset is


@dataclass(frozen=True, slots=True)
class Entered:
    """A record as it was entered: `number` is its id, `done` added, changed, removed, undone or unchanged.

    `label` says it in a few words where the record is there to be looked at.
    """

    noun: str
    number: int
    code: str | None
    done: str
    label: str = ""

    @property
    def name(self) -> str:
        """Return what commands call it: its code, else its number."""
        return self.code or str(self.number)


class Desk:
    """One revision being written from entries; everything happens in the session's transaction."""

    def __init__(self, session: Session) -> None:
        session.flush()
        self.session = session
        self.connection = session.connection()
        self.rows = SessionRows(self.connection)
        self.names = Names(self.rows)
        self._watches: dict[tuple[str, str], Watch] = {}
        self._scopes: list[dict[str, Any]] = []
        self._doubts: set[Doubt] = set()
        self._texts: dict[int, str | None] = {}
        self._known: dict[tuple[str, int], str] = {}

    def touch(self, keys: Iterable[MembershipKey]) -> None:
        """Look at memberships (dataset, treaty, State; None = all) about to change, before they do."""
        asked = dict.fromkeys(keys)
        required = self._required({key[1] for key in asked})  # a roster speaks of these treaties too
        asked |= dict.fromkeys((key[0], treaty, key[2]) for key in asked for treaty in required.get(key[1], ()))
        named = sorted({self._codes(key) for key in asked}, key=str)
        for dataset, treaty, _ in named:
            if (dataset, treaty) not in self._watches:
                self._watches[dataset, treaty] = Watch(self.rows, dataset=dataset, treaties=[treaty])
        if len(named) > _FEW:
            self.doubt_about(*({"dataset": dataset} for dataset in {name[0] for name in named}))
        else:
            self.doubt_about(*({"dataset": d, "treaty": t} | ({"state": s} if s else {}) for d, t, s in named))

    def doubt_about(self, *scopes: dict[str, Any]) -> None:
        """Note what the checks say of a part of the register (parameters of `law.doubts`) before it changes."""
        for scope in scopes:
            if scope not in self._scopes:
                self._scopes.append(scope)
                self._doubts.update(law.doubts(self.rows, **scope))

    def effects(self) -> tuple[Effect, ...]:
        """Return what the writing did to lists of members."""
        return tuple(effect for watch in self._watches.values() for effect in watch.effects())

    def doubts(self) -> tuple[Doubt, ...]:
        """Return what the checks have against the records since the writing began."""
        found = (doubt for scope in self._scopes for doubt in law.doubts(self.rows, **scope))
        return tuple(dict.fromkeys(doubt for doubt in found if doubt not in self._doubts))

    def code_of(self, noun: str, record_id: int) -> str:
        """Return the code of a record."""
        table = Base.metadata.tables[noun]
        code: str = self.connection.execute(sa.select(table.c.code).where(table.c.id == record_id)).scalar_one()
        return code

    def text_of(self, document: int) -> str | None:
        """Return the text of a document, None when it has none or is not on record."""
        if document not in self._texts:
            query = sa.select(Document.text).where(Document.id == document)
            self._texts = {document: self.connection.scalar(query)}  # the last one asked for
        return self._texts[document]

    def _required(self, treaties: set[int]) -> dict[int, list[int]]:
        """Return the treaties to which parties to some treaties must be parties, by treaty."""
        relation = Base.metadata.tables["treaty_relation"]
        query = sa.select(relation.c.treaty_id, relation.c.related_id).where(
            relation.c.kind == "requires", relation.c.treaty_id.in_(treaties)
        )
        found: dict[int, list[int]] = {}
        for treaty, related in self.connection.execute(query):
            found.setdefault(treaty, []).append(related)
        return found

    def _codes(self, key: MembershipKey) -> tuple[str, str, str | None]:
        dataset, treaty, state = key
        named = None if state is None else self.known_code("state", state)
        return self.known_code("dataset", dataset), self.known_code("treaty", treaty), named

    def known_code(self, noun: str, record_id: int) -> str:
        """Return the code of a record, asked for once: a batch names few records many times."""
        key = (noun, record_id)
        if key not in self._known:
            self._known[key] = self.code_of(noun, record_id)
        return self._known[key]
