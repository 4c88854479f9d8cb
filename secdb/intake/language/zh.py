"""Chinese."""

from __future__ import annotations

from secdb.intake.language.table import Language

_DIGITS = "一二三四五六七八九"
_TENS = {"四": 40, "五": 50, "六": 60, "七": 70}

CHINESE = Language(
    code="zh",
    common=frozenset(),
    signed=r"[(\[]\s{0,3}签\s?[名字署]\s{0,3}[)\]:]",
    headings=(
        r"(?P<date>[\d〇○零一二三四五六七八九十]{4}\s?年\s?[\d一二三四五六七八九十]{1,3}\s?月\s?[\d一二三四五六七八九十]{1,3}\s?日)\s?"
        r"(?P<from>[^\n。]{2,200}?(?:\n[^\n。]{1,80}?)?)\s?(?:给|致)\s?(?P<to>[^\n。]{2,60}?)的\s?(?P<kind>(?:同文)?信|普通照会|电报|照会|同文信)",
    ),
    addressees=(
        (r"秘书长和安全理事会主席", "Secretary-General and the President of the Security Council"),
        (r"秘书长", "Secretary-General"),
        (r"安全理事会主席", "President of the Security Council"),
        (r"大会主席", "President of the General Assembly"),
    ),
    kinds=(
        (r"公报", "communique"),
        (r"宣言", "declaration"),
        (r"声明", "statement"),
        (r"条约|协定|协议|议定书|公约|宪章", "treaty"),
        (r"决定|决议", "decision"),
        (r"普通照会|照会", "note_verbale"),
        (r"电报", "cable"),
        (r"信", "letter"),
        (r"备忘录|报告|文件|文告|呼吁书|讲话", "other"),
    ),
    title_start=r"[^\n。，；]{2,60}(?:宣言|声明|公报|条约|协定|议定书|决定|备忘录)",
    annex=r"(?:附件|附录)(?:\s{0,3}(?P<number>[一二三四五六七八九十]{1,2}|[IVX]{1,4}|\d{1,2}))?(?![一-鿿])",
    annex_to=r"(?!)",
    see=r"[(\[]\s?见附件(?P<number>[^)\]]{0,20})[)\]]",
    transmit=r"(?:谨随函转递|随函转递|谨转递|转递|随函附上|谨随函附上|附上|转交|送上)",
    article=r"(?:(?:下列|以下|附上的)\s*|[\u201c\"《]\s*)*",
    cut=r"[\u201d\"》]|[，,]",
    topic=r"关于|就",
    offices=(
        (r"代理常驻(?:联合国)?代表", "acting_permanent_representative"),
        (r"临时代办|代办", "charge_daffaires"),
        (r"(?:第一)?(?:常驻(?:联合国)?副代表|副常驻(?:联合国)?代表|副代表)", "deputy_permanent_representative"),
        (r"常驻(?:联合国)?(?:代表|使团)", "permanent_representative"),
        (r"常驻(?:联合国)?观察员", "permanent_observer"),
        (r"外交部长|外长", "minister_for_foreign_affairs"),
        (r"总理|首相|政府首脑", "head_of_government"),
        (r"特使", "special_envoy"),
        (r"副总统|副主席|秘书长|安全理事会主席", "other"),
        (r"总统|国家元首|国家主席|主席|国王", "head_of_state"),
        (r"代表|部长", "other"),
    ),
    ranks=r"特命全权大使|大使|阁下|先生|女士|博士",
    link=r"",
    tail=r"常驻联合国|驻联合国",
    of_state=r"(?<![一-鿿])代表",
    place=r"在",
    done=r"(?:签署|通过|发表|签订|举行|会晤|订于)",
    members=r"(?!)",
    agenda=r"议程项目|项目",
    sessions=(
        *((rf"{ten}十{one}", number + place) for ten, number in _TENS.items() for place, one in enumerate(_DIGITS, 1)),
        *((rf"{ten}十", number) for ten, number in _TENS.items()),
    ),
    session=r"第?(?:{})届会议",
    ours=r"我们的",
    lead=r"(?!)",
    together=r"出席|参加|签署|应[^。]{1,40}邀请",
    above=r"上述(?:国家|各国|政府)|下列签署国|我们各国",
    letterlike=r"谨随函|我谨|荣幸",
)
