"""Made-up letters whose days, symbols, titles, rosters or issuers take other forms; nothing of them is real."""

from __future__ import annotations

from tests.intake.letters import CHARGE, HEAD, MINISTER, PR, SG, Letter, Statement

FRENCH_WORDS = Letter(
    """Nations Unies
S/1996/9311
Conseil de sécurité
Distr. générale
6 mars 1996

     Lettre datée du 4 mars 1996, adressée au Secrétaire général par le Représentant permanent du Cameroun
     auprès de l'Organisation des Nations Unies

     Au nom des six États membres de l'Union des lacs du Centre (Cameroun, Congo, Gabon, Guinée équatoriale,
République centrafricaine et Tchad), j'ai l'honneur de vous faire tenir ci-joint la Déclaration de Kribi sur les eaux
partagées (voir annexe).

                                   (Signé) Étienne Mvondo-Ateba
                                   Représentant permanent

ANNEXE

Déclaration de Kribi sur les eaux partagées

     Nous, Présidents du Cameroun et du Gabon, déclarons ce qui suit.

     Fait à Kribi, le vingt-huit février mil neuf cent quatre-vingt-seize.

     Pour le Cameroun : (Signé) Paul Essomba
     Pour le Gabon : (Signé) Albert Ndong
""",
    (
        Statement("letter", ("CMR",), (("Étienne Mvondo-Ateba", "CMR", PR),), "1996-03-04"),
        Statement(
            "declaration",
            ("CMR", "GAB"),
            (("Paul Essomba", "CMR", None), ("Albert Ndong", "GAB", None)),
            "1996-02-28",
            "Kribi",
        ),
    ),
    symbols=("S/1996/9311",),
    addressee=SG,
)

FRENCH_ONE_LINE = Letter(
    "A/47/9401 Assemblée générale Quarante-septième session Lettre datée du 6 août 1992, adressée au Secrétaire "
    "général par le Représentant permanent du Sénégal auprès de l'Organisation des Nations Unies J'ai l'honneur de "
    "vous faire tenir ci-joint le texte du communiqué publié à Thiès le 2 août 1992 (voir annexe). (Signé) Ousmane "
    "Faye-Ndiaye Représentant permanent Annexe Communiqué publié le 2 août 1992 à Thiès par les Ministres des "
    "affaires étrangères de la Gambie, du Mali et du Sénégal Les Ministres se sont réunis à Thiès.\n",
    (
        Statement("letter", ("SEN",), (("Ousmane Faye-Ndiaye", "SEN", PR),), "1992-08-06"),
        Statement("communique", ("GMB", "MLI", "SEN"), (), "1992-08-02", "Thiès"),
    ),
    symbols=("A/47/9401",),
    session=47,
    addressee=SG,
)

RUSSIAN_BODY = Letter(
    """A/59/9321
Пятьдесят девятая сессия

Письмо Постоянного представителя Казахстана при Организации Объединенных Наций от 21 сентября 2004 года на имя \
Генерального секретаря

Имею честь препроводить текст Заявления глав государств — участников Степного форума (см. приложение).

(Подпись) Ерлан Тулегенов
Постоянный представитель Республики Казахстан

Приложение

Заявление глав государств — участников Степного форума

Собравшись в Астане, мы заявляем.

Астана, 18 сентября 2004 года

За Республику Казахстан
(Подпись) Н. Токсанбай

За Кыргызскую Республику
(Подпись) А. Бейшенов
""",
    (
        Statement("letter", ("KAZ",), (("Ерлан Тулегенов", "KAZ", PR),), "2004-09-21"),
        Statement(
            "statement",
            ("KAZ", "KGZ"),
            (("Н. Токсанбай", "KAZ", HEAD), ("А. Бейшенов", "KGZ", HEAD)),
            "2004-09-18",
            "Астана",
        ),
    ),
    symbols=("A/59/9321",),
    session=59,
    addressee=SG,
)

CHINESE_BODY = Letter(
    """A/60/9331

2005年11月3日俄罗斯联邦常驻联合国代表和中国常驻联合国代表给秘书长的信

谨代表草原合作组织两个成员国(俄罗斯联邦和中国)转递联合声明(见附件)。

俄罗斯联邦常驻联合国代表
安德烈·别洛夫(签名)

中国常驻联合国代表
赵文清(签名)

附件

关于草原合作的联合声明

二〇〇五年十月二十六日于莫斯科

上述国家声明如下。
""",
    (
        Statement("letter", ("RUS", "CHN"), (("安德烈·别洛夫", "RUS", PR), ("赵文清", "CHN", PR)), "2005-11-03"),
        Statement("statement", ("RUS", "CHN"), (), "2005-10-26", "莫斯科"),
    ),
    symbols=("A/60/9331",),
    addressee=SG,
)

ONE_LINE_BODY = Letter(
    "United Nations S/2012/9451 Distr.: General 5 March 2012 Letter dated 1 March 2012 from the Permanent "
    "Representative of Kenya to the United Nations addressed to the Secretary-General I have the honour to "
    "transmit the text of a communique on the lakes (see annex). (Signed) Wanjiru Kamau-Otieno Permanent "
    "Representative Annex Communique of the three States parties to the Great Lakes Charter Nairobi, 27 February "
    "2012 The three States parties to the Great Lakes Charter, namely Burundi, Kenya and Uganda, agree.\n",
    (
        Statement("letter", ("KEN",), (("Wanjiru Kamau-Otieno", "KEN", PR),), "2012-03-01"),
        Statement("communique", ("BDI", "KEN", "UGA"), (), "2012-02-27", "Nairobi"),
    ),
    symbols=("S/2012/9451",),
    addressee=SG,
)

THREE_KINDS = Letter(
    """LETTER DATED 3l AUGUST 1989 FROM THE PERMANENT REPRESENTATIVES OF DENMARK AND ICELAND TO THE UNITED NATIONS \
ADDRESSED TO THE SECRETARY-GENERAL

A/44/9O91
S/l0791
4 September 1989

On behalf of our Governments we have the honour to transmit the following texts: (a) Joint communique of the Prime \
Ministers of Denmark and Iceland, issued at Turku on 25 August 1989 (see annex I); (b) Declaration on the northern \
seas (see annex II); and (c) Agreement on fish, signed at Reykjavik on 12 August 1989 (see annex III).

(Signed) Mogens DYRBERG
Permanent Representative of Denmark

(Signed) Birgir SNORRI
Chargé d'affaires a.i.
Permanent Mission of Iceland

Annex I

Joint communique of the Prime Ministers of Denmark and Iceland, issued at Turku on 25 August 1989

The Prime Ministers met.

Annex II

Declaration on the northern seas

The above-mentioned Governments declare that the seas are cold.

Annex III

Agreement on fish

Done at Reykjavik on the twelfth day of August, nineteen hundred and eighty-nine.

For the Kingdom of Denmark
(Signed) Lars BOGE

For the Republic of Iceland
(Signed) Jon KARI
""",
    (
        Statement(
            "letter", ("DNK", "ISL"), (("Mogens Dyrberg", "DNK", PR), ("Birgir Snorri", "ISL", CHARGE)), "1989-08-31"
        ),
        Statement("communique", ("DNK", "ISL"), (), "1989-08-25", "Turku"),
        Statement("declaration", ("DNK", "ISL")),
        Statement(
            "treaty", ("DNK", "ISL"), (("Lars Boge", "DNK", None), ("Jon Kari", "ISL", None)), "1989-08-12", "Reykjavik"
        ),
    ),
    symbols=("A/44/9091", "S/10791"),
    addressee=SG,
)

SPANISH_WORDS = Letter(
    """Tratado de límites fluviales

Los Gobiernos de la República del Paraguay y de la República Argentina han convenido lo siguiente.

HECHO en la ciudad de Asunción, a los veintitrés días del mes de noviembre de mil novecientos ochenta y siete.

Por la República del Paraguay
(Firmado) Carlos SALDÍVAR
Ministro de Relaciones Exteriores

Por la República Argentina
(Firmado) Dante CAPUTTI
Ministro de Relaciones Exteriores
""",
    (
        Statement(
            "treaty",
            ("PRY", "ARG"),
            (("Carlos Saldívar", "PRY", MINISTER), ("Dante Caputti", "ARG", MINISTER)),
            "1987-11-23",
            "Asunción",
        ),
    ),
)

AUTHORS_BEHIND_TOPIC = Letter(
    """S/2006/9411
7 July 2006

Letter dated 3 July 2006 from the Permanent Representative of Malta to the United Nations addressed to the \
Secretary-General

I have the honour to transmit a statement on migration (see annex I) and a note on ports, dated 1 July 2006 (annex II).

(Signed) Carmel ZERAFA
Permanent Representative

Annex I

Statement on migration by the Prime Ministers of Malta and Cyprus

The Prime Ministers met.

Annex II

Note on ports

Ports matter.
""",
    (
        Statement("letter", ("MLT",), (("Carmel Zerafa", "MLT", PR),), "2006-07-03"),
        Statement("statement", ("MLT", "CYP")),
        Statement("other", (), (), "2006-07-01"),
    ),
    symbols=("S/2006/9411",),
    addressee=SG,
)

GRAMMAR = {name.lower(): value for name, value in list(globals().items()) if isinstance(value, Letter)}
