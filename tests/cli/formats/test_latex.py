"""What `-f latex` prints compiles, and the page says what the register says."""

from __future__ import annotations

import io
import re
import shutil
import sqlite3
import subprocess
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from cli.output.cells import as_latex, latex_needs
from cli.output.render import render
from cli.output.target import written_to
from tests.cli.formats.hostile import hostile_register
from tests.cli.formats.written import REPORTS, printed

if TYPE_CHECKING:
    from pathlib import Path

SIGNS = [
    *(
        "& % $ # _ { }",
        "~ ^ \\ < > |",
        "`a' ``b'' --- -- ,, ?` !`",
        '"a "ss',
        "[1] x",
        "*",
        "\\end{document} \\input{x}",
    ),
    *("a\x1bb\x07", "%%", "$$x^2$$", "^^M ^^5c", "\\\\[2em] \\\\*"),
]
LATIN = [*SIGNS, "\u00c5land C\u00f4te \u00d0 \u00fe \u00ab\u00e9\u00bb \u0141\u00f3d\u017a \u015eu\u0219a"]
ALL = [*LATIN, "\u0416\u0443\u043a\u043e\u0432", "\u4e2d\u56fd", "e\u0301 \u05d0 \u0641"]
FONTS = "\\usepackage{fontspec}\\setmainfont{DejaVu Sans}"
ENGINES = {
    "pdflatex": ("\\usepackage[T1]{fontenc}", LATIN),
    "lualatex": (FONTS, ALL),
    "xelatex": (FONTS, ALL),
}


def test_letters_say_what_they_need() -> None:
    assert latex_needs("Armenia \u201cx\u201d\u2026 & <") == ""
    for text in ("\u00c5", "\u0141\u00f3d\u017a", "\u00ab\u00bb", "\u0219"):
        assert latex_needs(text) == "% for pdflatex: \\usepackage[T1]{fontenc}\n"
    for text in ("\u0416", "\u4e2d", "e\u0301", "\u00c5 \u0416", "\u0126"):
        assert latex_needs(text).startswith("% for lualatex or xelatex, and a font that has all letters: ")


def test_signs_that_tex_joins_are_kept_apart() -> None:
    assert as_latex("a--b---c") == "a-{}-b-{}-{}-c"
    assert as_latex("''a,,") == "'{}'a,{},"
    assert as_latex('`"`') == "\\textasciigrave{}\\symbol{34}\\textasciigrave{}"
    assert as_latex("1990-1994, it's") == "1990-1994, it's"


@pytest.fixture(scope="module", params=ENGINES)
def made(request: pytest.FixtureRequest, small: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    """Return the words of the pages that an engine makes of all reports, blanks and line ends left out."""
    engine: str = request.param
    if shutil.which(engine) is None:
        pytest.skip(f"{engine} is not installed")
    folder = tmp_path_factory.mktemp(engine)
    preamble, texts = ENGINES[engine]
    if engine != "pdflatex" and not _has(folder, engine, preamble):
        pytest.skip(f"{engine} lacks fontspec or the font DejaVu Sans")
    register = hostile_register(small, folder, texts)
    if engine == "pdflatex":
        with closing(sqlite3.connect(register)) as connection, connection:
            connection.execute("DELETE FROM person_name WHERE language = 'ru'")
    body = "\n\n".join(printed(register, report, "latex") for report in REPORTS)
    with written_to(folder / "first.tex", None):  # a text that begins a row, after the line end of the one before
        render({"rows": [{"text": text} for text in texts]}, format="latex")
    first = (folder / "first.tex").read_text(encoding="utf-8")
    done = _compiled(folder, engine, preamble, f"{body}\n\n{first}")
    assert done.returncode == 0, done.stdout[-3000:]
    assert "There were undefined" not in done.stdout
    return _words((folder / "x.pdf").read_bytes())


def _has(folder: Path, engine: str, preamble: str) -> bool:
    return _compiled(folder, engine, preamble, "x").returncode == 0


def _compiled(folder: Path, engine: str, preamble: str, body: str) -> subprocess.CompletedProcess[str]:
    # as wide as the widest table: what runs over the edge of the page is on no page
    size = "\\usepackage[paperwidth=200cm,paperheight=100cm,margin=1cm]{geometry}\\setlength{\\parindent}{0pt}"
    document = f"\\documentclass{{article}}\n{size}\n{preamble}\n\\begin{{document}}\n{body}\n\\end{{document}}\n"
    (folder / "x.tex").write_text(document, encoding="utf-8")
    command = [engine, "-interaction=nonstopmode", "-halt-on-error", "-no-shell-escape", "x.tex"]
    return subprocess.run(command, cwd=folder, capture_output=True, check=False, encoding="utf-8", errors="replace")


def _words(content: bytes) -> str:
    pypdf = pytest.importorskip("pypdf")
    return "".join(re.sub(r"\s", "", page.extract_text()) for page in pypdf.PdfReader(io.BytesIO(content)).pages)


@pytest.mark.slow
def test_every_report_compiles_and_says_what_was_written(made: str) -> None:
    for text in (
        "$#_{}",
        "<>|",
        "[1]x",
        "\\end{document}\\input{x}",
        "a\\x1bb\\x07",
        "$$x^2$$",
        "^^M^^5c",
        "\\\\[2em]",
    ):
        assert text in made
    assert "Armenia" in made
    assert "signatory" in made


@pytest.mark.slow
@pytest.mark.parametrize("engine", ["lualatex", "xelatex"])
def test_letters_of_other_scripts_are_printed(engine: str, tmp_path: Path) -> None:
    if shutil.which(engine) is None:
        pytest.skip(f"{engine} is not installed")
    if not _has(tmp_path, engine, FONTS):
        pytest.skip(f"{engine} lacks fontspec or the font DejaVu Sans")
    assert _compiled(tmp_path, engine, FONTS, as_latex("Жуков & Łódź")).returncode == 0
    assert "Жуков&Łódź" in _words((tmp_path / "x.pdf").read_bytes())
    log = (tmp_path / "x.log").read_text(encoding="utf-8", errors="replace")
    assert "Missing character" not in log


@pytest.mark.slow
def test_pdflatex_refuses_what_the_comment_warns_of(tmp_path: Path) -> None:
    if shutil.which("pdflatex") is None:
        pytest.skip("pdflatex is not installed")
    assert _compiled(tmp_path, "pdflatex", "", as_latex("Жуков")).returncode != 0
    assert _compiled(tmp_path, "pdflatex", "", as_latex("Ðþ")).returncode != 0
    assert _compiled(tmp_path, "pdflatex", "\\usepackage[T1]{fontenc}", as_latex("Ðþ")).returncode == 0


@pytest.mark.slow
def test_pdflatex_prints_each_letter_that_the_comment_promises(tmp_path: Path) -> None:
    if shutil.which("pdflatex") is None:
        pytest.skip("pdflatex is not installed")
    promised = [chr(code) for code in range(0xA1, 0x2100) if chr(code).isprintable()]
    promised = [letter for letter in promised if "T1" in latex_needs(letter) or not latex_needs(letter)]
    assert len(promised) > 200
    body = "\n\n".join(promised)
    done = _compiled(tmp_path, "pdflatex", "\\usepackage[T1]{fontenc}", body)
    assert done.returncode == 0, done.stdout[-500:]
