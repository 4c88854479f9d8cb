"""Made-up letters and statements in the shapes that real ones have; no person, symbol or event of them is real."""

from __future__ import annotations

from typing import NamedTuple

Person = tuple[str | None, str | None, str | None]


class Statement(NamedTuple):
    """What a person reads in a text: `people` are name, State and capacity in any order."""

    kind: str
    states: tuple[str, ...]
    people: tuple[Person, ...] = ()
    date: str | None = None
    place: str | None = None


class Letter(NamedTuple):
    """A text and what it says."""

    text: str
    statements: tuple[Statement, ...]
    symbols: tuple[str, ...] = ()
    items: tuple[int | str, ...] = ()
    session: int | None = None
    addressee: str | None = None


PR, CHARGE, ACTING = "permanent_representative", "charge_daffaires", "acting_permanent_representative"
HEAD, PREMIER, MINISTER = "head_of_state", "head_of_government", "minister_for_foreign_affairs"
SG = "Secretary-General"
COUNCIL = "President of the Security Council"

STACKED = Letter(
    """United Nations A/50/9001

General Assembly Distr.: General 4 May 1995

Fiftieth session
Items 12 and 99 (b) of the preliminary list*

Letter dated 2 May 1995 from the Permanent Representatives
of Norway, the Slovak Republic and Chad to the United Nations
addressed to the Secretary-General

We have the honour to transmit herewith the text of the joint statement
on fisheries, adopted at Oslo on 30 April 1995 (see annex).

(Signed) Kari NORDMANN-BERG
Ambassador

Permanent Representative of Norway
to the United Nations

* A/50/50.
(Signed) J. Novák
Ambassador Extraordinary and
Plenipotentiary
Permanent Representative of the
Slovak Republic to the United
Nations

(Signed) Idriss Ould Mahamat
Counsellor
Chargé d'affaires a.i.
Permanent Mission of Chad

95-90011 (E) 040595 /...

Annex

[Original: French]

Joint statement of Norway, Slovakia and Chad on fisheries

The three States
""",
    (
        Statement(
            "letter",
            ("NOR", "SVK", "TCD"),
            (("Kari Nordmann-Berg", "NOR", PR), ("J. Novák", "SVK", PR), ("Idriss Ould Mahamat", "TCD", CHARGE)),
            "1995-05-02",
        ),
        Statement("statement", ("NOR", "SVK", "TCD"), (), "1995-04-30", "Oslo"),
    ),
    symbols=("A/50/9001",),
    items=(12, "99 (b)"),
    session=50,
    addressee=SG,
)

COLUMNS = Letter(
    """GENERAL ASSEMBLY                                            SECURITY COUNCIL
Forty-ninth session                                         Forty-ninth year
Agenda items 10, 41, 87,
  96 and 110

             Letter dated 5 March 1994 from the representatives of
             Kenya and Uganda to the United Nations addressed to the
                          President of the Security Council

     We have the honour to transmit herewith the text of the Joint Kenyan
Declaration adopted at Nairobi on 1 March 1994 (see annex).

(Signed)  Grace A. WANJIRU                  (Signed)  P. OKELLO
Acting Permanent Representative             Permanent Representative
        of Kenya                            of the Republic of Uganda
  to the United Nations                       to the United Nations


                                 ANNEX

          Declaration by the Republic of Kenya and the Republic
                 of Uganda, adopted at Nairobi on
                          1 March 1994

     The two sides agree.
""",
    (
        Statement(
            "letter", ("KEN", "UGA"), (("Grace A. Wanjiru", "KEN", ACTING), ("P. Okello", "UGA", PR)), "1994-03-05"
        ),
        Statement("declaration", ("KEN", "UGA"), (), "1994-03-01", "Nairobi"),
    ),
    items=(10, 41, 87, 96, 110),
    session=49,
    addressee=COUNCIL,
)

FLAT = Letter(
    "General Assembly Sixty-third session Agenda item 21 Letter dated 7 July 2009 from the Permanent Representative "
    "of Peru to the United Nations addressed to the Secretary-General I have the honour to transmit herewith a "
    "statement of the Ministers for Foreign Affairs of the Republic of Peru, the Republic of Chile and Ecuador, "
    "adopted on 4 July 2009 (see annex). (Signed) Ana María Quispe 09-90022 (E) 090709 *0990022* A/63/9002 Annex to "
    "the letter dated 7 July 2009 from the Permanent Representative of Peru to the United Nations addressed to the "
    "Secretary-General Statement of the Ministers for Foreign Affairs of the Republic of Peru, the Republic of Chile "
    "and Ecuador Lima 4 July 2009 The Ministers express their support.",
    (
        Statement("letter", ("PER",), (("Ana María Quispe", "PER", PR),), "2009-07-07"),
        Statement("statement", ("PER", "CHL", "ECU"), (), "2009-07-04", "Lima"),
    ),
    symbols=("A/63/9002",),
    items=(21,),
    session=63,
    addressee=SG,
)

RUN_TOGETHER = Letter(
    """Letter dated 3 June 1986 from the Permanent Representatives of Fiji, Samoa and Tonga to the United Nations \
addressed to the Secretary-General

We enclose the Message on the sea.

(Signed) Adi L. TUIVAGA (Signed) S. FALEOLO Permanent Representative Permanent Representative of Fiji of Samoa \
(Signed) T. VAEA, Jr.
Permanent Representative of Tonqa
""",
    (
        Statement(
            "letter",
            ("FJI", "WSM", "TON"),
            (("Adi L. Tuivaga", "FJI", PR), ("S. Faleolo", "WSM", PR), ("T. Vaea, Jr.", "TON", PR)),
            "1986-06-03",
        ),
    ),
    addressee=SG,
)

LOST = Letter(
    """Letter dated 13 March 2018 from the Permanent Representative of to the United Nations addressed to the \
Secretary-General

I have the honour to transmit the joint statement (see annex).

(Signed) Mirzo Odinaev

Annex to the letter dated 13 March 2018 from the Permanent Representative of Tajikistan to the United Nations \
addressed to the Secretary-General

Joint statement by the President of the Republic of Tajikistan, Sherali Davlat, and the President of the Republic of \
Uzbekistan, Botir Umarov, on rivers
""",
    (
        Statement("letter", ("TJK",), (("Mirzo Odinaev", "TJK", PR),), "2018-03-13"),
        Statement("statement", ("TJK", "UZB"), (("Sherali Davlat", "TJK", HEAD), ("Botir Umarov", "UZB", HEAD))),
    ),
    addressee=SG,
)

FORMER = Letter(
    """Identical letters dated 3 August 1996 from the Permanent Representative of the former Yugoslav Republic of \
Macedonia to the United Nations addressed to the Secretary-General and the President of the Security Council

I wish to inform you.

(Signed ) Goran Stojkov
Permanent Representative
""",
    (Statement("letter", ("MKD",), (("Goran Stojkov", "MKD", PR),), "1996-08-03"),),
    addressee="Secretary-General and the President of the Security Council",
)

ATTENDED = Letter(
    """Final communiqué of the third meeting of the Lake States held in Geneva on 7 and 8 May 1999

At the invitation of Switzerland, the Ministers met in Geneva on 7 and 8 May 1999.

The session was presided over by His Excellency Mr. Urs Bernasconi, Minister for Foreign Affairs of Switzerland, and \
attended by the following:

His Excellency Sheikh Omar al-Hadi, Minister for Foreign Affairs of the State of Qatar;

Her Excellency Ms. Lucie Moreau, Minister for Foreign Affairs of France;

His Majesty King Oskar Hall of Sweden.
""",
    (
        Statement(
            "communique",
            ("CHE", "QAT", "FRA", "SWE"),
            (
                ("Urs Bernasconi", "CHE", MINISTER),
                ("Omar al-Hadi", "QAT", MINISTER),
                ("Lucie Moreau", "FRA", MINISTER),
                ("Oskar Hall", "SWE", HEAD),
            ),
            "1999-05-08",
            "Geneva",
        ),
    ),
)

TITLED = Letter(
    """Declaration signed by President of the Republic of Finland Matti Laine, Prime Minister of Estonia Jaan Kask and \
President of the Republic of Latvia Janis Ozols in Tallinn, 9 June 2003

The Baltic Sea is shallow.
""",
    (
        Statement(
            "declaration",
            ("FIN", "EST", "LVA"),
            (("Matti Laine", "FIN", HEAD), ("Jaan Kask", "EST", PREMIER), ("Janis Ozols", "LVA", HEAD)),
            "2003-06-09",
            "Tallinn",
        ),
    ),
)

FOR_STATE = Letter(
    """AGREEMENT ON THE CARE OF MARSHES

The Republic of Poland, the Republic of Lithuania and Ukraine have agreed as follows.

Done at Vilnius, this 4th day of May 1997

For the Republic of Poland       For the Republic of Lithuania      For Ukraine

     A. WRONA                          B. ŽEMAITIS                    C. MELNYK
     D. KOWAL                          E. PETRAUSKAS                  F. BONDAR
""",
    (
        Statement(
            "treaty",
            ("POL", "LTU", "UKR"),
            (
                ("A. Wrona", "POL", None),
                ("D. Kowal", "POL", None),
                ("B. Žemaitis", "LTU", None),
                ("E. Petrauskas", "LTU", None),
                ("C. Melnyk", "UKR", None),
                ("F. Bondar", "UKR", None),
            ),
            "1997-05-04",
            "Vilnius",
        ),
    ),
)

UNNAMED = Letter(
    """DECISION OF THE COUNCIL

About the calendar

It is made in the city of Astana on June 18, 2004 in one authentic copy. This Decision is in force.
|
For the Republic of Armenia |
For the Kyrgyz Republic |
""",
    (Statement("decision", ("ARM", "KGZ"), ((None, "ARM", None), (None, "KGZ", None)), "2004-06-18", "Astana"),),
)

GRID = Letter(
    """Declaration on co-operation

The undersigned have agreed as follows.

Armenia: Levon Hakobian
Georgia: Nino Maisuradze
Ukraine: Oksana Shevchuk

Done at Batumi on 5 May 1998
""",
    (
        Statement(
            "declaration",
            ("ARM", "GEO", "UKR"),
            (("Levon Hakobian", "ARM", None), ("Nino Maisuradze", "GEO", None), ("Oksana Shevchuk", "UKR", None)),
            "1998-05-05",
            "Batumi",
        ),
    ),
)

LINES = Letter(
    """Statement by the Presidents of the northern islands

The Presidents met in Reykjavik on 3 May 2001.

Sigrún STEFÁNS, President of the Republic of Iceland
Matti LAINE, President of the Republic of Finland
""",
    (
        Statement(
            "statement",
            ("ISL", "FIN"),
            (("Sigrún Stefáns", "ISL", HEAD), ("Matti Laine", "FIN", HEAD)),
            "2001-05-03",
            "Reykjavik",
        ),
    ),
)

CAPITALS = Letter(
    """JOINT COMMUNIQUE

Signed at Doha on 5 June 2002

FOR THE STATE OF QATAR:
Hamad AL-KHALIL
FOR THE KINGDOM OF BAHRAIN:
Mariam AL-MUTAWA
""",
    (
        Statement(
            "communique",
            ("QAT", "BHR"),
            (("Hamad Al-Khalil", "QAT", None), ("Mariam Al-Mutawa", "BHR", None)),
            "2002-06-05",
            "Doha",
        ),
    ),
)

SPANISH = Letter(
    """Sexagésimo primer período de sesiones
Temas 15 y 108 del programa

Carta de fecha 10 de marzo de 2007 dirigida al Presidente del Consejo de Seguridad por los Representantes Permanentes \
de Bolivia y el Perú ante las Naciones Unidas

Tenemos el honor de transmitirle adjunto el texto de la declaración conjunta firmada en Lima el 8 de marzo de 2007 \
(véase el anexo).

(Firmado) Hugo Condori
Embajador
Representante Permanente de Bolivia
ante las Naciones Unidas

(Firmado) Rosa HUAMÁN
Encargada de negocios interina
Misión Permanente del Perú
ante las Naciones Unidas
""",
    (
        Statement(
            "letter", ("BOL", "PER"), (("Hugo Condori", "BOL", PR), ("Rosa Huamán", "PER", CHARGE)), "2007-03-10"
        ),
        Statement("declaration", (), (), "2007-03-08", "Lima"),
    ),
    items=(15, 108),
    session=61,
    addressee=COUNCIL,
)

FRENCH = Letter(
    """Lettre datée du 2 mai 1999, adressée au Secrétaire général par le Chargé d'affaires par intérim de la Mission \
permanente du Burundi auprès de l'Organisation des Nations Unies

J'ai l'honneur de vous faire tenir ci-joint le texte du communiqué publié à Gitega le 30 avril 1999 par les \
Gouvernements du Burundi et de la Zambie (voir annexe).

Le Chargé d'affaires par intérim
(Signé) Aline NDAYIZEYE

Annexe

Communiqué conjoint du Burundi et de la Zambie

Les deux gouvernements
""",
    (
        Statement("letter", ("BDI",), (("Aline Ndayizeye", "BDI", CHARGE),), "1999-05-02"),
        Statement("communique", ("BDI", "ZMB"), (), "1999-04-30", "Gitega"),
    ),
    addressee=SG,
)

RUSSIAN = Letter(
    """Генеральная Ассамблея
Шестьдесят первая сессия
Пункты 10 и 41 повестки дня

Письмо постоянных представителей Казахстана и Российской Федерации при Организации Объединенных Наций от 5 июня \
2006 года на имя Генерального секретаря

Имеем честь препроводить текст Совместного заявления президентов (см. приложение).

(Подпись) В. БЕРЕЗИН
Постоянный представитель
Российской Федерации
при Организации Объединенных Наций

(Подпись) Е. САРСЕНОВ
Временный поверенный в делах
Республики Казахстан

Приложение

Совместное заявление президентов Российской Федерации и Республики Казахстан

За Российскую Федерацию
И. СОСНИН

За Республику Казахстан
Н. ЖУМАБАЕВ
""",
    (
        Statement("letter", ("KAZ", "RUS"), (("В. Березин", "RUS", PR), ("Е. Сарсенов", "KAZ", CHARGE)), "2006-06-05"),
        Statement("statement", ("RUS", "KAZ"), (("И. Соснин", "RUS", HEAD), ("Н. Жумабаев", "KAZ", HEAD))),
    ),
    items=(10, 41),
    session=61,
    addressee=SG,
)

CHINESE = Letter(
    """大会
第五十一届会议
议程项目66和71

1996年5月2日中国和蒙古常驻联合国代表给秘书长的信

谨随函转递联合声明(见附件)。

中国
常驻联合国代表
大使
王小明(签名)

蒙古
常驻联合国代表
大使
巴特尔(签名)

附件

中华人民共和国和蒙古国联合声明

1996年4月25日在北京签署
""",
    (
        Statement("letter", ("CHN", "MNG"), (("王小明", "CHN", PR), ("巴特尔", "MNG", PR)), "1996-05-02"),
        Statement("statement", ("CHN", "MNG"), (), "1996-04-25", "北京"),
    ),
    items=(66, 71),
    session=51,
    addressee=SG,
)

LETTERS = {name.lower(): value for name, value in list(globals().items()) if isinstance(value, Letter)}
