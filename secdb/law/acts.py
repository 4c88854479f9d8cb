"""Rules on the acts of one State under one treaty. Each yields only what is certain, whichever days the bounds hide."""

from __future__ import annotations

from typing import TYPE_CHECKING

from secdb.law.facts import Found
from secdb.vocabulary import ActKind, Office

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from secdb.law.days import Days, Span
    from secdb.law.facts import Act, Listing, Treaty

RATIFYING = {ActKind.RATIFICATION, ActKind.ACCEPTANCE, ActKind.APPROVAL}
CONSENTS = RATIFYING | {
    ActKind.DEFINITIVE_SIGNATURE,
    ActKind.ACCESSION,
    ActKind.SUCCESSION,
    ActKind.FORMAL_CONFIRMATION,
}
TAKING_PART = {ActKind.ENTRY_INTO_FORCE, ActKind.PARTICIPATION, ActKind.RESUMPTION}
EXITS = {
    ActKind.NON_RENEWAL,
    ActKind.WITHDRAWAL,
    ActKind.CESSATION,
    ActKind.EXPULSION,
    ActKind.TERMINATION,
    ActKind.EXTINCTION,
}
OF_MEMBERS = {
    ActKind.WITHDRAWAL,
    ActKind.CESSATION,
    ActKind.NON_RENEWAL,
    ActKind.EXPULSION,
    ActKind.SUSPENSION,
    ActKind.RESUMPTION,
}
MEMBERSHIP = (
    CONSENTS
    | TAKING_PART
    | {
        ActKind.PROVISIONAL_APPLICATION,
        ActKind.ASSOCIATE_ADMISSION,
        ActKind.OBSERVER_ADMISSION,
    }
)
SIGNED = CONSENTS | {ActKind.SIGNATURE}
WITHOUT_FULL_POWERS = {Office.HEAD_OF_STATE, Office.HEAD_OF_GOVERNMENT, Office.MINISTER_FOR_FOREIGN_AFFAIRS}


def ratification_before_signature(acts: Sequence[Act]) -> Iterator[Found]:
    """Tell of a ratification, acceptance or approval that lies before the State's own signature."""
    signatures = [act for act in acts if act.kind == ActKind.SIGNATURE]
    for act in acts:
        if act.kind in RATIFYING and all(act.done.before(signed.done) for signed in signatures):
            # after an exit the State may have signed anew
            same = [signed for signed in signatures if not _exit_between(acts, act, signed)]
            if same:
                yield _found(act, f"{act.told} lies before the State's own {_named(same[0])}")


def accession_by_signatory(acts: Sequence[Act]) -> Iterator[Found]:
    """Tell of an accession by a State that had signed before: a signatory ratifies."""
    signatures = [act for act in acts if act.kind == ActKind.SIGNATURE]
    for act in acts:
        if act.kind == ActKind.ACCESSION:
            for signed in signatures:
                if signed.done.before(act.done) and not _exit_between(acts, signed, act):
                    yield _found(act, f"{act.told} by a signatory, who would ratify: {_named(signed)}")
                    break


def act_before_opening(acts: Sequence[Act], treaty: Treaty) -> Iterator[Found]:
    """Tell of an act dated before the treaty was signed."""
    for act in acts:
        if treaty.signed and act.done.before(treaty.signed):
            yield _found(act, f"{act.told} lies before the treaty was signed ({_day(treaty.signed)})")


def act_outside_existence(acts: Sequence[Act], existence: Span | None) -> Iterator[Found]:
    """Tell of an act before the State existed or after its last day.

    A succession may take effect before (the date of the predecessor's consent), an extinction follows the last day.
    """
    if existence is None:
        return
    for act in acts:
        if existence.not_begun(act.done) and not (act.kind == ActKind.SUCCESSION and act.date is None):
            yield _found(act, f"{act.told} lies before the State existed (from {existence.start_earliest})")
        elif existence.over(act.done) and act.kind != ActKind.EXTINCTION:
            yield _found(act, f"{act.told} lies after the State had ended (by {existence.end_latest})")


def entry_before_treaty(acts: Sequence[Act], treaty: Treaty) -> Iterator[Found]:
    """Tell of an entry into force for a State, or a consent that takes effect, before the treaty's own entry."""
    force = treaty.in_force and _day(treaty.in_force)
    for act in acts:
        day = act.when if act.kind in TAKING_PART else act.effect if act.kind in CONSENTS else None
        if day and treaty.in_force and day.before(treaty.in_force):
            yield _found(act, f"{act.kind} {_day(day)} lies before the treaty's own entry into force ({force})")


def second_consent(acts: Sequence[Act]) -> Iterator[Found]:
    """Tell of a consent to be bound that follows another with no exit between; a signature alone is none.

    Two consents without any exit near them are two in whichever order they came.
    """
    consents = sorted((act for act in acts if act.kind in CONSENTS), key=_order)
    for place, act in enumerate(consents):
        for other in reversed(consents[:place]):
            if other.event != act.event and not _exit_between(acts, other, act):
                yield _found(act, f"{act.told} is a second consent, with no exit since the {_named(other)}")
                break


def exit_without_membership(acts: Sequence[Act], listed: Sequence[Listing] = ()) -> Iterator[Found]:
    """Tell of a withdrawal, suspension or the like of a State that was no member by any act.

    A roster (`listed`) certainly before it is membership enough where no other act speaks of the State.
    """
    given = [act for act in acts if act.kind in MEMBERSHIP]
    for act in acts:
        if act.kind in OF_MEMBERS:
            is_member = any(_may_last(other.reach, act, acts) for other in given if other is not act)
            if not is_member and not _is_by_roster_alone(act, acts, listed):
                why = "no consent is on record, or it had ended before"
                yield _found(act, f"{act.told} without a membership: {why}{_rosters(act, listed)}")


def full_powers(acts: Sequence[Act]) -> Iterator[Found]:
    """Tell of a signature or consent given in an office that needs full powers, unless the act's note names them."""
    for act in acts:
        needed = act.kind in SIGNED and act.capacity and act.capacity not in WITHOUT_FULL_POWERS
        if needed and "full powers" not in (act.note or "").casefold():
            yield _found(act, f"{act.told} signed as {act.capacity}: if there were full powers, say so in its note")


def _may_last(given: Days, act: Act, acts: Sequence[Act]) -> bool:
    """Return whether the membership given on a day may last until the act."""
    if act.reach.before(given):
        return False
    exits = (other.reach for other in acts if other.kind in EXITS and other is not act)
    return not any(given.before(day) and day.before(act.reach) for day in exits)


def _is_by_roster_alone(act: Act, acts: Sequence[Act], listed: Sequence[Listing]) -> bool:
    """Return whether the State was a member by a roster: there they decide only where no act does."""
    is_alone = all(other.event == act.event for other in acts)
    return is_alone and any(roster.on.before(act.reach) for roster in listed)


def _rosters(act: Act, listed: Sequence[Listing]) -> str:
    """Return the rosters that may list the State before its exit, none that is certainly later."""
    told = [f"roster {one.roster} ({one.stated})" for one in listed if not act.reach.before(one.on)]
    return f"; yet {' and '.join(told)} list{'s' if len(told) == 1 else ''} it" if told else ""


def _exit_between(acts: Sequence[Act], one: Act, other: Act) -> bool:
    """Return whether an exit may lie between two acts, whichever came first."""
    return any(
        (_may_follow(act, one) and _may_follow(other, act)) or (_may_follow(act, other) and _may_follow(one, act))
        for act in acts
        if act.kind in EXITS
    )


def _may_follow(act: Act, other: Act) -> bool:
    return not act.reach.before(other.reach)


def _order(act: Act) -> tuple[str, str, int]:
    return (act.when.latest or "~", act.when.earliest or "", act.act)


def _found(act: Act, message: str) -> Found:
    return Found(f"act:{act.act}", f"{act.treaty} {act.state or 'all'}: {message}")


def _named(act: Act) -> str:
    return f"{act.told} (act {act.act})"


def _day(day: Days) -> str:
    return str(day.earliest) if day.earliest == day.latest else f"{day.earliest or ''}..{day.latest or ''}"
