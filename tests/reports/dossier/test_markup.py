"""The page stands by itself, leads everywhere it says, and can be read by everyone."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from secdb.reports.dossier.markup import harmless, link, tag
from tests.reports.dossier.reading import Page, Tags, said

if TYPE_CHECKING:
    import xml.etree.ElementTree as ET

HEADING = re.compile(r"h([1-6])")


def test_every_link_within_the_page_has_its_target(page: Page) -> None:
    targets = {element.get("id") for element in page.root.iter()}
    within = [href[1:] for a in page.all("a") if (href := a.get("href") or "").startswith("#")]
    assert len(within) > 300
    assert [one for one in within if one not in targets] == []


def test_an_id_is_given_once(page: Page) -> None:
    ids = Counter(element.get("id") for element in page.root.iter() if element.get("id"))
    assert [key for key, times in ids.items() if times > 1] == []


def test_a_footnote_leads_to_its_document_its_words_and_back(page: Page) -> None:
    quoting = next(
        item for item in page.one("footnotes").iter("li") if "We, the heads of State of the parties" in said(item)
    )
    number = (quoting.get("id") or "").removeprefix("note-")
    leads = [a.get("href") for a in quoting.iter("a")]
    assert leads[:3] == ["#document-cst-2002", f"#words-{number}", f"#ref-{number}-1"]
    mark = page.one(f"words-{number}")
    assert said(mark) == "We, the heads of State of the parties to the Treaty on Collective Security"
    back = [a.get("href") for a in page.one("document-cst-2002").iter("a") if a.get("data-note") == number]
    assert back == [f"#note-{number}"]


def test_a_place_is_one_footnote_however_often_it_proves_something(page: Page) -> None:
    notes = [said(item).split("↑")[0] for item in page.one("footnotes").iter("li")]
    assert len(notes) == len(set(notes))


def test_footnotes_are_numbered_as_they_are_first_met(page: Page) -> None:
    [main] = page.all("main")
    met = [int((a.get("href") or "").removeprefix("#note-")) for sup in main.iter("sup") for a in sup.iter("a")]
    first = list(dict.fromkeys(met))
    assert sorted(first) == list(range(1, len(page.one("footnotes").findall("ol/li")) + 1))
    highest = 0
    for number in first:
        assert number <= highest + 8  # a cell may hold several, in their own order
        highest = max(highest, number)


def test_nothing_is_loaded_and_nothing_runs(page: Page) -> None:
    tags = Tags(page.text).found
    names = {name for name, _ in tags}
    assert names.isdisjoint({"script", "link", "img", "iframe", "object", "embed", "audio", "video", "base", "form"})
    for name, attributes in tags:
        assert not {key for key in attributes if key.startswith("on") or key in {"src", "srcset", "data", "style"}}
        assert name == "a" or not (attributes.get("href") or "")
    policy = [attributes.get("content") for _, attributes in tags if attributes.get("http-equiv")]
    assert policy == ["default-src 'none'; style-src 'unsafe-inline'"]
    style = page.text.partition("<style>")[2].partition("</style>")[0]
    assert "@import" not in style
    assert set(re.findall(r"url\(([^)]*)\)", style)) == {"#hatch", "#cross"}


def test_html_and_xml_see_the_same_elements(page: Page) -> None:
    assert [name.lower() for name, _ in Tags(page.text).found] == [element.tag.lower() for element in page.root.iter()]


def test_headings_go_down_one_step_at_a_time(page: Page) -> None:
    levels = [int(found[1]) for element in page.root.iter() if (found := HEADING.fullmatch(element.tag))]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert [(a, b) for a, b in pairwise(levels) if b > a + 1] == []


def test_the_page_has_its_landmarks_and_begins_with_a_way_past_them(page: Page) -> None:
    assert page.root.get("lang") == "en"
    body = page.root.find("body")
    assert body is not None
    assert [element.tag for element in body] == ["a", "header", "nav", "main", "footer"]
    assert (body[0].get("href"), body[3].get("id")) == ("#main", "main")
    assert [nav.get("aria-label") for nav in page.all("nav")] == ["Contents"]
    for part in page.all("section"):
        assert page.one(part.get("aria-labelledby") or "").tag == "h2"


def test_every_table_has_a_caption_headings_and_its_own_room_to_scroll(page: Page) -> None:
    rooms = {id(child): parent for parent in page.root.iter() for child in parent}
    for table in page.all("table"):
        caption = said(table.find("caption"))
        assert caption
        assert {heading.get("scope") for heading in table.findall("thead/tr/th")} == {"col"}
        for row in table.findall("tbody/tr"):
            assert row[0].tag == "th" or _is_spanned(row, table)
        room = rooms[id(table)]
        assert (room.get("role"), room.get("tabindex"), room.get("aria-label")) == ("region", "0", caption)


def _is_spanned(row: ET.Element, table: ET.Element) -> bool:
    """Tell whether the heading of an earlier row holds for this one."""
    group = next(body for body in table.findall("tbody") if row in list(body))
    return group[0][0].get("scope") == "rowgroup" and group[0][0].get("rowspan") == str(len(group))


def test_the_drawing_is_told_in_words_too(page: Page) -> None:
    drawing = next(svg for svg in page.all("svg") if svg.get("role") == "img")
    title, desc = (page.one(key) for key in (drawing.get("aria-labelledby") or "").split())
    assert said(title) == "Membership of Treaty on Collective Security"
    assert "Georgia: contracting from 1993-12-09 until 1994-04-20, party from 1994-04-20 until 1999-04-20" in said(desc)


def test_each_period_is_a_bar_of_its_look(page: Page) -> None:
    bars = [bar for bar in page.all("rect") if said(bar).startswith("Uzbekistan")]
    assert [bar.get("class") for bar in bars] == [
        "bar lesser certain",
        "bar party certain",
        "bar party certain",
        "bar suspended certain",
    ]
    edges = [(float(bar.get("x") or 0), float(bar.get("width") or 0)) for bar in bars]
    # the years from 1992-05-15 to 2026-11-22 (12609 days) are drawn on 726 units, the first at 210
    assert [round(x) for x, _ in edges] == [210, 251, 510, 643]
    assert round(edges[1][1]) == round(1826 / 12609 * 726)  # 1994-04-20 to 1999-04-20


def test_text_that_would_break_or_fool_the_page_is_shown_harmless() -> None:
    assert harmless("a\r\nb\rc\td") == "a\nb\nc\td"
    assert harmless("\x00\x1b[2J\x7f\x9b") == "␀␛[2J␡\\u009b"
    assert harmless("\u202egpj.exe\u2066") == "\\u202egpj.exe\\u2066"
    assert harmless("معاهدة\u200f") == "معاهدة\u200f"
    assert tag("p", '<img src=x onerror="x">', title="\"'<") == (
        '<p title="&quot;&#x27;&lt;">&lt;img src=x onerror=&quot;x&quot;&gt;</p>'
    )


def test_only_an_address_of_the_web_is_a_link() -> None:
    assert link("https://example.org/a?b=1&c=2").startswith('<a href="https://example.org/a?b=1&amp;c=2"')
    assert link("javascript:alert(1)") == "javascript:alert(1)"
    assert link('https://e.org/"onclick="x') == "https://e.org/&quot;onclick=&quot;x"
    assert link(None) == ""
