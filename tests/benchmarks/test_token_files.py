"""Files of tokens become articles with nested mentions; curves become pictures."""

from pathlib import Path
from xml.etree import ElementTree

from benchmarks.curves import write_curves
from benchmarks.learner import run
from benchmarks.token_files import read_lessons

FILE = """وصل O
وزير B-OCC
خارجية I-OCC
لبنان I-OCC B-GPE
إلى O
تونس B-GPE

غادر O
سامي B-PERS
. O
"""


def test_nested_tags_are_mentions_over_their_words(tmp_path: Path) -> None:
    path = tmp_path / "it.txt"
    path.write_text(FILE, encoding="utf-8")
    (lesson,) = read_lessons(path, sentences=5)
    assert [(one.label, one.text) for one in lesson.mentions] == [
        ("OCC", "وزير خارجية لبنان"),
        ("GPE", "لبنان"),
        ("GPE", "تونس"),
        ("PERS", "سامي"),
    ]
    assert all(one.hull.of(lesson.article.text) == one.text for one in lesson.mentions)
    assert [len(one.mentions) for one in read_lessons(path, sentences=1)] == [3, 1]


def test_a_curve_is_printed_and_drawn_for_a_file_of_tokens(tmp_path: Path) -> None:
    path = tmp_path / "it.txt"
    path.write_text("\n".join([FILE] * 6), encoding="utf-8")
    assert run(["--tokens", str(path), "--sentences", "1", "--curves", str(tmp_path)]) == 0
    drawn = ElementTree.parse(tmp_path / "it.svg").getroot()
    assert len(drawn.findall(".//{*}polyline")) == 2


def test_values_are_drawn_between_the_axes(tmp_path: Path) -> None:
    write_curves(tmp_path / "it.svg", "F1 & more", "articles", {"<a>": [(0, 0.0), (10, 1.0)]})
    drawn = ElementTree.parse(tmp_path / "it.svg").getroot()
    (line,) = drawn.findall(".//{*}polyline")
    heights = [float(point.split(",")[1]) for point in line.attrib["points"].split()]
    assert heights[0] > heights[1]
