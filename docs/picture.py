"""The picture of the README: the membership periods of the seeds, drawn as SVG from the report itself."""

from __future__ import annotations

import datetime as dt
import re
import tempfile
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

import secdb

if TYPE_CHECKING:
    from secdb.reports.timeline import Spell

FIRST, LAST = dt.date(1992, 1, 1), dt.date(2016, 1, 1)
LEFT, TOP, ROW, WIDTH = 150, 34, 22, 720
SHADES = {"party": "#1f5a94", "suspended": "#c8881d"}
LESSER = "#a9c4de"
NUMBER = re.compile(r"\d+(?:\.\d+)?")
NEAR = 0.05  # of a point: less than a day takes, more than the releases of matplotlib differ by


def timeline() -> str:
    """Return the SVG of the Collective Security Treaty, 1992-2015: a bar per period, what is not certain faded."""
    with tempfile.TemporaryDirectory() as folder:
        path = str(Path(folder) / "register.db")
        secdb.create(path, author="docs")
        with secdb.open(path) as register:
            report = secdb.timeline(register, "cst", from_=FIRST.isoformat(), to=LAST.isoformat())
    names = list(dict.fromkeys(spell.name for spell in report.rows))
    height = TOP + ROW * len(names) + 34
    parts = [
        _opening(height),
        f'<rect width="{LEFT + WIDTH + 30}" height="{height}" fill="#ffffff"/>',
        *_axis(height),
        *(_label(row, name) for row, name in enumerate(names)),
        *(bar for spell in report.rows for bar in _bars(spell, names.index(spell.name))),
        *_legend(height),
        "</svg>\n",
    ]
    return "\n".join(parts)


def is_alike(one: str, other: str) -> bool:
    """Tell whether two SVG are the same but for parts of a point, which releases of matplotlib round differently."""
    if NUMBER.sub("0", one) != NUMBER.sub("0", other):
        return False
    pairs = zip(NUMBER.findall(one), NUMBER.findall(other), strict=True)
    return all(abs(float(mine) - float(its)) < NEAR for mine, its in pairs)


def _opening(height: int) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {LEFT + WIDTH + 30} {height}" font-family="sans-serif" '
        'font-size="13" role="img" aria-label="Members of the Collective Security Treaty, 1992 to 2015">'
    )


def _label(row: int, name: str) -> str:
    return f'<text x="{LEFT - 8}" y="{TOP + ROW * row + 15}" text-anchor="end">{escape(name)}</text>'


def _x(day: str | None, otherwise: dt.date) -> float:
    moment = dt.date.fromisoformat(day) if day else otherwise
    inside = min(max(moment, FIRST), LAST)
    return round(LEFT + WIDTH * (inside - FIRST).days / (LAST - FIRST).days, 1)


def _bars(spell: Spell, row: int) -> list[str]:
    """Return the possible stretch, faded, and the certain one on it."""
    shade = SHADES.get(spell.status, LESSER)
    stretches = [(spell.start_earliest, spell.end_latest, 0.3), (spell.start_latest, spell.end_earliest, 1)]
    bars = []
    for start, end, strength in stretches:
        left, right = _x(start, FIRST), _x(end, LAST)
        if right > left:
            bars.append(
                f'<rect x="{left}" y="{TOP + ROW * row + 3}" width="{round(right - left, 1)}" height="{ROW - 6}" '
                f'fill="{shade}" fill-opacity="{strength}"/>'
            )
    return bars


def _axis(height: int) -> list[str]:
    lines = []
    for year in range(FIRST.year, LAST.year + 1, 3):
        x = _x(f"{year}-01-01", FIRST)
        lines += [
            f'<line x1="{x}" y1="{TOP - 6}" x2="{x}" y2="{height - 34}" stroke="#dddddd"/>',
            f'<text x="{x}" y="20" text-anchor="middle" fill="#444444">{year}</text>',
        ]
    return lines


def _legend(height: int) -> list[str]:
    named = [*SHADES.items(), ("signed or consented, not in force", LESSER)]
    parts, x = [], LEFT
    for word, shade in named:
        parts.append(f'<rect x="{x}" y="{height - 22}" width="14" height="12" fill="{shade}"/>')
        parts.append(f'<text x="{x + 20}" y="{height - 12}">{word}</text>')
        x += 60 + 7 * len(word)
    return parts
