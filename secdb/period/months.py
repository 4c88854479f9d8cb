"""Month names as archivists meet them: English, French, Spanish and Russian (nominative and genitive)."""

from __future__ import annotations

_NAMES = (
    "january jan janvier enero январь января",
    "february feb février fevrier febrero февраль февраля",
    "march mar mars marzo март марта",
    "april apr avril abril апрель апреля",
    "may mai mayo май мая",
    "june jun juin junio июнь июня",
    "july jul juillet julio июль июля",
    "august aug août aout agosto август августа",
    "september sep sept septembre septiembre setiembre сентябрь сентября",
    "october oct octobre octubre октябрь октября",
    "november nov novembre noviembre ноябрь ноября",
    "december dec décembre decembre diciembre декабрь декабря",
)

MONTHS = {name: number for number, names in enumerate(_NAMES, start=1) for name in names.split()}
"""Lower-case month name -> month, 1 to 12."""
