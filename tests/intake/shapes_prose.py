"""Made-up letters that tell in sentences who took part, annex other letters, or are misprinted."""

from __future__ import annotations

from tests.intake.letters import CHARGE, HEAD, MINISTER, PR, PREMIER, SG, Letter, Statement

PROSE = Letter(
    """Letter dated 8 August 2011 from the Permanent Representative of Kenya to the United Nations addressed to the \
Secretary-General

I have the honour to transmit herewith the communiqué of the summit on Lake Victoria held in Kisumu on 5 August \
2011 (see annex).

(Signed) Wairimu Otieno

Annex

Communiqué of the summit on Lake Victoria held in Kisumu on 5 August 2011

The summit was attended by the President of the Republic of Kenya, Mr. Daudi Mwangi, the President of the Republic \
of Uganda, Mr. Okot Lapolo, and the Prime Minister of the United Republic of Tanzania, Ms. Asha Juma.

1. The leaders met.
""",
    (
        Statement("letter", ("KEN",), (("Wairimu Otieno", "KEN", PR),), "2011-08-08", None),
        Statement(
            "communique",
            ("KEN", "UGA", "TZA"),
            (
                ("Daudi Mwangi", "KEN", HEAD),
                ("Okot Lapolo", "UGA", HEAD),
                ("Asha Juma", "TZA", PREMIER),
            ),
            "2011-08-05",
            "Kisumu",
        ),
    ),
    addressee=SG,
)

NESTED = Letter(
    """Identical letters dated 2 February 2001 from the Chargé d'affaires a.i. of the Permanent Mission of Eritrea \
to the United Nations addressed to the Secretary-General and the President of the Security Council

I have the honour to transmit herewith a letter from the Minister for Foreign Affairs of Eritrea, Mr. Yonas Tesfai \
(see annex I), and a memorandum on wells (see annex II).

(Signed) Selam Haile
Chargé d'affaires a.i.

Annex I

Letter dated 30 January 2001 from the Minister for Foreign Affairs of Eritrea addressed to the Secretary-General

I write about wells.

(Signed) Yonas Tesfai
Minister for Foreign Affairs of the State of Eritrea

Annex II

Memorandum on wells

The wells are dry.
""",
    (
        Statement("letter", ("ERI",), (("Selam Haile", "ERI", CHARGE),), "2001-02-02", None),
        Statement("letter", ("ERI",), (("Yonas Tesfai", "ERI", MINISTER),), "2001-01-30", None),
        Statement("other", (), (), None, None),
    ),
    addressee="Secretary-General and the President of the Security Council",
)

THIRD_PERSON = Letter(
    """The Permanent Mission of the Republic of Malta to the United Nations presents its compliments to the \
Secretary-General of the United Nations and has the honour to transmit a list.

New York, 4 May 1999
""",
    (Statement("note_verbale", ("MLT",), (), "1999-05-04", None),),
    addressee=SG,
)

SLIPS = Letter(
    """Lettcr dated 4 July 1986 from the Pernanent Representative of Bulgaria to the United Nations addressed to \
the Secretary-Ceneral

I have the honour to transnit the text of a statement of the Goverment of Bulgaria (see annex).

(Siqned) Petko IVANOV
Ambassador
Pernanent Representative of Bulqaria

Annex

Statement of the Government of Bulgaria
The Government states.
""",
    (
        Statement("letter", ("BGR",), (("Petko Ivanov", "BGR", PR),), "1986-07-04", None),
        Statement("statement", ("BGR",), (), None, None),
    ),
    addressee=SG,
)

OFFICE_BETWEEN = Letter(
    """Agreement on roads

Done at Rabat on 7 July 1999.

For the Government of                 For the Government of
the Kingdom of Morocco                the Islamic Republic of Mauritania
Minister of Foreign Affairs           Minister of Foreign Affairs
(Signed) Y. ALAOUI                    (Signed) M. OULD SIDI
""",
    (
        Statement(
            "treaty",
            ("MAR", "MRT"),
            (
                ("Y. Alaoui", "MAR", MINISTER),
                ("M. Ould Sidi", "MRT", MINISTER),
            ),
            "1999-07-07",
            "Rabat",
        ),
    ),
)

MEMBERS_OF = Letter(
    """Letter dated 17 November 2008 from the Permanent Representative of Tajikistan to the United Nations \
addressed to the Secretary-General

In its capacity as Chair, Tajikistan, on behalf of the States parties to the Treaty on Snow - Kazakhstan, \
Kyrgyzstan, Tajikistan and Uzbekistan - has the honour to transmit herewith the Statement on glaciers (see annex).

(Signed) Z. Nazarov
Ambassador
Permanent Representative

Annex

Statement on glaciers

The States parties to the Treaty on Snow state.
""",
    (
        Statement("letter", ("TJK",), (("Z. Nazarov", "TJK", PR),), "2008-11-17", None),
        Statement("statement", ("KAZ", "KGZ", "TJK", "UZB"), (), None, None),
    ),
    addressee=SG,
)

SEMICOLONS = Letter(
    """Communiqué

The meeting held in Muscat on 4 May 1993 was attended by: His Highness Sheikh Salim bin Rashid, Minister for \
Foreign Affairs of the United Arab Emirates; His Excellency Mr. Yusuf Al-Harthy, Minister of Foreign Affairs of the \
Sultanate of Oman; and His Excellency Dr. Ali Karam, Minister for Foreign Affairs of the Republic of Yemen.
""",
    (
        Statement(
            "communique",
            ("ARE", "OMN", "YEM"),
            (
                ("Salim bin Rashid", "ARE", MINISTER),
                ("Yusuf Al-Harthy", "OMN", MINISTER),
                ("Ali Karam", "YEM", MINISTER),
            ),
            "1993-05-04",
            "Muscat",
        ),
    ),
)

TOLD = {name.lower(): value for name, value in list(globals().items()) if isinstance(value, Letter)}
