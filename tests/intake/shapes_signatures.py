"""More made-up letters: tables, offices and States above names, signatures for another, States nobody knows."""

from __future__ import annotations

from tests.intake.letters import CHARGE, HEAD, MINISTER, PR, PREMIER, SG, Letter, Statement

DEPUTY, OTHER = "deputy_permanent_representative", "other"
TITLE = "Letter dated 4 May 2004 from the Permanent Representatives of {} to the United Nations addressed to the Secretary-General\n\nWe write.\n\n"  # noqa: E501


def _letter(
    senders: str, block: str, states: tuple[str, ...], *people: tuple[str | None, str | None, str | None]
) -> Letter:
    """Return a letter of senders with a block of signatures."""
    return Letter(TITLE.format(senders) + block, (Statement("letter", states, people, "2004-05-04"),), addressee=SG)


def _done(
    title: str, done: str, block: str, kind: str, place: str, *people: tuple[str | None, str | None, str | None]
) -> Letter:
    """Return a text of its own, with its signatures."""
    states = tuple(dict.fromkeys(state for _, state, _ in people if state))
    return Letter(f"{title}\n\n{done}\n\n{block}", (Statement(kind, states, people, "2004-05-04", place),))


BARS = _letter(
    "Estonia, Ghana and Laos",
    """Estonia | Tiit Lepik | Permanent Representative
Ghana | Efua Mensima | Chargé d'affaires a.i.
Laos | Kham Sisavad | Deputy Permanent Representative
""",
    ("EST", "GHA", "LAO"),
    ("Tiit Lepik", "EST", PR),
    ("Efua Mensima", "GHA", CHARGE),
    ("Kham Sisavad", "LAO", DEPUTY),
)

NAMES_FIRST = _letter(
    "Estonia and Ghana",
    """| Name | State | Capacity |
|---|---|---|
| Tiit Lepik | Estonia | Ambassador, Permanent Representative |
| Efua Mensima | Ghana | Ambassador, Permanent Representative |
""",
    ("EST", "GHA"),
    ("Tiit Lepik", "EST", PR),
    ("Efua Mensima", "GHA", PR),
)

TABS = _letter(
    "Estonia and Ghana",
    "1.\tEstonia\tMr. Tiit Lepik\tPermanent Representative\n2.\tGhana\tMs. Efua Mensima\tChargé d'affaires a.i.\n",
    ("EST", "GHA"),
    ("Tiit Lepik", "EST", PR),
    ("Efua Mensima", "GHA", CHARGE),
)

DOTS = _letter(
    "Estonia and Ghana",
    "For Estonia: .................. (Tiit Lepik)\nFor Ghana: .................... (Efua Mensima)\n",
    ("EST", "GHA"),
    ("Tiit Lepik", "EST", PR),
    ("Efua Mensima", "GHA", PR),
)

MARKS_LAST = _done(
    "Joint Declaration",
    "Done at Accra on 4 May 2004.",
    """State | Name | Signature
Estonia | Tiit Lepik, President | (Signed)
Ghana | Efua Mensima, Prime Minister | (Signed)
""",
    "declaration",
    "Accra",
    ("Tiit Lepik", "EST", HEAD),
    ("Efua Mensima", "GHA", PREMIER),
)

COLONS = _done(
    "Joint Declaration",
    "Done at Accra on 4 May 2004.",
    "Estonia: Tiit Lepik, President\nGhana: Efua Mensima, Minister for Foreign Affairs\n",
    "declaration",
    "Accra",
    ("Tiit Lepik", "EST", HEAD),
    ("Efua Mensima", "GHA", MINISTER),
)

OFFICES_ABOVE = _done(
    "Joint Statement",
    "Done at Accra on 4 May 2004.",
    """     President of the Republic                 President of the
     of Estonia                                Republic of Ghana

     (Signed)  Tiit LEPIK                      (Signed)  Efua MENSIMA
""",
    "statement",
    "Accra",
    ("Tiit Lepik", "EST", HEAD),
    ("Efua Mensima", "GHA", HEAD),
)

FROM = _done(
    "Decision on Ferries",
    "Done in the city of Accra on 4 May 2004.",
    """From the Republic of Estonia        T. LEPIK
From Ghana                          Ef. MENSIMA
From the Kingdom of Norway          Prime Minister of the Kingdom of Norway L. DAHLE
""",
    "decision",
    "Accra",
    ("T. Lepik", "EST", None),
    ("Ef. Mensima", "GHA", None),
    ("L. Dahle", "NOR", PREMIER),
)

STATES_ABOVE = _letter(
    "Estonia and Ghana",
    """Estonia
(Signed) Tiit Lepik
Permanent Representative

Ghana
(Signed) Efua Mensima
Chargé d'affaires a.i.
""",
    ("EST", "GHA"),
    ("Tiit Lepik", "EST", PR),
    ("Efua Mensima", "GHA", CHARGE),
)

STATES_ABOVE_UNMARKED = _letter(
    "Estonia and Ghana",
    "Estonia\nTiit Lepik\nPermanent Representative\n\nGhana\nEfua Mensima\nChargé d'affaires a.i.\n",
    ("EST", "GHA"),
    ("Tiit Lepik", "EST", PR),
    ("Efua Mensima", "GHA", CHARGE),
)

PORTFOLIO = _done(
    "Joint Statement",
    "Done at Accra on 4 May 2004.",
    """(Signed) Tiit Lepik
Minister for Foreign Affairs and Regional Cooperation
of Estonia

(Signed) Efua Mensima
Minister for Foreign Affairs and Trade of the Republic of Ghana
""",
    "statement",
    "Accra",
    ("Tiit Lepik", "EST", MINISTER),
    ("Efua Mensima", "GHA", MINISTER),
)

UNKNOWN_BESIDE = _letter(
    "Estonia, Ruritania, Ghana and Norway",
    """(Signed) Tiit Lepik (Signed) Rudolf Elphberg
Permanent Representative of Estonia Permanent Representative of Ruritania

(Signed) Efua Mensima (Signed) Liv Dahle
Permanent Representative of Ghana Permanent Representative of Norway
""",
    ("EST", "GHA", "NOR"),
    ("Tiit Lepik", "EST", PR),
    ("Rudolf Elphberg", None, PR),
    ("Efua Mensima", "GHA", PR),
    ("Liv Dahle", "NOR", PR),
)

TWO_OFFICES = Letter(
    """Letter dated 4 May 2004 from the Permanent Representative of Estonia and the Chargé d'affaires a.i. of the \
Permanent Mission of Ghana to the United Nations addressed to the Secretary-General

(Signed) Tiit Lepik
Estonia

(Signed) Efua Mensima
Ghana
""",
    (Statement("letter", ("EST", "GHA"), (("Tiit Lepik", "EST", PR), ("Efua Mensima", "GHA", CHARGE)), "2004-05-04"),),
    addressee=SG,
)

FRENCH_ABOVE = Letter(
    """Lettre datée du 4 mai 2004, adressée au Secrétaire général par le Représentant permanent par intérim du Tchad \
et le Chargé d’affaires par intérim de la Mission permanente du Bénin auprès de l’Organisation des Nations Unies

Nous avons l’honneur de vous écrire.

Le Représentant permanent par intérim du Tchad
(Signé) Adoum Brahimi

Le Chargé d’affaires par intérim
de la Mission permanente du Bénin
(Signé) Codjo Ahouané
""",
    (
        Statement(
            "letter",
            ("TCD", "BEN"),
            (("Adoum Brahimi", "TCD", "acting_permanent_representative"), ("Codjo Ahouané", "BEN", CHARGE)),
            "2004-05-04",
        ),
    ),
    addressee=SG,
)

FRENCH_NAMES = _done(
    "Accord sur les lacs",
    "Fait à Cotonou le 4 mai 2004.",
    """Au nom du Gouvernement du Tchad
(Signé) Adoum Brahimi
Ministre des affaires étrangères

Au nom du Gouvernement du Bénin
(Signé) Codjo Ahouané
Premier Ministre
""",
    "treaty",
    "Cotonou",
    ("Adoum Brahimi", "TCD", MINISTER),
    ("Codjo Ahouané", "BEN", PREMIER),
)

AGAIN_IN_PRINT = _letter(
    "Estonia and Ghana",
    """/s/ Tiit Lepik
Tiit Lepik
Permanent Representative of Estonia

/s/ Efua Mensima
Efua Mensima
Permanent Representative of Ghana
""",
    ("EST", "GHA"),
    ("Tiit Lepik", "EST", PR),
    ("Efua Mensima", "GHA", PR),
)

SIGNED = {name.lower(): value for name, value in list(globals().items()) if isinstance(value, Letter)}
