"""Made-up letters in Spanish, French, Russian and Chinese."""

from __future__ import annotations

from tests.intake.letters import CHARGE, COUNCIL, HEAD, MINISTER, PR, SG, Letter, Statement

SPANISH_FOR = Letter(
    """Carta de fecha 4 de abril de 1995 dirigida al Secretario General por el Encargado de Negocios interino de la \
Misión Permanente de Honduras ante las Naciones Unidas

Tengo el honor de transmitirle adjunto el texto del acuerdo suscrito en Tegucigalpa el 1 de abril de 1995 (véase el \
anexo).

(Firmado) Óscar Lagos
Encargado de Negocios interino

Anexo

Acuerdo sobre los ríos

Los Gobiernos de Honduras y Nicaragua han convenido lo siguiente.

Hecho en Tegucigalpa el 1 de abril de 1995.

Por la República de Honduras
(Firmado) Blanca MEJÍA
Ministra de Relaciones Exteriores

Por la República de Nicaragua
(Firmado) Tomás OBANDO
Ministro de Relaciones Exteriores
""",
    (
        Statement("letter", ("HND",), (("Óscar Lagos", "HND", CHARGE),), "1995-04-04", None),
        Statement(
            "treaty",
            ("HND", "NIC"),
            (
                ("Blanca Mejía", "HND", MINISTER),
                ("Tomás Obando", "NIC", MINISTER),
            ),
            "1995-04-01",
            "Tegucigalpa",
        ),
    ),
    addressee=SG,
)

SPANISH_LINES = Letter(
    """Declaración de los Ministros de Relaciones Exteriores de Colombia, el Ecuador y el Perú sobre los páramos

Los Ministros de Relaciones Exteriores de Colombia, el Ecuador y el Perú, reunidos en Quito el 4 de mayo de 2003, \
declaran.

(Firmado) Carolina ROJAS, Ministra de Relaciones Exteriores de Colombia
(Firmado) Diego PAREDES, Ministro de Relaciones Exteriores del Ecuador
""",
    (
        Statement(
            "declaration",
            ("COL", "ECU", "PER"),
            (
                ("Carolina Rojas", "COL", MINISTER),
                ("Diego Paredes", "ECU", MINISTER),
            ),
            "2003-05-04",
            "Quito",
        ),
    ),
)

OFFICE_ABOVE = Letter(
    """Lettre datée du 3 mars 2003, adressée au Président du Conseil de sécurité par les Représentants permanents \
du Bénin et du Togo auprès de l'Organisation des Nations Unies

Nous avons l'honneur de vous transmettre ci-joint la déclaration commune adoptée à Cotonou le 1er mars 2003 (voir \
annexe).

L'Ambassadeur,                          L'Ambassadeur,
Représentant permanent du Bénin         Représentant permanent du Togo
(Signé) Koffi ADJOVI                    (Signé) Afi LAWSON

Annexe

Déclaration commune des Ministres des affaires étrangères de la République du Bénin et de la République togolaise \
sur la pêche

Les Ministres
""",
    (
        Statement(
            "letter",
            ("BEN", "TGO"),
            (
                ("Koffi Adjovi", "BEN", PR),
                ("Afi Lawson", "TGO", PR),
            ),
            "2003-03-03",
            None,
        ),
        Statement("declaration", ("BEN", "TGO"), (), "2003-03-01", "Cotonou"),
    ),
    addressee=COUNCIL,
)

RUSSIAN_TOWN = Letter(
    """Письмо Постоянного представителя Республики Беларусь при Организации Объединенных Наций от 7 июня 2011 года \
на имя Генерального секретаря

Имею честь препроводить текст заявления глав государств - членов Организации Договора о горах, принятого в Москве \
3 июня 2011 года (см. приложение).

(Подпись) П. Ткач

Приложение

Заявление глав государств - членов Организации Договора о горах

Государства - члены Организации Договора о горах (Армения, Беларусь и Кыргызстан) заявляют.

Принято в Москве 3 июня 2011 года
""",
    (
        Statement("letter", ("BLR",), (("П. Ткач", "BLR", PR),), "2011-06-07", None),
        Statement("statement", ("ARM", "BLR", "KGZ"), (), "2011-06-03", "Москва"),
    ),
    addressee=SG,
)

RUSSIAN_ABOVE = Letter(
    """Совместное заявление Президента Республики Беларусь и Президента Республики Молдова

Минск, 5 мая 2001 года

Президент                         Президент
Республики Беларусь               Республики Молдова
А. БЕРЕЗА                         И. ЧЕБАН
""",
    (
        Statement(
            "statement",
            ("BLR", "MDA"),
            (
                ("А. Береза", "BLR", HEAD),
                ("И. Чебан", "MDA", HEAD),
            ),
            "2001-05-05",
            "Минск",
        ),
    ),
)

CHINESE_OFFICE_ABOVE = Letter(
    """2001年6月15日中国常驻联合国代表给安全理事会主席的信

谨随函转递联合公报(见附件)。

常驻联合国代表
大使
李大明(签名)

附件

中华人民共和国、哈萨克斯坦共和国和吉尔吉斯共和国联合公报

2001年6月14日在上海签署

中华人民共和国主席
王大山(签名)

哈萨克斯坦共和国总统
努尔兰(签名)
""",
    (
        Statement("letter", ("CHN",), (("李大明", "CHN", PR),), "2001-06-15", None),
        Statement(
            "communique",
            ("CHN", "KAZ", "KGZ"),
            (
                ("王大山", "CHN", HEAD),
                ("努尔兰", "KAZ", HEAD),
            ),
            "2001-06-14",
            "上海",
        ),
    ),
    addressee=COUNCIL,
)

LANGUAGES = {name.lower(): value for name, value in list(globals().items()) if isinstance(value, Letter)}
