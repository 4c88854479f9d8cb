"""More made-up letters: scanned pages with letters lost, lines run together, offices under names in a grid."""

from __future__ import annotations

from tests.intake.letters import ACTING, CHARGE, HEAD, MINISTER, PR, PREMIER, SG, Letter, Statement

LOST_LETTERS = Letter(
    """Letter dated 4 May 1988 from the Permanent Representatives of Ghana, the Union of Sov et
Socialist Republics and Yugoslavia to the United Nations addressed to the Secretary-General

We write.

(Sig ed) Efua MENSIMA
Permanent Rep esentative
of Ghana

(Sgned) Ivan ORLENKO
Acting Permanent Representatve
of the Union of Soviet Socialist Republics

(S gnod) Milan STOJKOVIC
Perman nt Representat ve
of Yugosl via
""",
    (
        Statement(
            "letter",
            ("GHA", "SUN", "YUG"),
            (("Efua Mensima", "GHA", PR), ("Ivan Orlenko", "SUN", ACTING), ("Milan Stojkovic", "YUG", PR)),
            "1988-05-04",
        ),
    ),
    addressee=SG,
)

RUN_TOGETHER = Letter(
    "UnitedNationsA/52/9011-S/1997/9011GeneralAssemblyFifty-second sessionItem 9 of the provisional agenda\n"
    "Letter dated 4 May 1997 from the Permanent Representatives ofEstonia and Ghana to the United Nationsaddressed to "
    "the Secretary-GeneralWe write.(Signed) Tiit LEPIKPermanent Representativeof Estonia(Signed) Efua MENSIMA"
    "Chargé d'affaires a.i.of GhanaANNEXDeclaration on FerriesThe Ministers for Foreign Affairs of Estonia and Ghana,"
    "Meeting at Accra on 2 May 1997,Declare that ferries shall sail.AccraMay 2, 1997Jaan Mägisalu"
    "Minister for Foreign Affairs of EstoniaKwame AbrefaMinister for Foreign Affairs of Ghana\n",
    (
        Statement("letter", ("EST", "GHA"), (("Tiit Lepik", "EST", PR), ("Efua Mensima", "GHA", CHARGE)), "1997-05-04"),
        Statement(
            "declaration",
            ("EST", "GHA"),
            (("Jaan Mägisalu", "EST", MINISTER), ("Kwame Abrefa", "GHA", MINISTER)),
            "1997-05-02",
            "Accra",
        ),
    ),
    ("A/52/9011", "S/1997/9011"),
    (9,),
    52,
    SG,
)

OFFICE_UNDER_NAME = Letter(
    """Joint Declaration

Done at Accra on 4 May 2004.

Republic of Estonia             Tiit Lepik
                                President

Republic of Ghana               Efua Mensima
                                Prime Minister

Republic of Chad                Inés Etchart
                                Vice-President
""",
    (
        Statement(
            "declaration",
            ("EST", "GHA", "TCD"),
            (("Tiit Lepik", "EST", HEAD), ("Efua Mensima", "GHA", PREMIER), ("Inés Etchart", "TCD", "other")),
            "2004-05-04",
            "Accra",
        ),
    ),
)

PORTFOLIOS = Letter(
    """Joint Statement

Done at Accra on 4 May 2004.

(Signed) Tiit Lepik
Cabinet Secretary for Foreign Affairs of the Republic of Estonia

For Ghana:
(Signed) Efua Mensima
Minister of State, Minister for Foreign Affairs
""",
    (
        Statement(
            "statement",
            ("EST", "GHA"),
            (("Tiit Lepik", "EST", MINISTER), ("Efua Mensima", "GHA", MINISTER)),
            "2004-05-04",
            "Accra",
        ),
    ),
)

SPANISH_DATELINE = Letter(
    """Carta de fecha 8 de mayo de 2004 dirigida al Secretario General por el Representante Permanente del Uruguay \
ante las Naciones Unidas

Tengo el honor de transmitirle el comunicado (véase el anexo).

(Firmado) Inés Etchart
Representante Permanente

Anexo

Comunicado del Ministerio de Relaciones Exteriores de la República
Oriental del Uruguay sobre las aves del río grande

Durazno, 4 de mayo de 2004

El Gobierno de la República Oriental del Uruguay comprueba que las aves han vuelto.
""",
    (
        Statement("letter", ("URY",), (("Inés Etchart", "URY", PR),), "2004-05-08"),
        Statement("communique", ("URY",), (), "2004-05-04", "Durazno"),
    ),
    addressee=SG,
)

CHINESE_DATELINE = Letter(
    """2004年5月8日中国和巴基斯坦常驻联合国代表给秘书长的信

谨随函转递联合声明(见附件)。

中华人民共和国
常驻联合国代表
李远山(签名)

巴基斯坦伊斯兰共和国
常驻联合国代表
阿里·汗(签名)

附件

中国和巴基斯坦外交部长关于候鸟的联合声明

2004年5月4日，成都

一、双方重申，候鸟应受保护。
""",
    (
        Statement("letter", ("CHN", "PAK"), (("李远山", "CHN", PR), ("阿里·汗", "PAK", PR)), "2004-05-08"),
        Statement("statement", ("CHN", "PAK"), (), "2004-05-04", "成都"),
    ),
    addressee=SG,
)

SCANNED = {name.lower(): value for name, value in list(globals().items()) if isinstance(value, Letter)}
