"""The tables, one class each; the schema itself is made by the migrations alone."""

from secdb.models.authority import Person, PersonName, State, StateCode, StateName, StateSuccession
from secdb.models.base import Base
from secdb.models.derived import ActEffect, MembershipEvent, MembershipPeriod, MembershipRefresh
from secdb.models.documents import Document, DocumentSymbol, Signatory, Statement
from secdb.models.evidence import TARGETS, Citation
from secdb.models.facts import Act, Roster, RosterEntry, Tenure
from secdb.models.governance import Change, Dataset, DerivationSwitch, Revision
from secdb.models.treaties import Organization, Treaty, TreatyName, TreatyRelation

__all__ = [
    "TARGETS",
    "Act",
    "ActEffect",
    "Base",
    "Change",
    "Citation",
    "Dataset",
    "DerivationSwitch",
    "Document",
    "DocumentSymbol",
    "MembershipEvent",
    "MembershipPeriod",
    "MembershipRefresh",
    "Organization",
    "Person",
    "PersonName",
    "Revision",
    "Roster",
    "RosterEntry",
    "Signatory",
    "State",
    "StateCode",
    "StateName",
    "StateSuccession",
    "Statement",
    "Tenure",
    "Treaty",
    "TreatyName",
    "TreatyRelation",
]
