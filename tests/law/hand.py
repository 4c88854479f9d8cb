"""Facts written by hand, dates as short as they can be read."""

from __future__ import annotations

from secdb.law.days import Days, Span
from secdb.law.facts import Act, Incumbents, Proof, Signing, Tenure, Treaty


def days(text: str) -> Days:
    """Return the day `2001-02-03`, or one between two or in a year: `2001-02-03..2001-05-06`, `2001`, `..2001`."""
    earliest, _, latest = text.partition("..") if ".." in text else (text, "", text)
    return Days(_padded(earliest, "-01-01"), _padded(latest, "-12-31"))


def _padded(text: str, rest: str) -> str | None:
    return (text + rest if len(text) == len("2001") else text) or None


def span(start: str, end: str = "") -> Span:
    """Return the period from a day until the day after its last; without an end it is open."""
    first, last = days(start), days(end) if end else Days(None, None)
    return Span(first.earliest, first.latest, last.earliest, last.latest)


def act(  # noqa: PLR0913 - an act has many parts
    number: int,
    kind: str,
    date: str | None,
    effect: str | None = None,
    *,
    claim: int | None = None,
    capacity: str | None = None,
    note: str | None = None,
) -> Act:
    """Return an act of Armenia."""
    return Act(
        act=number,
        treaty="cst",
        state="ARM",
        kind=kind,
        date=days(date) if date else None,
        effect=days(effect) if effect else None,
        claim=claim,
        stated=date or effect,
        capacity=capacity,
        note=note,
    )


def treaty(signed: str | None = None, in_force: str | None = None) -> Treaty:
    return Treaty("cst", days(signed) if signed else None, days(in_force) if in_force else None)


def tenure(  # noqa: PLR0913 - so has a tenure
    number: int,
    person: str,
    valid: Span,
    *,
    office: str = "head_of_state",
    acting: bool = False,
    accredited_to: str | None = None,
) -> Tenure:
    """Return a tenure for Armenia."""
    return Tenure(number, "ARM", person, person.title(), office, valid, acting, accredited_to)


def signing(
    person: str, day: str, *, office: str = "head_of_state", acting: bool = False, accredited_to: str | None = None
) -> Signing:
    """Return who signed the letter for Armenia."""
    return Signing("signatory:5", "letter", "ARM", person, person.title(), office, days(day), acting, accredited_to)


def incumbents(*tenures: Tenure) -> Incumbents:
    return Incumbents(
        {office: [one for one in tenures if one.office == office] for office in {t.office for t in tenures}}
    )


def proof(dated: str, began: str, kind: str | None = "accession") -> Proof:
    return Proof(9, "paper", days(dated), "cst ARM accession", kind, days(began))
