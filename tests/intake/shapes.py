"""More made-up letters: columns of three, offices between, family names first, grids, names before marks."""

from __future__ import annotations

from tests.intake.letters import ACTING, CHARGE, COUNCIL, MINISTER, PR, PREMIER, SG, Letter, Statement
from tests.intake.shapes_languages import LANGUAGES
from tests.intake.shapes_prose import TOLD
from tests.intake.shapes_scanned import SCANNED
from tests.intake.shapes_signatures import SIGNED

DEPUTY, OTHER = "deputy_permanent_representative", "other"

THREE_COLUMNS = Letter(
    """United Nations                                                A/52/9010
                                                              S/1997/9010

Letter dated 12 June 1997 from the Permanent Representatives of Ghana,
Portugal and Uruguay to the United Nations addressed to the Secretary-General

     We have the honour to transmit herewith the text of the declaration on
ocean fisheries, adopted at Lisbon on 9 June 1997 (see annex).

(Signed) Kofi ASANTE-MENSAH     (Signed) Rui FALCATO          (Signed) Inés ETCHART
Ambassador                      Ambassador                    Chargé d'affaires a.i.
Permanent Representative        Permanent Representative      Permanent Mission
of Ghana to the                 of Portugal to the            of Uruguay to the
United Nations                  United Nations                United Nations

Annex

Declaration on ocean fisheries

We, the Ministers for Foreign Affairs of Ghana, Portugal and Uruguay, meeting at Lisbon on 9 June 1997, declare.
""",
    (
        Statement(
            "letter",
            ("GHA", "PRT", "URY"),
            (
                ("Kofi Asante-Mensah", "GHA", PR),
                ("Rui Falcato", "PRT", PR),
                ("Inés Etchart", "URY", CHARGE),
            ),
            "1997-06-12",
            None,
        ),
        Statement("declaration", ("GHA", "PRT", "URY"), (), "1997-06-09", "Lisbon"),
    ),
    symbols=("A/52/9010", "S/1997/9010"),
    addressee=SG,
)

FOR_SIGNED = Letter(
    """Letter dated 3 March 1998 from the Permanent Representative of Botswana to the United Nations addressed to \
the President of the Security Council

I have the honour to enclose the text of the Protocol on Wells, signed at Gaborone on 1 March 1998 (see annex).

(Signed) Neo KGOSI
Ambassador
Permanent Representative

Annex

Protocol on Wells

The Parties have agreed as follows.

Done at Gaborone on 1 March 1998 in three originals.

For the Government of the Republic of Botswana:
(Signed) Tau MODISE
Minister for Foreign Affairs

For the Government of the Republic of Namibia:
(Signed) Hilma SHIKONGO
Minister for Foreign Affairs

For the Government of the Republic of Zambia:
(Signed) Joseph BANDA
Deputy Minister
""",
    (
        Statement("letter", ("BWA",), (("Neo Kgosi", "BWA", PR),), "1998-03-03", None),
        Statement(
            "treaty",
            ("BWA", "NAM", "ZMB"),
            (
                ("Tau Modise", "BWA", MINISTER),
                ("Hilma Shikongo", "NAM", MINISTER),
                ("Joseph Banda", "ZMB", OTHER),
            ),
            "1998-03-01",
            "Gaborone",
        ),
    ),
    addressee=COUNCIL,
)

FAMILY_FIRST = Letter(
    """Letter dated 5 May 2004 from the Permanent Representatives of China, the Republic of Korea and Viet Nam to \
the United Nations addressed to the President of the General Assembly

(Signed) LIU Daming
Ambassador
Permanent Representative of the People's Republic of China to the United Nations

(Signed) PARK Jae-sung
Ambassador
Permanent Representative of the Republic of Korea to the United Nations

(Signed) NGUYEN Van Binh
Minister Counsellor
Deputy Permanent Representative of Viet Nam to the United Nations
""",
    (
        Statement(
            "letter",
            ("CHN", "KOR", "VNM"),
            (
                ("Liu Daming", "CHN", PR),
                ("Park Jae-sung", "KOR", PR),
                ("Nguyen Van Binh", "VNM", DEPUTY),
            ),
            "2004-05-05",
            None,
        ),
    ),
    addressee="President of the General Assembly",
)

BRACKETS = Letter(
    """Joint statement on the harvest, adopted at Bratislava on 7 October 1999

The undersigned agree.

J. Kováč (Slovakia)
P. Horváth (Hungary)
M. Novotná (Czech Republic)
A. Zieliński (Poland)
""",
    (
        Statement(
            "statement",
            ("SVK", "HUN", "CZE", "POL"),
            (
                ("J. Kováč", "SVK", None),
                ("P. Horváth", "HUN", None),
                ("M. Novotná", "CZE", None),
                ("A. Zieliński", "POL", None),
            ),
            "1999-10-07",
            "Bratislava",
        ),
    ),
)

DOTS = Letter(
    """Declaration on Bees

Done at Tunis, 4 April 1988

Algeria ............ A. BENSALAH
Libyan Arab Jamahiriya ............ M. AL-TARHUNI
Tunisia ............ H. TRABELSI
""",
    (
        Statement(
            "declaration",
            ("DZA", "LBY", "TUN"),
            (
                ("A. Bensalah", "DZA", None),
                ("M. Al-Tarhuni", "LBY", None),
                ("H. Trabelsi", "TUN", None),
            ),
            "1988-04-04",
            "Tunis",
        ),
    ),
)

ONE_LINE = Letter(
    """Letter dated 8 March 1990 from the representatives of Bulgaria, Romania and Yugoslavia to the United Nations \
addressed to the Secretary-General We have the honour to forward the text of the Declaration on the Danube, signed \
at Sofia on 3 March 1990. (Signed) Dimitar Stanev Permanent Representative of Bulgaria to the United Nations \
(Signed) Ion Vulpe Acting Permanent Representative of Romania to the United Nations (Signed) Marko Jelić Chargé \
d'affaires a.i. of the Permanent Mission of Yugoslavia to the United Nations ANNEX Declaration on the Danube The \
Governments of Bulgaria, Romania and Yugoslavia declare.""",
    (
        Statement(
            "letter",
            ("BGR", "ROU", "YUG"),
            (
                ("Dimitar Stanev", "BGR", PR),
                ("Ion Vulpe", "ROU", ACTING),
                ("Marko Jelić", "YUG", CHARGE),
            ),
            "1990-03-08",
            None,
        ),
        Statement("declaration", ("BGR", "ROU", "YUG"), (), "1990-03-03", "Sofia"),
    ),
    addressee=SG,
)

NAME_BEFORE = Letter(
    """Letter dated 5 May 1979 from the Permanent Representatives of Denmark and Iceland to the United Nations \
addressed to the Secretary-General

We have the honour to inform you.

Hans MØLLER (Signed)
Permanent Representative of Denmark to the United Nations

Sigrún ÓLAFS (Signed)
Permanent Representative of Iceland to the United Nations
""",
    (
        Statement(
            "letter",
            ("DNK", "ISL"),
            (
                ("Hans Møller", "DNK", PR),
                ("Sigrún Ólafs", "ISL", PR),
            ),
            "1979-05-05",
            None,
        ),
    ),
    addressee=SG,
)

IN_ORDER = Letter(
    """Letter dated 6 June 2006 from the Permanent Representatives of Finland, Iceland and Norway to the United \
Nations addressed to the President of the Economic and Social Council

On behalf of our Governments, we have the honour to transmit the text of the Helsinki Declaration, adopted by the \
Prime Ministers of Finland, Iceland and Norway on 1 June 2006 in Helsinki (see annex).

(Signed) Aino Virta
(Signed) Jón Bergsson
(Signed) Liv Dahl

Annex
[Original: Finnish]

Helsinki Declaration

The Prime Ministers of Finland (Mr. Eero Salo), Iceland (Ms. Katrín Jóns) and Norway (Mr. Ola Lie) met in Helsinki \
on 1 June 2006.
""",
    (
        Statement(
            "letter",
            ("FIN", "ISL", "NOR"),
            (
                ("Aino Virta", "FIN", PR),
                ("Jón Bergsson", "ISL", PR),
                ("Liv Dahl", "NOR", PR),
            ),
            "2006-06-06",
            None,
        ),
        Statement(
            "declaration",
            ("FIN", "ISL", "NOR"),
            (
                ("Eero Salo", "FIN", PREMIER),
                ("Katrín Jóns", "ISL", PREMIER),
                ("Ola Lie", "NOR", PREMIER),
            ),
            "2006-06-01",
            "Helsinki",
        ),
    ),
    addressee="President of the Economic and Social Council",
)

OWN = {name.lower(): value for name, value in list(globals().items()) if isinstance(value, Letter)}
SHAPES = {**OWN, **LANGUAGES, **TOLD, **SIGNED, **SCANNED}
