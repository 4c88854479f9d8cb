"""The field's closed word lists, stored by value (DESIGN section 2)."""

from __future__ import annotations

from enum import StrEnum


class ActKind(StrEnum):
    """What a State, or an organ, did with respect to a treaty."""

    SIGNATURE = "signature"
    DEFINITIVE_SIGNATURE = "definitive_signature"
    RATIFICATION = "ratification"
    ACCEPTANCE = "acceptance"
    APPROVAL = "approval"
    ACCESSION = "accession"
    SUCCESSION = "succession"
    FORMAL_CONFIRMATION = "formal_confirmation"
    PROVISIONAL_APPLICATION = "provisional_application"
    ENTRY_INTO_FORCE = "entry_into_force"
    PARTICIPATION = "participation"
    CESSATION = "cessation"
    PROLONGATION = "prolongation"
    NON_RENEWAL = "non_renewal"
    WITHDRAWAL = "withdrawal"
    SUSPENSION = "suspension"
    RESUMPTION = "resumption"
    EXPULSION = "expulsion"
    TERMINATION = "termination"
    EXTINCTION = "extinction"
    OBSERVER_ADMISSION = "observer_admission"
    ASSOCIATE_ADMISSION = "associate_admission"
    RESERVATION = "reservation"
    DECLARATION = "declaration"
    OBJECTION = "objection"
    RESERVATION_WITHDRAWAL = "reservation_withdrawal"


class Status(StrEnum):
    """What a State is under a treaty during one membership period."""

    OBSERVER = "observer"
    ASSOCIATE = "associate"
    SIGNATORY = "signatory"
    PROVISIONAL = "provisional"
    SUSPENDED = "suspended"
    CONTRACTING = "contracting"
    PARTY = "party"


class Standing(StrEnum):
    """What can be said of a State on a day."""

    MEMBER = "member"
    POSSIBLE = "possible"
    NONE = "none"


class Basis(StrEnum):
    """What a count counts."""

    SIGNED = "signed"
    CONSENTED = "consented"
    IN_FORCE = "in-force"


class Rank(StrEnum):
    """How contradicting claims about one event are ordered, best first."""

    PREFERRED = "preferred"
    NORMAL = "normal"
    DEPRECATED = "deprecated"


class Origin(StrEnum):
    """What a membership period was derived from."""

    ACTS = "acts"
    ROSTERS = "rosters"


class Office(StrEnum):
    """The office in which a person acts for a State."""

    HEAD_OF_STATE = "head_of_state"
    HEAD_OF_GOVERNMENT = "head_of_government"
    MINISTER_FOR_FOREIGN_AFFAIRS = "minister_for_foreign_affairs"
    PERMANENT_REPRESENTATIVE = "permanent_representative"
    DEPUTY_PERMANENT_REPRESENTATIVE = "deputy_permanent_representative"
    PERMANENT_OBSERVER = "permanent_observer"
    CHARGE_DAFFAIRES = "charge_daffaires"
    SPECIAL_ENVOY = "special_envoy"
    OTHER = "other"


class SignatureMode(StrEnum):
    """How a State stands under a statement."""

    SIGNED = "signed"
    ISSUED = "issued"
    NAMED = "named"


class StatementKind(StrEnum):
    """What sort of text a statement is."""

    LETTER = "letter"
    STATEMENT = "statement"
    DECLARATION = "declaration"
    COMMUNIQUE = "communique"
    TREATY = "treaty"
    DECISION = "decision"
    NOTE_VERBALE = "note_verbale"
    CABLE = "cable"
    OTHER = "other"


class DocumentKind(StrEnum):
    """What sort of thing is cited."""

    UN_DOCUMENT = "un_document"
    TREATY_TEXT = "treaty_text"
    BOOK = "book"
    DATASET = "dataset"
    PRESS = "press"
    WEB_PAGE = "web_page"
    OTHER = "other"


class NameForm(StrEnum):
    """Which of a State's, treaty's or person's names this is."""

    SHORT = "short"
    FORMAL = "formal"
    VARIANT = "variant"


class SuccessionKind(StrEnum):
    """How one State took the place of another."""

    CONTINUATION = "continuation"
    DISSOLUTION = "dissolution"
    SEPARATION = "separation"
    UNIFICATION = "unification"
    CESSION = "cession"


class RelationKind(StrEnum):
    """How one treaty stands to another."""

    AMENDS = "amends"
    PROLONGS = "prolongs"
    SUPERSEDES = "supersedes"
    REQUIRES = "requires"


class Operation(StrEnum):
    """What a change did to its row."""

    INSERT = "insert"
    UPDATE = "update"
    DELETE = "delete"
