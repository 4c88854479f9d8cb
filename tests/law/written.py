"""Doubtful records written to the seeds, each in a revision of its own."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from secdb import database
from secdb.models import Act, Citation, Dataset, Document, Person, State, Tenure, Treaty
from secdb.register import revise

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy.orm import Session

MODELS: dict[str, Any] = {
    "dataset": Dataset,
    "treaty": Treaty,
    "state": State,
    "person": Person,
    "document": Document,
}


def write(url: str, *records: Callable[[Session], object]) -> None:
    """Write the records in one revision."""
    engine = database.engine(database.locate(url).url)
    with revise(engine, author="tests", message="doubtful") as writer:
        for record in records:
            writer.session.add(record(writer.session))
            writer.session.flush()
    engine.dispose()


def key(session: Session, model: str, code: str) -> int:
    """Return the key of a record by its code."""
    kind = MODELS[model]
    number: int = session.scalars(sa.select(kind.id).where(kind.code == code)).one()
    return number


def act(number: int, kind: str, day: str, **more: object) -> Callable[[Session], Act]:
    """Write an act on a day of Moldova under cst, where the seeds have none; `more`: other values, codes for keys."""

    def made(session: Session) -> Act:
        codes: dict[str, object] = {"dataset": "register", "treaty": "cst", "state": "MDA", **more}
        keys = {f"{name}_id": key(session, name, str(codes.pop(name))) for name in ("dataset", "treaty", "state")}
        if "signer" in codes:
            codes["signer_id"] = key(session, "person", str(codes.pop("signer")))
        date = dt.date.fromisoformat(day)
        return Act(id=number, kind=kind, date_edtf=day, date_earliest=date, date_latest=date, **keys, **codes)

    return made


def tenure(
    number: int, person: str, state: str, since: str, office: str = "head_of_state"
) -> Callable[[Session], Tenure]:
    """Write a tenure that has not ended."""

    def made(session: Session) -> Tenure:
        start = dt.date.fromisoformat(since)
        return Tenure(
            id=number,
            dataset_id=key(session, "dataset", "register"),
            person_id=key(session, "person", person),
            state_id=key(session, "state", state),
            office=office,
            acting=0,
            valid=f"{since}/..",
            start_earliest=start,
            start_latest=start,
        )

    return made


def citation(number: int, document: str, **target: int) -> Callable[[Session], Citation]:
    """Write a citation of a record (`act_id=9001`) to a document."""
    return lambda session: Citation(id=number, document_id=key(session, "document", document), **target)
