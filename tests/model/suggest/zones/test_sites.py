"""Zones and publication dates of whole pages in the manner of many sites: ``pages/*.txt``.

A page begins with ``=== name day``; each line has its zone's letter before the bar. The pages of ``second.txt`` to
``fourth.txt`` were written after the rules had been made, and what they showed was generalised afterwards.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from model.article import Article, text_digest
from model.page_facts import page_facts
from model.suggest.zones.zoner import zone_page

ZONES = {
    "H": "headline",
    "D": "dateline",
    "Y": "byline",
    "C": "caption",
    "B": "body",
    "R": "related",
    "X": "boilerplate",
}
FILES = sorted((Path(__file__).parent / "pages").glob("*.txt"))
RIGHT = 0.97
"""What is aimed at for pages of any site."""


def pages(path: Path) -> Iterator[tuple[str, str, list[str], str]]:
    """Name, day of publication, zones and text of every page of a file."""
    for block in re.split("^=== ", path.read_text("utf-8"), flags=re.MULTILINE)[1:]:
        heading, *marked = [line for line in block.splitlines() if line.strip()]
        name, day = heading.split()
        yield name, day, [ZONES[line[0]] for line in marked], "\n".join(line[2:] for line in marked)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_nearly_all_lines_have_the_right_zone(path: Path) -> None:
    wrong, lines = [], 0
    for name, _, wanted, text in pages(path):
        found = zone_page(Article(name, text, text_digest(text)))
        lines += len(wanted)
        wrong += [
            f"{name}: {zone.span.of(text)}: {zone.zone}, not {right}"
            for zone, right in zip(found, wanted, strict=True)
            if zone.zone != right
        ]
    assert len(wrong) <= (1 - RIGHT) * lines, "\n".join(wrong)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_day_of_publication_is_found(path: Path) -> None:
    assert {name: str(page_facts(text).published) for name, _, _, text in pages(path)} == {
        name: day for name, day, _, _ in pages(path)
    }
