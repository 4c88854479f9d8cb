"""`--chart FILE`: what is written where, and what is told."""

from __future__ import annotations

import sys
from html.parser import HTMLParser
from typing import TYPE_CHECKING

import pytest

from cli.output.charting import Facts, page, write_chart
from secdb import __version__
from secdb.errors import RefusedError
from tests.inside import run

if TYPE_CHECKING:
    from pathlib import Path

PICTURE = (
    '<?xml version="1.0"?>\n<!DOCTYPE svg>\n<svg xmlns="x">\n<metadata>\n<a/>\n</metadata>\n<text>one</text></svg>\n'
)
FACTS = Facts('A & "B"', [{"state": "ARM", "since_earliest": "1993", "since_latest": "1994", "n": None}])


class Reading(HTMLParser):
    """The tags that are open, and the text of the cells of the table."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.cells: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - its name
        if tag != "meta":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] in {"th", "td"}:
            self.cells.append(data)


def test_the_ending_says_what_is_drawn(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for ending, kind in {".svg": "svg", ".PNG": "png", ".pdf": "pdf"}.items():
        write_chart(tmp_path / f"a{ending}", str.encode, FACTS, None)
        assert (tmp_path / f"a{ending}").read_bytes() == kind.encode()
    told = capsys.readouterr()
    assert told.err.splitlines() == [f"Wrote {tmp_path / name}." for name in ("a.svg", "a.PNG", "a.pdf")]
    assert told.out == ""


def test_a_page_has_the_picture_and_the_facts(tmp_path: Path) -> None:
    write_chart(
        tmp_path / "a.html", lambda _: PICTURE.encode(), FACTS._replace(about={"revision": 4}, footer=["[1] x"]), None
    )
    text = (tmp_path / "a.html").read_text("utf-8")
    assert text.startswith("<!DOCTYPE html>\n")
    assert '<svg role="img" aria-label="A &amp; &quot;B&quot;" xmlns="x">\n<text>one</text></svg></figure>' in text
    assert "metadata" not in text
    assert f"<p>[1] x</p><p>secdb {__version__}, revision 4</p>" in text
    reading = Reading()
    reading.feed(text)
    assert reading.open == []
    assert reading.cells == ["state", "since", "n", "ARM", "[1993..1994]"]


def test_a_page_holds_stored_text_as_text() -> None:
    text = page(PICTURE, Facts("<script>", [{"name": "<img src=x>\x1b"}]))
    assert "<script" not in text
    assert "<img" not in text
    assert "&lt;img src=x&gt;\\x1b" in text


def test_a_chart_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    path = tmp_path / "a.svg"
    path.write_text("before", "utf-8")

    def fail(kind: str) -> bytes:
        raise RefusedError(kind)

    with pytest.raises(RefusedError, match="svg"):
        write_chart(path, fail, FACTS, None)
    with pytest.raises(RefusedError, match=r"cannot write .*: No such file or directory"):
        write_chart(tmp_path / "none" / "a.svg", str.encode, FACTS, None)
    (tmp_path / "b.svg").mkdir()
    with pytest.raises(RefusedError, match=r"cannot write .*b\.svg"):
        write_chart(tmp_path / "b.svg", str.encode, FACTS, None)
    assert sorted(one.name for one in tmp_path.iterdir()) == ["a.svg", "b.svg"]
    assert path.read_text("utf-8") == "before"


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (("--chart", "a.gif"), 2, "'a.gif' does not end in .svg, .png, .pdf, .html"),
        (("--chart", "a"), 2, "'a' does not end in"),
        (("--chart", "a.svg", "-o", "b.txt"), 2, "leave out -o"),
    ],
)
def test_what_cannot_be_written_is_refused_before(
    arguments: tuple[str, ...], code: int, message: str, seeded_file: Path, tmp_path: Path
) -> None:
    done = run("--database", str(seeded_file), "timeline", "cst", *arguments, folder=tmp_path)
    assert (done.returncode, done.stdout) == (code, "")
    assert message in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_timeline_is_drawn_instead_of_printed(seeded_file: Path, tmp_path: Path) -> None:
    command = ("--database", str(seeded_file), "timeline", "cst", "--to", "2020")
    done = run(*command, "--chart", "a.svg", folder=tmp_path)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "Wrote a.svg.\n")
    assert "since 1999-04-20" in (tmp_path / "a.svg").read_text("utf-8")
    done = run(*command, "--chart", "a.html", "--basis", "consented", "--sources", folder=tmp_path)
    text = (tmp_path / "a.html").read_text("utf-8")
    assert done.stdout == ""
    assert "number of members: consented" in text
    assert "<td>UZB</td><td>Uzbekistan</td><td>suspended</td><td>2012-12-19</td>" in text
    assert "<p>[1] Armenia, " in text


def test_a_chart_can_be_cited(seeded_file: Path, tmp_path: Path) -> None:
    command = ("--database", str(seeded_file), "timeline", "cst", "--to", "2020", "--chart", "a.svg", "--cite", "text")
    done = run(*command, folder=tmp_path)
    assert done.stdout.startswith("Treaty on Collective Security (register, revision 1).")
    assert (tmp_path / "a.svg").exists()


def test_without_matplotlib_the_command_says_how_to_get_it(
    seeded_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    done = run("--database", str(seeded_file), "timeline", "cst", "--chart", "a.svg", folder=tmp_path)
    hint = 'Error: charts need matplotlib: install it with `pip install "secdb[charts]"`\n'
    assert (done.returncode, done.stdout, done.stderr) == (1, "", hint)
    assert list(tmp_path.iterdir()) == []
