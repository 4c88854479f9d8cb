"""English."""

from __future__ import annotations

from itertools import combinations

from secdb.intake.language.table import YEAR, Language

_ONES = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"]
_TEENS = [
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
    "twentieth",
]
_TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}


def _ordinals() -> tuple[tuple[str, int], ...]:
    tens = [(f"{ten[:-1]}ieth", number) for ten, number in _TENS.items()]
    both = [
        (rf"{ten}[-\u2010\s]{{0,3}}{one}", number + place)
        for ten, number in _TENS.items()
        for place, one in enumerate(_ONES, 1)
    ]
    teens = [(word, number) for number, word in enumerate(_TEENS, 10)]
    return (*both, *tens, *teens, *((word, number) for number, word in enumerate(_ONES, 1)))


_CHARGE = r"charg[ée.]?['´`]?s?[\s-]{1,3}d.{0,2}\s?affaires"
_FOREIGN = r"foreign\s+(?:and\s+\w+\s+)?affairs|external\s+(?:affairs|relations)|foreign\s+relations"


def slipped(word: str) -> str:
    """Return the pattern of a word in which one letter, but the first, may be misprinted, lost, or a blank."""
    return "(?:" + "|".join([word, *(rf"{word[:i]}[\w ]?{word[i + 1 :]}" for i in range(1, len(word)))]) + ")"


def slipped_twice(word: str) -> str:
    """Return the pattern of a word in which two letters, but the first, may be misprinted, lost, or blanks."""
    pairs = combinations(range(1, len(word)), 2)
    slips = (rf"{word[:i]}[\w ]?{word[i + 1 : j]}[\w ]?{word[j + 1 :]}" for i, j in pairs)
    return "(?:" + "|".join([word, *slips]) + ")"


# A word in brackets that begins a line before a name with a capital.
_MARK = (
    rf"[(\[](?<!\S.)(?<!\S .)\s{{0,2}}(?!signal|signs?\b)(?:{slipped_twice('signed')}|[\w ]?igned)"
    r"\s{0,2}[)\]](?=\s{0,40}(?-i:[A-ZÀ-Þ]))"
)
_PERMANENT, _REPRESENTATIVE = slipped("permanent"), slipped_twice("representative")
_PR = rf"{_PERMANENT}\s+{_REPRESENTATIVE}s?"

ENGLISH = Language(
    code="en",
    common=frozenset(
        [
            "the",
            "of",
            "and",
            "to",
            "in",
            "that",
            "for",
            "with",
            "on",
            "by",
            "this",
            "have",
            "be",
            "which",
            "from",
            "is",
            "as",
            "it",
            "their",
            "our",
        ]
    ),
    signed=r"[(\[]\s{0,3}(?:Signed|[S5$][il1!t|][gq9][nmuo]{1,2}[ecao0][dcl]|Sgd\.?|Signature)\s{0,3}[)\]:}]|(?:^|\n)[ ]{0,40}(?:/?s/(?![lIO]{0,4}\d)|(?:(?:Sgd|Signed)\s?:|Sgd\.)(?=[ ]{0,9}[^\s]))"
    rf"|{_MARK}",
    headings=(
        r"(?P<kind>(?:identical\s+)?(?:l\wtt?er|le\wter|lett\wr)s?|notes?\s+verbales?|verbal\s+notes?|cables?|cablegrams?|telegrams?)\s+(?:dat\wd|da\wed|\wated)\s+"
        rf"(?P<date>[^\n]{{1,60}}?(?:\n[^\n]{{1,30}}?)?{YEAR}),?\s+(?:sent\s+)?(?:fr\wm|by)\s+(?P<from>(?:(?!\baddress|\bdated\b)[\s\S]){{3,1500}}?)"
        r"[\s,]+(?:and\s+)?(?:addr\w{5}|a\w\wress\w\w)\s+(?:respectively\s+)?\wo\s+",
        rf"(?P<kind>letter|note\s+verbale|cable|telegram)\s+(?:(?:of|dated)\s+(?P<date>[^\n]{{4,30}}?{YEAR}),?\s+)?from\s+"
        r"(?P<from>(?:the\s+)?[^\n]{3,300}?)\s+(?:addressed\s+)?to\s+(?=(?:the\s+)?(?:UN\s+|United\s+Nations\s+)?"
        r"(?:Secretary|President|Acting|Chair))",
        r"(?:^|\n)[ ]{0,60}(?P<kind>)(?P<from>the\s+[^\n()]{3,160}?)(?:\s\((?P<name>[^\n()]{2,40})\))?\s+to\s+"
        r"(?=th\w\s+[^\n().]{3,160}\s?(?:\([^\n()]{2,40}\)|\n))",
    ),
    addressees=(
        (r"(?:acting\s+)?secretary[-\s]{1,3}general", "Secretary-General"),
        (r"president\s+of\s+the\s+security\s+council", "President of the Security Council"),
        (r"president\s+of\s+the\s+general\s+assembly", "President of the General Assembly"),
        (r"president\s+of\s+the\s+economic\s+and\s+social\s+council", "President of the Economic and Social Council"),
        (r"president\s+of\s+the\s+human\s+rights\s+council", "President of the Human Rights Council"),
        (
            r"(?:united\s+nations\s+)?high\s+commissioner\s+for\s+human\s+rights",
            "United Nations High Commissioner for Human Rights",
        ),
        (
            r"secretary[-\s]{1,3}general\s+of\s+the\s+conference\s+on\s+disarmament",
            "Secretary-General of the Conference",
        ),
    ),
    kinds=(
        (r"communiqu[ée.]{1,2}|comunique", "communique"),
        (r"declaration", "declaration"),
        (r"statement", "statement"),
        (r"treaty|agreement|convention|protocol|charter|pact|accords?", "treaty"),
        (r"decisions?|resolution", "decision"),
        (r"letters?", "letter"),
        (r"notes?\s+verbales?", "note_verbale"),
        (r"cable(?:gram)?|telegram", "cable"),
        (
            r"procedure|message|appeal|memorandum|report|plan|proposals?|programme|address|speech|conclusions|summary|"
            r"document|aide[-\s]memoire|note|principles|elements|act|initiative|concept|text|outcome|press\s+release|"
            r"information|list|article|interview|minutes",
            "other",
        ),
    ),
    title_start=(
        r"(?:(?:The\s+)?(?:(?:[A-Z\u00c0-\u00de][\w\u2019'.-]{1,24}|\([A-Z][\w-]{1,20}\)|of|and)(?: {1,3}| ?\n {0,60}(?=\S))){0,5}?)"
        r"(?:Statement|Declaration|Communiqu[\u00e9e]|Agreement|Treaty|Convention|Protocol|Charter|Decision|Resolution|Memorandum"
        r"|Message|Appeal|Procedure|Press\s+[Rr]elease|Report|Plan|Letter|Accord|Pact|Conclusions|Programme|Principles"
        r"|(?:[Jj]oint|[Ff]inal|[Pp]ress|[Ss]pecial)\s+(?:statement|declaration|communiqu[\u00e9e])|Address"
        r"|STATEMENT|DECLARATION|COMMUNIQU[\u00c9E]|AGREEMENT|TREATY|CONVENTION|PROTOCOL|CHARTER|DECISION|RESOLUTION|MEMORANDUM"
        r"|MESSAGE|APPEAL|PROCEDURE|REPORT|PLAN|LETTER|ACCORD|PACT|About\s+the)\b"
    ),
    annex=r"\b(?:ANNEX|Annex|ENCLOSURE|Enclosure|ATTACHMENT|Attachment)(?:\s{1,3}(?P<number>[IVX1l]{1,5}|\d{1,2}|[A-H]))?(?![\w-])",
    annex_to=r"\s+to\s+(?:the\s+)?(?:identical\s+)?(?:letters?|notes?\s+verbales?|cable|telegram)\b",
    see=r"[(\[]\s?(?:see\s+)?(?:also\s+)?(?:the\s+)?(?:annex(?:es)?|enclosures?|attachments?|appendix|appendices)\s?(?P<number>[^)\]]{0,30})[)\]]",
    transmit=(
        r"\b(?:transmit(?:ting)?|enclos(?:e|ing)|forward(?:ing)?|attach|convey|annex(?=\s+(?:here|to\s+this))|send(?:ing)?|submit|communicate|"
        r"bring\s+to\s+(?:your|the)\s+(?:kind\s+)?attention(?:\s+of\s+[^,.\n]{3,60}?(?=\s+the\b))?|draw\s+(?:your|the)\s+attention\s+to|"
        r"request\s+(?:the\s+)?circulation\s+of|circulate|refer\s+to\s+the\s+attached|transmettre)\b"
        r"(?:\s+(?:to\s+)?(?:you|herewith|herein|hereto|attached|enclosed|your\s+excellency|to\s+your\s+attention|as\s+an\s+annex)\b,?)*"
    ),
    article=(
        r"(?:(?:herewith|attached|enclosed|annexed|following|below|please\s+find|the|a|an|of|copy|copies|full|official|"
        r"unofficial\s+translation|english|text|texts|translation|documents?\s+entitled|document)\b[\s,]*|"
        r",?\s*in\s+(?:its\s+)?[A-Z][a-z]+(?:(?:,|\s+and)\s+[A-Z][a-z]+)*(?:\s+languages?)?,?\s+(?=of\b)|[\u201c\"]\s*)*"
    ),
    cut=(
        r",?\s+which\s+(?:was|were|is|are|has|had)\b|,?\s+(?:that|as)\s+(?:was|were)\b|,\s+(?:signed|issued|adopted|dated|made|held|released|done|concluded|"
        r"delivered|under\b)|\s+(?:signed|adopted)\s+(?:by|in|at|on|during)\b|[\u201d\"]"
    ),
    topic=(
        r"\b(?:on|concerning|regarding|against|about|with\s+(?:regard|respect)\s+to|in\s+connection|in\s+support|reiterating|"
        r"relating\s+to|for\s+the|towards|calling|condemning|to\s+the|following|establishing|creating|entitled|aimed|addressed|"
        r"(?:issued|adopted|signed|held|done|made|released|delivered)\s+(?:in|at|on|during|after))\b|:"
    ),
    offices=(
        (rf"acting\s+(?:alternate\s+)?{_PR}", "acting_permanent_representative"),
        (_CHARGE, "charge_daffaires"),
        (
            rf"(?:first\s+|second\s+)?(?:deputy|alternate|vice)\s+(?:{_PERMANENT}\s+)?{_REPRESENTATIVE}s?",
            "deputy_permanent_representative",
        ),
        (_PR, "permanent_representative"),
        (r"(?:acting\s+|deputy\s+)?permanent\s+observers?", "permanent_observer"),
        (
            rf"(?:first\s+)?(?:deputy|vice|assistant)[-\s](?:foreign\s+)?ministers?(?:\s+(?:for|of)\s+(?:{_FOREIGN}))?",
            "other",
        ),
        (
            rf"(?:(?:minister\s+of\s+state,\s+(?:and\s+)?)?(?:ministers?|(?:cabinet\s+)?secretary|secretaries|people\W?s\s+commissar)\s+(?:of\s+state\s+)?(?:for|of)\s+(?:[a-z]+\s+and\s+)?"
            rf"(?:{_FOREIGN})|(?:{_FOREIGN})\s+ministers?|foreign\s+(?:ministers?|secretary)|secretary\s+of\s+state(?=,?\s+(?:of\s+)?the\s+united\s+states))",
            "minister_for_foreign_affairs",
        ),
        (
            r"prime\s+ministers?|heads?\s+of\s+(?:the\s+)?government|chancellor|premier|president\s+of\s+(?:the\s+)?"
            r"(?:government|council\s+of\s+ministers)|chair(?:man|person)\s+of\s+(?:the\s+)?council\s+of\s+(?:people\W?s\s+)?(?:ministers|commissars)",
            "head_of_government",
        ),
        (r"(?:personal|special)\s+(?:envoy|representative)s?", "special_envoy"),
        (
            r"(?<!vice[-\s])(?<!deputy[-\s])(?<!assembly\s)presidents?(?!\s+of\s+(?:the\s+)?(?:council|security|general\s+assembly|national\s+assembly|parliament|"
            r"senate|european|republika|conference|bureau|economic|trusteeship|international|world|supreme|state\s+duma|commission))|"
            r"(?<!deputy\s)heads?\s+of\s+states?(?:\s+(?:and|or)\s+(?:of\s+)?government)?|"
            r"(?:his|her)\s+majesty|king|queen|emir|amir|sultan|emperor|grand\s+duke|"
            r"chair(?:man|person)(?=\s+of\s+the\s+people\W?s\s+republic)|"
            r"chair(?:man|person)\s+of\s+the\s+(?:supreme\s+soviet|presidium\s+of\s+the\s+supreme\s+soviet|state\s+council|presidency)"
            r"|general\s+secretary\s+of\s+the\s+central\s+committee",
            "head_of_state",
        ),
        (
            r"(?:vice|deputy)[-\s](?:president|prime\s+minister|chair(?:man|person))|presidents?|secretar(?:y|ies)[-\s]general|"
            r"chair(?:man|person|woman)?(?:-in-office)?(?:\s+of\s+the\s+(?:coordinating|bureau|movement|group|committee|osce|conference|"
            r"organization|commission|meeting|executive|delegation|national))?|alternate\s+representatives?",
            "other",
        ),
        (
            r"(?:head|chief)\s+of\s+(?:the\s+)?delegation|representatives?|ministers?|secretary|director|counsel{1,2}or|adviser|attach[ée]|plenipotentiary",
            "other",
        ),
    ),
    ranks=(
        r"ambassadors?(?:\s+extraordinary(?:\s+and\s+plenipotentiary)?)?|minister\s+plenipotentiary|minister[-\s]counsell?or|"
        r"his\s+(?:royal\s+highness|excellency|majesty|highness)|her\s+(?:excellency|majesty|royal\s+highness)|their\s+excellencies|h\.?\s?e\.|h\.?r\.?h\.|"
        r"excellency|mr\.?|mrs\.?|ms\.?|miss|dr\.?|prof\.|professor|sheikh|shaikh|prince|king|sir|lord|madam|general|colonel|lieutenant|comrade|the\s+honou?rable|the\s+right\s+honou?rable"
    ),
    link=r"(?:of|for)\s+(?:the\s+)?(?:(?:permanent\s+mission|government|delegation|embassy|republics|states)\s+of\s+(?:the\s+)?)?|the\s+",
    tail=(
        r"(?:to|at)\s+th\w\s+u.{1,2}ited\s+nations(?:\s+(?:organization|office\s+at\s+\w+))?|to\s+the\s+u\.?n\.?|(?:in|at)\s+new\s+york|a\.\s?i\.?|ad\s+interim|"
        r"extraordinary\s+and\s+plenipotentiary|extraordinary|plenipotentiary|represent(?:ed|ing)(?:\s+the)?(?=\s)|and\s+european\s+integration|acting|permanent\s+mission|government"
    ),
    of_state=r"\b(?:(?:For|FOR|From|FROM)\s+(?i:and\s+on\s+behalf\s+of\s+)?|(?:On|ON)\s+(?i:behalf\s+of\s+))(?i:th\w\s+)?(?i:Government\s+of\s+(?:the\s+)?)?",
    place=r"(?:in|at)\s+(?:the\s+city\s+of\s+)?\.?",
    done=r"\b(?:held|signed|issued|adopted|made|done|concluded|met|meeting|gathered|summit|released|meetings?|delivered|convened|assembled|place)\b",
    members=(
        r"(?:(?:states?|countries)[\s-]+(?:members|parties|participants|participating|signatories)|(?:member|participating)\s+(?:states|countries)|members|parties|founders|founding\s+members)\s+"
        r"(?:of|to|in)\s+(?:the\s+)?"
    ),
    agenda=r"\b(?:agenda\s+)?(?:sub-?)?items?\b(?:\s+of\s+the\s+(?:provisional\s+)?agenda)?",
    sessions=_ordinals(),
    session=r"\b(?:{})\s+(?:(?:regular|annual|resumed)\s+)?session\b",
    ours=r"\bour\s+(?:respective\s+)?(?:ministers|heads|presidents|governments|leaders|countries|foreign|states|four|five|two|three|six)",
    lead=(
        r"(?:[WMH]e,?\s+)?(?:the\s+)?(?:(?:undersigned|friendly|supreme)\s+)*(?:(?:representatives|presidents?|heads|leaders|ministers|governments?|foreign|prime|plenipotentiaries|chairm[ae]n)\b[^.:;\n]{0,120}?"
        r"(?:\bof|,|:)\s+)?(?:the\s+)?(?:(?:friendly\s+)?(?:states|republics|governments|countries)\s*(?:of|,|:)?\s+)?(?:the\s+)?"
    ),
    together=(
        r"attended\s+by|participat(?:ed|ion)|signed\s+by|at\s+the\s+invitation\s+of|presided\s+over|(?:was|were)\s+present|took\s+part|"
        r"the\s+following|\bmet\b|between|\brepresent(?:ed|ing)\b"
    ),
    above=(
        r"\b(?:states|governments|countries|representatives|delegations|parties)\s+(?:named|listed|mentioned|referred\s+to|signing)\s+(?:above|in\s+the\s+(?:present\s+)?letter)\b|"
        r"\babove-?\s?(?:named|mentioned|listed|cited)\s+(?:states|governments|countries|representatives|delegations)\b|"
        r"\b(?:undersigned|signatory)\s+(?:states|governments|countries|representatives|delegations)\b|\bwe,?\s+the\s+undersigned\b|"
        r"\b(?:sponsors|signatories|authors)\s+of\s+(?:this|the\s+present)\s+letter\b"
    ),
    letterlike=r"\b(?:sir|excellency|dear\s+mr|(?:i|we)\s+have\s+the\s+honou?r|please\s+accept|accept,\s+(?:sir|excellency)|yours\s+sincerely|highest\s+consideration)\b",
    third_person=(
        r"\bthe\s+(?P<from>(?:permanent|embassy|ministry|deputy|acting|charg|government)[^.\n]{0,30}\s[\s\S]{3,160}?)\s+"
        r"presents?\s+(?:his|her|its|their)\s+compliments\s+to\s+"
    ),
)
