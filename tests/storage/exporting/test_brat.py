"""brat standoff, read again by the rules of its format."""

import re
from collections.abc import Iterator
from pathlib import Path

from hypothesis import given, settings

from model.annotation import Event, Mention
from model.operation import Record
from model.schema.loader import load_shipped
from storage import Project
from storage.exporting import export
from tests.storage.builders import add, identity_named, make_article, make_event, make_mention, step
from tests.storage.exporting.projects import AnnotatedArticle, annotated_articles, project_of
from tests.storage.fresh import fresh_project

TEXTBOUND = re.compile(r"(T\d+)\t([A-Za-z0-9_-]+) (\d+ \d+(?:;\d+ \d+)*)\t(.*)")
LINE = re.compile(
    r"T\d+\t\S+ \d+ \d+(;\d+ \d+)*\t.+"
    r"|E\d+\t[\w-]+:T\d+( [\w-]+:T\d+)*"
    r"|A\d+\t[\w-]+ [TE]\d+ [\w-]+"
    r"|N\d+\t\w+ T\d+ \S+:\S+\t.+"
    r"|#\d+\t\w+ [TE]\d+\t.*"
    r"|\*\tEquiv T\d+( T\d+)+"
)


def textbounds(folder: Path, name: str) -> dict[str, tuple[str, str]]:
    """Labels and texts by number, each checked against the text of the page as brat does."""
    text = (folder / f"{name}.txt").read_bytes().decode("utf-8")
    # brat reads lines as Python's str.splitlines does
    lines = (folder / f"{name}.ann").read_bytes().decode("utf-8").splitlines()
    assert all(LINE.fullmatch(line) for line in lines), lines
    found: dict[str, tuple[str, str]] = {}
    for line in lines:
        if match := TEXTBOUND.fullmatch(line):
            spans = [tuple(map(int, part.split())) for part in match[3].split(";")]
            assert spans == sorted(spans)
            assert all(start < end for start, end in spans)
            assert " ".join(text[start:end] for start, end in spans) == match[4]
            assert match[1] not in found
            found[match[1]] = match[2], match[4]
    numbers = {number for line in lines for number in re.findall(r"(?<=[ :])T\d+", line.partition("\t")[2])}
    assert all(
        number in found for line in lines if not line.startswith(("T", "#")) for number in numbers & found.keys()
    )
    return found


@settings(max_examples=12)
@given(annotated_articles())
def test_every_span_is_found_again_where_brat_looks_for_it(articles: list[AnnotatedArticle]) -> None:
    with project_of(articles) as (project, folder):
        report = export(project, "brat", folder / "out")
        names = [path.stem for path in report.files if path.suffix == ".txt"]
        found = sorted(
            (
                (folder / "out" / f"{name}.txt").read_bytes().decode("utf-8"),
                sorted(textbounds(folder / "out", name).values()),
            )
            for name in names
        )
    assert found == sorted(
        (article.text.replace("\ud800", "\ufffd"), sorted(spans_for_brat(article.text, records)))
        for article, records in articles
    )


def spans_for_brat(text: str, records: tuple[Record, ...]) -> Iterator[tuple[str, str]]:
    """Labels and texts of the mentions and events that cover something else than line breaks and tabs."""
    for record in records:
        if isinstance(record, (Mention, Event)) and (covered := _as_brat(text, record)):
            yield record.label, covered


def _as_brat(text: str, record: Mention | Event) -> str:
    pieces = [
        piece
        for span in record.fragments
        for piece in re.split(r"[\n\r\t\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+", span.of(text))
    ]
    return " ".join(piece for piece in pieces if piece).replace("\ud800", "\ufffd")


def test_events_identities_values_and_notes(tmp_path: Path) -> None:
    article = make_article("أعلن سامي الخوري\r\nالسبت أن سامي سيسافر.", name="خبر/..الوزير?.html")
    person = identity_named("sami khoury")
    full = make_mention(article, "سامي الخوري", identity=person)
    again = make_mention(article, "السبت", label="LOC", identity=person)
    over = make_mention(article, "الخوري\r\nالسبت")
    event = make_event(article, "أعلن", full, over, attributes=(("modality", "future"),))
    with fresh_project(tmp_path / "work.tawsim", name="عمل") as project:
        project.add_articles([article])
        project.perform(step(add(person, full, again, over, event)))
        report = export(project, "brat", tmp_path / "out")
    (name,) = [path.stem for path in report.files if path.suffix == ".txt"]
    assert not set(name) & set('/\\?:*"<>|')
    found = textbounds(tmp_path / "out", name)
    assert ("PERS", "الخوري السبت") in found.values()
    lines = (tmp_path / "out" / f"{name}.ann").read_text("utf-8").splitlines()
    (told,) = [line for line in lines if line.startswith("E")]
    roles = dict(part.split(":") for part in told.split("\t")[1].split())
    assert [found[roles[role]][1] for role in ("SAY", "SPEAKER", "SPEAKER2")] == ["أعلن", "سامي الخوري", "الخوري السبت"]
    assert "A1\tmodality E1 future" in lines
    assert any(line.startswith("*\tEquiv ") for line in lines)
    assert sum("Tawsim:sami_khoury\tsami khoury" in line for line in lines) == 2


def test_the_configuration_names_all_labels_and_roles(tmp_path: Path) -> None:
    schema = load_shipped("news")
    with Project.create(tmp_path / "work.tawsim", schema, name="عمل") as project:
        export(project, "brat", tmp_path / "out")
    text = (tmp_path / "out" / "annotation.conf").read_text("utf-8")
    sections = dict(re.findall(r"\[(\w+)\]\n([^\[]*)", text))
    assert sections["entities"].split() == [label.name for label in schema.mentions]
    assert [line.split("\t")[0] for line in sections["events"].splitlines()] == [label.name for label in schema.events]
    assert "modality\tArg:<ANY>, Value:actual|future|hypothetical|negated" in sections["attributes"]
