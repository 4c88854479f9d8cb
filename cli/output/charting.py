"""`--chart FILE`: an option that commands share, and the file it writes."""

import re
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Annotated, Literal, NamedTuple

import typer

from secdb.errors import UsageError

from .cells import Columns, Row, as_html, headings, keys_of, shown
from .provenance import provenance
from .text import note, visible

Kind = Literal["svg", "png", "pdf"]
Draw = Callable[[Kind], bytes]

_KINDS: dict[str, Kind] = {".svg": "svg", ".png": "png", ".pdf": "pdf", ".html": "svg"}
_STYLE = (
    "body{font:16px/1.5 system-ui,sans-serif;color:#222;background:#fff;margin:1.5rem auto;max-width:62rem;"
    "padding:0 1rem}h1{font-size:1.4rem}figure{margin:0 0 1.5rem}figure,.wide{overflow-x:auto}"
    "svg{max-width:100%;min-width:36rem;height:auto}table{border-collapse:collapse;font-size:.9rem}"
    "th,td{text-align:left;vertical-align:top;padding:.2rem .7rem .2rem 0;border-bottom:1px solid #ccc}"
    "footer{margin-top:1rem;color:#555;font-size:.85rem}"
)


def _checked(path: Path | None) -> Path | None:
    """Return the path of a chart. Raises BadParameter for an ending that is no chart's."""
    if path is not None and path.suffix.lower() not in _KINDS:
        raise typer.BadParameter(f"{path.name!r} does not end in {', '.join(_KINDS)}; the ending says what is written")
    return path


Chart = Annotated[
    Path | None,
    typer.Option(
        "--chart",
        metavar="FILE",
        help="Draw it instead, to this .svg, .png, .pdf or .html file (the page has the table too).",
        callback=_checked,
    ),
]


class Facts(NamedTuple):
    """What a chart shows, for the page that has it in words too; the fields are the parameters of `render`."""

    title: str
    rows: Sequence[Row]
    columns: Columns | None = None
    about: Mapping[str, object] | None = None
    footer: Sequence[str] = ()


def charted(context: typer.Context, path: Path | None, draw: Draw, facts: Facts) -> bool:
    """Write the chart if one is asked for, and tell whether that was all: a reference is printed besides.

    Raises UsageError together with `-o`, and as `write_chart`.
    """
    if path is None:
        return False
    if context.params.get("output"):  # of `as_report`, which has opened the file by now and leaves it as it was
        raise UsageError("--chart names the file that is written; leave out -o, or run it once for each")
    write_chart(path, draw, facts, context.obj.database)
    return context.params.get("cite") is None


def write_chart(path: Path, draw: Draw, facts: Facts, database: str | None) -> None:
    """Write a chart, whole or not at all, and tell the path on stderr.

    The ending says what it is: .svg, .png, .pdf, or .html for a page with the picture and a table of the same. Raises
    RefusedError for the file of the `database` and when the file cannot be written, MissingChartsError without
    matplotlib.
    """
    from secdb.exchange.targets import replacing, require_other

    require_other(path, database)
    kind = _KINDS[path.suffix.lower()]
    content = draw(kind)
    if path.suffix.lower() == ".html":
        content = page(content.decode("utf-8"), facts).encode("utf-8")
    with replacing(path) as part:
        part.write_bytes(content)
    note(f"Wrote {path}.")


def page(picture: str, facts: Facts) -> str:
    """Return a page of HTML that needs nothing else: the picture, a table of the same, and where it is from."""
    title = as_html(visible(facts.title))
    below = [*facts.footer, *([provenance(facts.about)] if facts.about else [])]
    return "\n".join(
        [
            "<!DOCTYPE html>",
            '<html lang="en">',
            f'<head><meta charset="utf-8"><title>{title}</title>',
            f'<meta name="viewport" content="width=device-width"><style>{_STYLE}</style></head>',
            f"<body><main><h1>{title}</h1>",
            f"<figure>{_inline(picture, title)}</figure>",
            '<div class="wide" role="region" aria-label="The same as a table" tabindex="0">',
            _table(facts),
            "</div></main>",
            f"<footer>{''.join(f'<p>{as_html(visible(line))}</p>' for line in below)}</footer></body></html>",
            "",
        ]
    )


def _inline(picture: str, title: str) -> str:
    """Return an SVG as HTML may hold it: an image with a name, without prologue and metadata."""
    picture = re.sub(r"<metadata>.*?</metadata>\s*", "", picture[picture.index("<svg") :], flags=re.DOTALL)
    return picture.replace("<svg ", f'<svg role="img" aria-label="{title}" ', 1).rstrip()


def _table(facts: Facts) -> str:
    columns = headings(keys_of(facts.rows), facts.columns)
    head = "".join(f'<th scope="col">{as_html(visible(word))}</th>' for word in columns.values())
    lines = ["".join(f"<td>{as_html(shown(row, key))}</td>" for key in columns) for row in facts.rows]
    return "\n".join(
        [
            f"<table><thead><tr>{head}</tr></thead><tbody>",
            *(f"<tr>{line}</tr>" for line in lines),
            "</tbody></table>",
        ]
    )
