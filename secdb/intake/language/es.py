"""Spanish."""

from __future__ import annotations

from secdb.intake.language.table import YEAR, Language

_CHARGE = r"encargad[oa]s?\s+de\s+negocios"
_PR = r"representantes?\s+permanentes?"
_NOUN = r"(?:Declaraci[oó]n|Comunicado|Acuerdo|Tratado|Convenio|Protocolo|Carta|Decisi[oó]n|Resoluci[oó]n|Mensaje|Memorando|Llamamiento|Informe|Acta|Procedimiento|DECLARACI[OÓ]N|COMUNICADO|ACUERDO|TRATADO|CONVENIO|PROTOCOLO|DECISI[OÓ]N|RESOLUCI[OÓ]N)"

SPANISH = Language(
    code="es",
    common=frozenset(
        [
            "el",
            "los",
            "las",
            "del",
            "y",
            "que",
            "en",
            "por",
            "con",
            "para",
            "una",
            "su",
            "se",
            "al",
            "como",
            "ante",
            "este",
            "presente",
        ]
    ),
    signed=r"[(\[]\s{0,3}(?:Firmado|Fdo\.?|Firma)\s{0,3}[)\]:]",
    headings=(
        r"(?P<kind>cartas?(?:\s+id[eé]nticas)?|notas?\s+verbal(?:es)?|telegramas?|cables?)\s+(?:de\s+fecha|fechadas?(?:\s+el)?|de)\s+"
        rf"(?P<date>[^\n]{{4,40}}?{YEAR}),?\s+dirigid[ao]s?\s+(?P<to>(?:al?|a\s+la)\s+[^\n]{{5,160}}?(?:\n[^\n]{{1,80}}?)?)\s+por\s+"
        r"(?P<from>(?:(?!\n\s*\n)[\s\S]){3,900}?(?:\bante\s+las\s+Naciones\s+Unidas|(?=\n\s*\n)|$))",
    ),
    addressees=(
        (r"secretari[oa]\s+general", "Secretary-General"),
        (r"president[ea]\s+del\s+consejo\s+de\s+seguridad", "President of the Security Council"),
        (r"president[ea]\s+de\s+la\s+asamblea\s+general", "President of the General Assembly"),
        (r"president[ea]\s+del\s+consejo\s+econ[oó]mico\s+y\s+social", "President of the Economic and Social Council"),
    ),
    kinds=(
        (r"comunicado", "communique"),
        (r"declaraci[oó]n", "declaration"),
        (r"tratado|acuerdo|convenio|convenci[oó]n|protocolo|pacto", "treaty"),
        (r"decisi[oó]n|resoluci[oó]n", "decision"),
        (r"cartas?", "letter"),
        (r"notas?\s+verbal(?:es)?", "note_verbale"),
        (r"telegrama|cable", "cable"),
        (
            r"procedimiento|mensaje|memorando|llamamiento|informe|acta|documento|texto|plan|discurso|comunicaci[oó]n",
            "other",
        ),
    ),
    title_start=rf"(?:[A-ZÁÉÍÓÚ]\w{{1,20}}\s+){{0,2}}?{_NOUN}\b",
    annex=r"\b(?:ANEXO|Anexo|APÉNDICE|Apéndice|Documento\s+adjunto)(?:\s{1,3}(?P<number>[IVX]{1,5}|\d{1,2}))?(?![\w-])",
    annex_to=r"\s+(?:de|a)\s+(?:la|las)\s+(?:cartas?|notas?)\b",
    see=r"[(\[]\s?v[eé]a(?:n)?se\s+(?:el|los|la)\s+(?:anexos?|adjuntos?|ap[eé]ndices?)\s?(?P<number>[^)\]]{0,30})[)\]]",
    transmit=(
        r"\b(?:remitir(?:le)?|transmitir(?:le)?|adjuntar(?:le)?|enviar(?:le)?|hacer(?:le)?\s+llegar|acompañar(?:le)?|comunicar(?:le)?|"
        r"señalar\s+a\s+(?:su|la)\s+atenci[oó]n)\b(?:\s+(?:adjunt[oa]s?|por\s+la\s+presente|con\s+la\s+presente)\b,?)*"
    ),
    article=r"(?:(?:adjunt[oa]s?|el|la|los|las|un|una|texto|textos|copia|del|de|documento\s+titulado|documento)\b[\s,]*|[\u201c\"«]\s*)*",
    cut=r",?\s+que\s+(?:fue|se)\b|,\s+(?:firmad|emitid|aprobad|adoptad|publicad|celebrad|suscrit|formulad|dad)\w+|\s+(?:firmad|suscrit)\w+\s+(?:en|por|el)\b|[\u201d\"»]",
    topic=r"\b(?:sobre|relativ[oa]|acerca|contra|respecto|con\s+motivo|en\s+relaci[oó]n|a\s+favor|(?:emitid|aprobad|adoptad|firmad|celebrad)\w+\s+(?:en|el|con))\b|:",
    offices=(
        (rf"{_PR}\s+(?:interin[oa]|en\s+funciones)|{_PR}\s+a\.\s?i\.", "acting_permanent_representative"),
        (_CHARGE, "charge_daffaires"),
        (
            rf"(?:{_PR})\s+(?:adjunt[oa]s?|altern[oa]s?|suplentes?)|representante\s+altern[oa]",
            "deputy_permanent_representative",
        ),
        (_PR, "permanent_representative"),
        (r"observador[ae]?s?\s+permanentes?", "permanent_observer"),
        (
            r"(?:ministr[oa]s?|secretari[oa])\s+de\s+(?:asuntos|relaciones)\s+(?:exteriores|extranjer[oa]s)|canciller(?:es)?",
            "minister_for_foreign_affairs",
        ),
        (
            r"primer[oa]?s?\s+ministr[oa]s?|jefes?\s+de\s+gobierno|president[ea]\s+del\s+(?:gobierno|consejo\s+de\s+ministros)",
            "head_of_government",
        ),
        (r"enviad[oa]\s+especial", "special_envoy"),
        (r"vicepresident[ea]|secretari[oa]\s+general|president[ea]\s+(?:del\s+consejo|de\s+la\s+asamblea)", "other"),
        (r"president[ea]s?|jefes?\s+de\s+estado|rey|reina", "head_of_state"),
        (r"representantes?|ministr[oa]s?|consejer[oa]", "other"),
    ),
    ranks=r"embajador[ae]?s?|excelent[ií]simo|su\s+excelencia|excmo\.?|excma\.?|sr\.?|sra\.?|srta\.?|dr\.?|dra\.?|don|doña|señor|señora|licenciad[oa]|lic\.|general",
    link=r"(?:de|del|por)\s+(?:la\s+|los\s+|las\s+|el\s+)?(?:(?:misi[oó]n\s+permanente|gobierno)\s+(?:de|del)\s+(?:la\s+|los\s+|las\s+)?)?",
    tail=r"ante\s+las\s+naciones\s+unidas|en\s+nueva\s+york|a\.\s?i\.?|interin[oa]|extraordinari[oa]\s+y\s+plenipotenciari[oa]",
    of_state=(
        r"\b(?:(?:Por|POR)\s+(?i:el\s+(?=gobierno\s))?|(?:En|EN)\s+(?i:nombre\s+del?\s+))"
        r"(?i:gobierno\s+(?:de\s+|del\s+))?(?i:la\s+|el\s+|los\s+)?"
    ),
    place=r"en\s+(?:la\s+ciudad\s+de\s+)?",
    done=r"\b(?:celebrad\w+|firmad\w+|emitid\w+|aprobad\w+|adoptad\w+|hech\w+|suscrit\w+|reunid\w+|reuni[oó]n|dad\w+|formulad\w+|publicad\w+)\b",
    members=(r"(?:estados|pa[ií]ses)\s+(?:miembros|partes)\s+(?:de|del|en)\s+(?:la\s+|el\s+)?"),
    agenda=r"\b(?:sub)?temas?\b(?:\s+(?:del\s+programa|de\s+la\s+lista\s+preliminar))?",
    sessions=(
        ("quincuag[eé]simo primer", 51),
        ("quincuag[eé]simo segundo", 52),
        ("quincuag[eé]simo tercer", 53),
        ("quincuag[eé]simo cuarto", 54),
        ("quincuag[eé]simo quinto", 55),
        ("quincuag[eé]simo sexto", 56),
        ("quincuag[eé]simo s[eé]ptimo", 57),
        ("quincuag[eé]simo octavo", 58),
        ("quincuag[eé]simo noveno", 59),
        ("quincuag[eé]simo", 50),
        ("sexag[eé]simo primer", 61),
        ("sexag[eé]simo segundo", 62),
        ("sexag[eé]simo tercer", 63),
        ("sexag[eé]simo cuarto", 64),
        ("sexag[eé]simo quinto", 65),
        ("sexag[eé]simo sexto", 66),
        ("sexag[eé]simo s[eé]ptimo", 67),
        ("sexag[eé]simo octavo", 68),
        ("sexag[eé]simo noveno", 69),
        ("sexag[eé]simo", 60),
        ("septuag[eé]simo primer", 71),
        ("septuag[eé]simo segundo", 72),
        ("septuag[eé]simo tercer", 73),
        ("septuag[eé]simo cuarto", 74),
        ("septuag[eé]simo quinto", 75),
        ("septuag[eé]simo", 70),
        ("cuadrag[eé]simo primer", 41),
        ("cuadrag[eé]simo segundo", 42),
        ("cuadrag[eé]simo tercer", 43),
        ("cuadrag[eé]simo cuarto", 44),
        ("cuadrag[eé]simo quinto", 45),
        ("cuadrag[eé]simo sexto", 46),
        ("cuadrag[eé]simo s[eé]ptimo", 47),
        ("cuadrag[eé]simo octavo", 48),
        ("cuadrag[eé]simo noveno", 49),
        ("cuadrag[eé]simo", 40),
    ),
    session=r"\b(?:{})\s+per[ií]odo\s+(?:ordinario\s+)?de\s+sesiones\b",
    ours=r"\bnuestros\s+(?:respectivos\s+)?(?:ministros|jefes|presidentes|gobiernos|pa[ií]ses)",
    lead=r"(?:nosotros,?\s+)?(?:los\s+)?(?:presidentes?|jefes|ministros|gobiernos|representantes)\b[^.:;\n]{0,120}?(?:\bde|,|:)\s+(?:la\s+|los\s+|las\s+)?",
    together=r"asistieron|participaron|particip|firmad\w+\s+por|suscrit\w+\s+por|por\s+invitaci[oó]n|presididos?|los\s+siguientes|se\s+reunieron|entre",
    above=(
        r"\b(?:estados|gobiernos|pa[ií]ses|representantes|delegaciones)\s+(?:arriba\s+|antes\s+|anteriormente\s+)?(?:nombrad|mencionad|citad|firmante|signatari|suscrit)\w*|"
        r"\b(?:los|las)\s+(?:abajo\s+firmantes|infrascrit[oa]s)\b"
    ),
    letterlike=r"tengo\s+el\s+honor|aprovecho\s+la\s+oportunidad|señor\s+(?:secretario|presidente)|excelencia",
    third_person=r"\b(?:la|el)\s+(?P<from>(?:misi[oó]n|representante|encargad[oa])[\s\S]{3,160}?)\s+saluda\s+(?:atentamente\s+)?(?=al?\b)",
)
