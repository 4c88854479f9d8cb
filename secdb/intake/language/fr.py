"""French."""

from __future__ import annotations

from secdb.intake.language.table import YEAR, Language

_CHARGE = r"charg[ée]{1,2}s?\s+d.\s?affaires"
_PR = r"repr[ée]sentante?s?\s+permanente?s?"
_NOUN = r"(?:D[ée]claration|Communiqu[ée]|Accord|Trait[ée]|Convention|Protocole|D[ée]cision|R[ée]solution|Message|M[ée]morandum|Appel|Rapport|Lettre|Note|D[ÉE]CLARATION|COMMUNIQU[ÉE]|ACCORD|TRAIT[ÉE]|CONVENTION|PROTOCOLE|D[ÉE]CISION|R[ÉE]SOLUTION)"

FRENCH = Language(
    code="fr",
    common=frozenset(
        [
            "le",
            "les",
            "des",
            "du",
            "et",
            "que",
            "dans",
            "pour",
            "par",
            "une",
            "sur",
            "au",
            "aux",
            "est",
            "qui",
            "avec",
            "ce",
            "cette",
            "auprès",
        ]
    ),
    signed=r"[(\[]\s{0,3}(?:Sign[ée]e?s?|Signature)\s{0,3}[)\]:]",
    headings=(
        r"(?P<kind>lettres?(?:\s+identiques)?|notes?\s+verbales?|t[ée]l[ée]grammes?|c[âa]bles?)\s+(?:identiques\s+)?(?:dat[ée]{1,2}s?\s+du|en\s+date\s+du|du)\s+"
        rf"(?P<date>[^\n]{{4,40}}?{YEAR}),?\s+adress[ée]{{1,2}}s?\s+(?P<to>(?:au|à)\s+[^\n]{{5,160}}?(?:\n[^\n]{{1,80}}?)?)\s+par\s+"
        r"(?P<from>(?:(?!\n\s*\n)[\s\S]){3,900}?(?:\bde\s+l.Organisation\s+des\s+Nations\s+Unies|\bdes\s+Nations\s+Unies|(?=\n\s*\n)|$))",
    ),
    addressees=(
        (r"secr[ée]taire\s+g[ée]n[ée]rale?", "Secretary-General"),
        (r"pr[ée]sidente?\s+du\s+conseil\s+de\s+s[ée]curit[ée]", "President of the Security Council"),
        (r"pr[ée]sidente?\s+de\s+l.assembl[ée]e\s+g[ée]n[ée]rale", "President of the General Assembly"),
        (
            r"pr[ée]sidente?\s+du\s+conseil\s+[ée]conomique\s+et\s+social",
            "President of the Economic and Social Council",
        ),
    ),
    kinds=(
        (r"communiqu[ée]", "communique"),
        (r"d[ée]claration", "declaration"),
        (r"accord|trait[ée]|convention|protocole|charte|pacte", "treaty"),
        (r"d[ée]cision|r[ée]solution", "decision"),
        (r"lettres?", "letter"),
        (r"notes?\s+verbales?", "note_verbale"),
        (r"t[ée]l[ée]gramme|c[âa]ble", "cable"),
        (r"message|m[ée]morandum|appel|rapport|proc[ée]dure|document|texte|plan|note|discours|allocution", "other"),
    ),
    title_start=rf"(?:[A-ZÀ-Þ]\w{{1,20}}\s+){{0,2}}?{_NOUN}\b",
    annex=r"\b(?:ANNEXE|Annexe|PIÈCE\s+JOINTE|Pièce\s+jointe|APPENDICE|Appendice)(?:\s{1,3}(?P<number>[IVX]{1,5}|\d{1,2}))?(?![\w-])",
    annex_to=r"\s+(?:à\s+la|aux|à)\s+(?:lettres?|notes?)\b",
    see=r"[(\[]\s?voir\s+(?:l.|les\s+|la\s+)?(?:annexes?|pi[èe]ces?\s+jointes?)\s?(?P<number>[^)\]]{0,30})[)\]]",
    transmit=(
        r"\b(?:transmettre|faire\s+tenir|joindre|faire\s+parvenir|communiquer|adresser|appeler\s+(?:votre|l.)\s?attention\s+sur|porter\s+à\s+votre\s+(?:connaissance|attention))\b"
        r"(?:\s+(?:ci-joint|ci-apr[èe]s|sous\s+ce\s+pli)e?s?\b,?)*"
    ),
    article=r"(?:(?:ci-joint|ci-apr[èe]s|le|la|les|un|une|texte|copie|du|de|des|document\s+intitul[ée])\b[\s,]*|l['’]\s?|[\u201c\"«]\s*)*",
    cut=r",?\s+qui\s+(?:a|ont)\b|,\s+(?:sign[ée]|publi[ée]|adopt[ée]|faite?|rendue?|dat[ée])\w*|\s+(?:sign|adopt)[ée]\w*\s+(?:[àa]|par|le)\b|[\u201d\"»]",
    topic=r"\b(?:sur|concernant|relati(?:f|ve)|au\s+sujet|contre|à\s+l.occasion|(?:publi|adopt|sign|fait|rendu)[ée]?\w*\s+(?:[àa]|le|par))\b|:",
    offices=(
        (rf"{_PR}\s+par\s+int[ée]rim", "acting_permanent_representative"),
        (_CHARGE, "charge_daffaires"),
        (
            rf"{_PR}\s+(?:adjointe?s?|suppl[ée]ante?s?)|repr[ée]sentante?\s+suppl[ée]ante?",
            "deputy_permanent_representative",
        ),
        (_PR, "permanent_representative"),
        (r"observat(?:eur|rice)s?\s+permanente?s?", "permanent_observer"),
        (
            r"ministres?\s+des\s+(?:affaires\s+[ée]trang[èe]res|relations\s+ext[ée]rieures)|ministres?\s+de\s+l.europe\s+et\s+des\s+affaires\s+[ée]trang[èe]res",
            "minister_for_foreign_affairs",
        ),
        (r"premi(?:er|[èe]re)s?\s+ministres?|chefs?\s+d[ue]\s+gouvernement", "head_of_government"),
        (r"envoy[ée]{1,2}\s+sp[ée]ciale?", "special_envoy"),
        (
            r"vice-pr[ée]sidente?|secr[ée]taire\s+g[ée]n[ée]rale?|pr[ée]sidente?\s+(?:du\s+conseil|de\s+l.assembl[ée]e)",
            "other",
        ),
        (r"pr[ée]sidente?s?|chefs?\s+d.[ée]tat(?:\s+et\s+de\s+gouvernement)?|roi|reine", "head_of_state"),
        (r"ministres?\s+d.\s?[ée]tat", "other"),
        (r"repr[ée]sentante?s?|ministres?|conseill(?:er|[èe]re)", "other"),
    ),
    ranks=r"ambassad(?:eur|rice)s?|son\s+excellence|s\.?\s?e\.|m\.|mme\.?|mlle|monsieur|madame|dr\.?|g[ée]n[ée]ral",
    link=r"(?:de\s+la\s+|de\s+l['’]\s?|des\s+|du\s+|de\s+|d['’]\s?)(?:(?:mission\s+permanente|gouvernement)\s+(?:de\s+la\s+|de\s+l['’]\s?|des\s+|du\s+|de\s+|d['’]\s?))?",
    tail=r"aupr[èe]s\s+(?:de\s+l.organisation\s+)?des\s+nations\s+unies|à\s+new\s+york|a\.\s?i\.?|par\s+int[ée]rim|extraordinaire\s+et\s+pl[ée]nipotentiaire",
    of_state=(
        r"\b(?:(?:Pour|POUR)\s+(?i:le\s+(?=gouvernement\s))?|(?:Au|AU)\s+(?i:nom\s+(?:du\s+|de\s+|d['’])))"
        r"(?i:gouvernement\s+(?:de\s+la\s+|de\s+l['’]|du\s+|de\s+|d['’]))?(?i:la\s+|le\s+|les\s+|l['’]\s?)?"
    ),
    place=r"[àa]\s+(?:la\s+ville\s+de\s+)?",
    done=r"\b(?:tenue?s?|sign[ée]+s?|publi[ée]+s?|adopt[ée]+s?|faite?s?|rendue?s?|conclue?s?|r[ée]uni\w*|r[ée]union|sommet)\b",
    members=(r"(?:[ée]tats|pays)\s+(?:membres|parties)\s+(?:de\s+la\s+|de\s+l['’]|du\s+|à\s+la\s+|au\s+)"),
    agenda=r"\b(?:sous-)?points?\b(?:\s+de\s+l.ordre\s+du\s+jour(?:\s+provisoire)?|\s+de\s+la\s+liste\s+pr[ée]liminaire)?",
    sessions=(
        ("quarante et uni[èe]me", 41),
        ("quarante-deuxi[èe]me", 42),
        ("quarante-troisi[èe]me", 43),
        ("quarante-quatri[èe]me", 44),
        ("quarante-cinqui[èe]me", 45),
        ("quarante-sixi[èe]me", 46),
        ("quarante-septi[èe]me", 47),
        ("quarante-huiti[èe]me", 48),
        ("quarante-neuvi[èe]me", 49),
        ("quaranti[èe]me", 40),
        ("cinquante et uni[èe]me", 51),
        ("cinquante-deuxi[èe]me", 52),
        ("cinquante-troisi[èe]me", 53),
        ("cinquante-quatri[èe]me", 54),
        ("cinquante-cinqui[èe]me", 55),
        ("cinquante-sixi[èe]me", 56),
        ("cinquante-septi[èe]me", 57),
        ("cinquante-huiti[èe]me", 58),
        ("cinquante-neuvi[èe]me", 59),
        ("cinquanti[èe]me", 50),
        ("soixante et uni[èe]me", 61),
        ("soixante-deuxi[èe]me", 62),
        ("soixante-troisi[èe]me", 63),
        ("soixante-quatri[èe]me", 64),
        ("soixante-cinqui[èe]me", 65),
        ("soixante-sixi[èe]me", 66),
        ("soixante-septi[èe]me", 67),
        ("soixante-huiti[èe]me", 68),
        ("soixante-neuvi[èe]me", 69),
        ("soixanti[èe]me", 60),
        ("soixante et onzi[èe]me", 71),
        ("soixante-douzi[èe]me", 72),
        ("soixante-treizi[èe]me", 73),
        ("soixante-quatorzi[èe]me", 74),
        ("soixante-quinzi[èe]me", 75),
        ("soixante-dixi[èe]me", 70),
    ),
    session=r"\b(?:{})\s+session\b",
    ours=r"\bnos\s+(?:ministres|chefs|pr[ée]sidents|gouvernements|pays|[ée]tats)",
    lead=r"(?:nous,?\s+)?(?:les\s+)?(?:pr[ée]sidents?|chefs|ministres|gouvernements|repr[ée]sentants)\b[^.:;\n]{0,120}?(?:\bde|\bdu|\bdes|,|:)\s+(?:la\s+|l['’])?",
    together=r"ont\s+(?:assist[ée]|particip[ée]|pris\s+part)|participa|sign[ée]+s?\s+par|à\s+l.invitation|pr[ée]sid[ée]+s?|suivants|se\s+sont\s+r[ée]unis|entre",
    above=(
        r"\b(?:[ée]tats|gouvernements|pays|repr[ée]sentants|d[ée]l[ée]gations)\s+(?:susmentionn[ée]e?s|susvis[ée]e?s|pr[ée]cit[ée]e?s|signataires|nomm[ée]e?s\s+ci-dessus|mentionn[ée]e?s\s+ci-dessus)|"
        r"\bles\s+soussign[ée]e?s\b"
    ),
    letterlike=r"j.ai\s+l.honneur|veuillez\s+agr[ée]er|monsieur\s+le\s+(?:secr[ée]taire|pr[ée]sident)|excellence",
    third_person=r"\b(?:la|le)\s+(?P<from>(?:mission|repr[ée]sentant|charg)[\s\S]{3,160}?)\s+pr[ée]sente\s+ses\s+compliments\s+(?=au\b|à\b)",
)
