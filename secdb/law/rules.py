"""The rules by name, each with its source, and how they are put to a register."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from secdb.errors import UsageError
from secdb.law import acts, evidence, offices
from secdb.law.loading import Facts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from secdb.law.facts import Found
    from secdb.lookup import Rows

VIENNA = "Vienna Convention on the Law of Treaties"


@dataclass(frozen=True, slots=True)
class Doubt:
    """What a rule makes doubtful; `record` is `act:12`, `signatory:5`, `tenure:3`, `roster:2` or `citation:9`."""

    rule: str
    record: str
    message: str
    source: str


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: where it comes from, what it looks for, and the pure function that does; `of` gives its arguments."""

    name: str
    source: str
    doc: str
    function: Callable[..., Iterator[Found]]
    of: Callable[[Facts], Iterable[Any]]
    parts: tuple[str, ...] = ()

    def judge(self, case: Any) -> Iterator[Found]:  # noqa: ANN401 - what `of` yields is what `function` takes
        """Yield what is doubtful in one case."""
        return self.function(*(case if not self.parts else (attrgetter(part)(case) for part in self.parts)))


def doubts(  # noqa: PLR0913 - as much or as little as is asked about
    rows: Rows,
    *,
    dataset: str,
    rules: Iterable[str] | None = None,
    treaty: str | None = None,
    state: str | None = None,
    statement: str | None = None,
) -> Iterator[Doubt]:
    """Yield what the rules (names; by default all) make doubtful in a dataset, rule by rule.

    `treaty` and `state` (codes) limit what is looked at; with a treaty, what belongs to none (tenures, signatories of
    statements) is left out. `statement` (a code) limits the signatures to those under it. Raises UsageError for a rule
    that does not exist.
    """
    chosen = [_rule(name) for name in (RULES if rules is None else rules)]
    facts = Facts(rows, dataset, treaty, state, statement)
    found: dict[str, list[Doubt]] = defaultdict(list)
    together: dict[Callable[[Facts], Iterable[Any]], list[Rule]] = defaultdict(list)
    for rule in chosen:
        together[rule.of].append(rule)
    for cases, judges in together.items():  # each kind of fact is read once for all its rules
        for case in cases(facts):
            for rule in judges:
                found[rule.name] += [Doubt(rule.name, *one, rule.source) for one in rule.judge(case)]
    for rule in chosen:
        yield from found[rule.name]


def _rule(name: str) -> Rule:
    if name not in RULES:
        raise UsageError(f"there is no rule {name!r}; the rules are {', '.join(RULES)}")
    return RULES[name]


def _on_acts(name: str, source: str, function: Callable[..., Iterator[Found]], *parts: str, doc: str) -> Rule:
    return Rule(name, source, doc, function, Facts.keys, ("acts", *parts))


_ALL = (
    Rule(
        "roster",
        "the document's own list of members",
        "A complete roster lacks a State that was certainly a party that day, or a roster names one that was not.",
        evidence.roster,
        Facts.rosters,
    ),
    _on_acts(
        "ratification-before-signature",
        f"{VIENNA}, art. 14",
        acts.ratification_before_signature,
        doc="A ratification, acceptance or approval lies before the State's own signature.",
    ),
    _on_acts(
        "accession-by-signatory",
        f"{VIENNA}, art. 15",
        acts.accession_by_signatory,
        doc="A State acceded though it had signed before.",
    ),
    _on_acts(
        "act-before-opening",
        f"{VIENNA}, arts. 10 and 24(4); the treaty's own date of signature",
        acts.act_before_opening,
        "treaty",
        doc="An act lies before the treaty was signed.",
    ),
    _on_acts(
        "act-outside-existence",
        f"{VIENNA}, art. 6",
        acts.act_outside_existence,
        "existence",
        doc="An act lies before the State existed or after it had ended.",
    ),
    _on_acts(
        "entry-before-treaty",
        f"{VIENNA}, art. 24; the treaty's own entry into force",
        acts.entry_before_treaty,
        "treaty",
        doc="An entry into force for a State, or a consent's effect, lies before the treaty's own entry into force.",
    ),
    _on_acts(
        "second-consent",
        f"{VIENNA}, arts. 11 and 16",
        acts.second_consent,
        doc="A State consents to be bound again with no exit between; a signature to be ratified is no consent.",
    ),
    _on_acts(
        "exit-without-membership",
        f"{VIENNA}, arts. 54, 56 and 57",
        acts.exit_without_membership,
        "listed",
        doc="A withdrawal, cessation, non-renewal, expulsion, suspension or resumption of a State not a member before.",
    ),
    Rule(
        "signatory-without-office",
        f"{VIENNA}, art. 7",
        "A person signed in an office that, by the recorded tenures, was another's or not theirs that day.",
        offices.signatory_without_office,
        Facts.signings,
    ),
    _on_acts(
        "full-powers",
        f"{VIENNA}, art. 7(1) and (2)",
        acts.full_powers,
        doc="A signature or consent was given in an office that needs full powers; the act's note names none.",
    ),
    Rule(
        "overlapping-heads-of-state",
        f"{VIENNA}, art. 7(2)(a), which presumes one head of State",
        "Two persons were certainly head of one State on the same days; the day of handing over is common to both.",
        offices.overlapping_heads_of_state,
        Facts.tenures,
    ),
    Rule(
        "citation-before-fact",
        "a rule of evidence: a document proves what came before it",
        "A citation leads to a document that is older than the act, roster, signature or tenure it proves.",
        evidence.citation_before_fact,
        Facts.proofs,
    ),
)
RULES: Mapping[str, Rule] = {rule.name: rule for rule in _ALL}
"""The rules by name, in the order in which they are reported; docs/checks.md lists them."""
