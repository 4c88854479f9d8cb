"""A page to draw on, measured in points from its upper left corner, and the file it becomes.

Everything is placed by us and measured before it is placed, so that nothing overlaps; matplotlib draws. pyplot, which
keeps state for the whole program, is never used.
"""

from __future__ import annotations

import warnings
from contextlib import contextmanager
from html import escape
from io import BytesIO
from typing import TYPE_CHECKING, Any, Literal, get_args

from secdb.errors import SecdbError, UsageError
from secdb.reports.charts.lettering import font_for, leaves_fonts_to_reader, printable

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from matplotlib.text import Text

Kind = Literal["svg", "png", "pdf"]
Align = Literal["left", "center", "right"]

HINT = 'charts need matplotlib: install it with `pip install "secdb[charts]"`'
POINTS = 72  # in an inch
DOTS = 160  # in an inch of a PNG
MOST_DOTS = 32_000  # along one side of a PNG; Agg takes twice as many
INK = "#222222"

# the same picture whatever the user's matplotlibrc says, and the same names of its parts in every file
_STYLE: dict[Any, Any] = {
    "svg.fonttype": "none",
    "svg.hashsalt": "secdb",
    "pdf.fonttype": 42,
    "hatch.linewidth": 0.7,
    "text.hinting": "no_hinting",  # a text is as wide in every file as it was measured
    "font.family": ["sans-serif"],
    "font.sans-serif": ["DejaVu Sans", "Verdana"],  # what an SVG asks for: Verdana is as wide
}
_METADATA: dict[str, dict[str, str | None]] = {
    "svg": {"Date": None, "Creator": "secdb"},
    "pdf": {"CreationDate": None, "Creator": "secdb", "Producer": None},
    "png": {"Software": "secdb"},
}


class MissingChartsError(SecdbError):
    """matplotlib is not installed; the message says how to install it."""


def require_matplotlib() -> None:
    """Raise MissingChartsError unless matplotlib can be imported."""
    try:
        import matplotlib as mpl
    except ImportError as error:
        raise MissingChartsError(HINT) from error
    del mpl


class Page:
    """A page of a width and height in points, on which shapes and text are drawn in the order of the calls."""

    def __init__(self, width: float, height: float) -> None:
        from matplotlib.figure import Figure

        self.width, self.height = width, height
        self.figure = Figure(figsize=(width / POINTS, height / POINTS), dpi=POINTS, facecolor="white")
        self._axes = self.figure.add_axes((0.0, 0.0, 1.0, 1.0))
        self._axes.set(xlim=(0, width), ylim=(height, 0))
        self._axes.set_axis_off()
        self._drawn = 0

    def rect(self, left: float, top: float, width: float, height: float, **look: Any) -> None:  # noqa: ANN401
        """Draw a rectangle; `look` is what matplotlib's Patch takes (facecolor, edgecolor, linewidth, hatch)."""
        from matplotlib.patches import Rectangle

        self._axes.add_artist(Rectangle((left, top), width, height, **{"linewidth": 0.0, **self._next(), **look}))

    def rects(self, places: Sequence[tuple[float, float, float, float]], **look: Any) -> None:  # noqa: ANN401
        """Draw rectangles (left, top, width, height) of one look at once, which takes much less time."""
        from matplotlib.patches import PathPatch
        from matplotlib.path import Path

        if not places:
            return
        corners: list[tuple[float, float]] = []
        for left, top, width, height in places:
            right, bottom = left + width, top + height
            corners += [(left, top), (right, top), (right, bottom), (left, bottom), (left, top)]
        codes = [Path.MOVETO, Path.LINETO, Path.LINETO, Path.LINETO, Path.CLOSEPOLY] * len(places)
        self._axes.add_artist(PathPatch(Path(corners, codes), **{"linewidth": 0.0, **self._next(), **look}))

    def shape(self, corners: Sequence[tuple[float, float]], **look: Any) -> None:  # noqa: ANN401
        """Draw a polygon; `look` as of a rectangle."""
        from matplotlib.patches import Polygon

        self._axes.add_artist(Polygon(corners, closed=True, **{"linewidth": 0.0, **self._next(), **look}))

    def line(self, across: Sequence[float], down: Sequence[float], **look: Any) -> None:  # noqa: ANN401
        """Draw a line through points; `look` is what matplotlib's Line2D takes (color, linewidth, linestyle)."""
        from matplotlib.lines import Line2D

        self._axes.add_artist(Line2D(across, down, **{"color": INK, "linewidth": 0.8, **self._next(), **look}))

    def lines(self, ends: Sequence[Sequence[tuple[float, float]]], **look: Any) -> None:  # noqa: ANN401
        """Draw many lines between two points each; `look` is what LineCollection takes, one value a line."""
        from matplotlib.collections import LineCollection

        self._axes.add_artist(LineCollection(ends, **self._next(), **look))

    def mark(self, across: float, down: float, marker: str, size: float = 6, **look: Any) -> None:  # noqa: ANN401
        """Draw one of matplotlib's markers, `size` points wide; `look` as of a line."""
        defaults = {"markeredgecolor": INK, "markeredgewidth": 0.8, "linestyle": "none"}
        self.line([across], [down], marker=marker, markersize=size, **{**defaults, **look})

    def text(  # noqa: PLR0913 - how a text looks
        self,
        across: float,
        down: float,
        words: str,
        *,
        size: float = 9,
        align: Align = "left",
        color: str = INK,
        rotation: float = 0,
        bold: bool = False,
    ) -> Text:
        """Write a line whose middle is `down`; as it stands: a dollar sign begins no formula."""
        return self._axes.text(
            across,
            down,
            words := printable(words),
            fontproperties=font_for(words, bold=bold),
            fontsize=size,
            color=color,
            ha=align,
            va="center_baseline" if not rotation else "center",
            rotation=rotation,
            rotation_mode="anchor" if rotation else "default",
            parse_math=False,
            **self._next(),
        )

    def _next(self) -> dict[str, Any]:
        """Return what lays the next thing on those before; matplotlib's own order is by kind."""
        self._drawn += 1
        return {"zorder": self._drawn}

    def written(self, kind: Kind, title: str, told: str = "") -> bytes:
        """Return the file; `title` is for its metadata. An SVG is named by it and described by what is `told`."""
        out = BytesIO()
        longest = max(self.width, self.height) / POINTS
        dots = min(DOTS, MOST_DOTS / longest) if kind == "png" else POINTS
        metadata = {**_METADATA[kind], "Title": printable(title)}
        self.figure.savefig(out, format=kind, dpi=dots, metadata=metadata)
        return _named(out.getvalue(), title, told) if kind == "svg" else out.getvalue()


def _named(picture: bytes, title: str, told: str) -> bytes:
    """Return an SVG that says what it is to who hears it."""
    said = f"<title>{escape(printable(title))}</title>" + (f"<desc>{escape(printable(told))}</desc>" if told else "")
    begin = picture.index(b">", picture.index(b"<svg ")) + 1
    return picture[:begin] + f"\n {said}".encode() + picture[begin:]


@contextmanager
def drawing(kind: str) -> Iterator[None]:
    """Draw within in the style of secdb, whatever the user's is. Raises MissingChartsError, UsageError."""
    if kind not in get_args(Kind):
        raise UsageError(f"a chart is one of {', '.join(get_args(Kind))}, not {kind!r}")
    require_matplotlib()
    import matplotlib as mpl

    chosen = leaves_fonts_to_reader.set(kind == "svg")
    try:
        with mpl.rc_context(), warnings.catch_warnings():
            mpl.rcdefaults()
            mpl.rcParams.update(_STYLE)
            warnings.filterwarnings("ignore", "Glyph .* missing from", UserWarning)  # a box stands for it
            yield
    finally:
        leaves_fonts_to_reader.reset(chosen)
