"""What the views mean that are steps of the derivation (docs/derivation.md): nobody's contract, open to look at."""

from __future__ import annotations

from dataclasses import dataclass

KEY = "dataset_id treaty_id state_id"
PERIOD = "start_earliest start_latest end_earliest end_latest"
CAUSES = "opened_by opened_by_act_id closed_by closed_by_act_id"

MEANINGS = {
    "act_id": "number of the act",
    "closed_by": "the kind of act or event that closed it",
    "closed_by_act_id": "number of the act that closed it",
    "dataset_id": "number of the dataset",
    "doubtful": "1 = a higher status came before and no exit lies between for certain: possible, never certain",
    "earliest": "first day it can have happened, inclusive",
    "end_earliest": "first day on which it may have ended",
    "end_latest": "first day on which it has ended for certain",
    "force_earliest": "entry into force of the treaty, lower bound",
    "force_latest": "entry into force of the treaty, upper bound",
    "gone_by": "day of the first complete roster after it that lacks the State",
    "kind": "the kind of act",
    "latest": "last day it can have happened, inclusive",
    "level": "see act_effect",
    "not_before": "day after the last complete roster before it that lacks the State",
    "opened_by": "the kind of act or event that opened it",
    "opened_by_act_id": "number of the act that opened it",
    "origin": "acts or rosters",
    "own_entry": "1 = the State's own entry into force is to follow, 2 = it may, 0 = the treaty's own counts",
    "place": "1 = the spell that stands for all that several events opened in unknown order",
    "resets": "see act_effect",
    "roster_id": "number of the roster",
    "seq": "order of the State's periods, from 1",
    "start_earliest": "first day, lower bound, inclusive",
    "start_latest": "first day, upper bound, inclusive",
    "state_earliest": "end of the State, lower bound",
    "state_id": "number of the State",
    "state_latest": "end of the State, upper bound",
    "status": "the status it leads to; none = an exit",
    "treaty_earliest": "termination of the treaty for all, lower bound",
    "treaty_id": "number of the treaty",
    "treaty_latest": "termination of the treaty for all, upper bound",
}


@dataclass(frozen=True, slots=True)
class Step:
    """One step: what a row is, and its columns in order."""

    row: str
    names: str

    @property
    def columns(self) -> dict[str, str]:
        """Return the meaning of each column, in order."""
        return {name: MEANINGS[name] for name in self.names.split()}


STEPS = {
    "standing_act": Step(
        "An act that counts: of contradicting claims the best-ranked one, never a deprecated one.",
        "act_id dataset_id treaty_id state_id kind status level resets earliest latest",
    ),
    "event_bound": Step(
        "An act that counts, as kept in membership_event, with the limits spelt out.",
        f"{KEY} act_id kind status level resets earliest latest",
    ),
    "act_spell": Step(
        "An act that opens a spell of a status, and when that may have ended and has ended.",
        f"{KEY} status act_id kind earliest latest end_earliest end_latest closed_by_act_id doubtful own_entry",
    ),
    "key_end": Step(
        "When everything ends for a dataset, treaty and State: the treaty terminated for all, or the State extinct.",
        f"{KEY} state_earliest state_latest treaty_earliest treaty_latest force_earliest force_latest",
    ),
    "roster_presence": Step(
        "A State on a roster, under its treaty and under a treaty that this one requires.",
        f"{KEY} roster_id earliest latest",
    ),
    "roster_listing": Step(
        "A State on a roster, between the complete rosters before and after it that lack the State.",
        f"{KEY} earliest latest not_before gone_by",
    ),
    "raw_spell": Step(
        "A spell from acts or from rosters, not yet cut by the ends of State and treaty.",
        f"{KEY} status origin earliest latest end_earliest end_latest {CAUSES} own_entry",
    ),
    "cut_spell": Step(
        "A spell cut by the ends of State and treaty; a contracting State is a party once the treaty is in force.",
        f"{KEY} status origin {PERIOD} {CAUSES}",
    ),
    "joined_spell": Step(
        "A spell, those that several events open in unknown order brought together; place 1 is kept.",
        f"{KEY} status origin {PERIOD} {CAUSES} place",
    ),
    "derived_period": Step(
        "A membership period as the rule derives it: the rows that membership_period keeps.",
        f"{KEY} seq status {PERIOD} origin {CAUSES}",
    ),
    "membership_key": Step(
        "A dataset, treaty and State that has, or had, something to derive from; it may stand here more than once.",
        KEY,
    ),
}
"""The steps by name, in the order in which they build on each other."""
