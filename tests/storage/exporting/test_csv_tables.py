import csv
import json
from pathlib import Path

from hypothesis import given, settings

from model.annotation import Event, Mention
from model.schema.loader import load_shipped
from storage import Project
from storage.exporting import export
from tests.storage.exporting.projects import AnnotatedArticle, annotated_articles, project_of


def rows(path: Path) -> list[dict[str, str]]:
    """The rows as a reader of CSV sees them, guards taken away."""
    with path.open(encoding="utf-8-sig", newline="") as stream:
        table = csv.DictReader(stream, strict=True)
        found = [dict(row) for row in table]
    for row in found:
        assert set(row) == set(table.fieldnames or ())
        for name, cell in row.items():
            # what a spreadsheet would compute must not begin a cell
            assert cell[:1] not in {"=", "@", "\t", "\r", "\n"}
            assert cell[:1] not in {"+", "-"} or cell[1:].replace(".", "").replace(",", "").isdigit()
            row[name] = cell.removeprefix("'")
    return found


def plain(text: str) -> str:
    return text.replace("\ud800", "\ufffd")


@settings(max_examples=12)
@given(annotated_articles())
def test_every_mention_and_event_has_its_row(articles: list[AnnotatedArticle]) -> None:
    with project_of(articles) as (project, folder):
        for name in ("mentions-csv", "events-csv"):
            export(project, name, folder / name)
        mentions = {(row["article"], row["mention"]): row for row in rows(folder / "mentions-csv")}
        events = {(row["article"], row["event"]): row for row in rows(folder / "events-csv")}
    records = [(article, record) for article, found in articles for record in found]
    assert len(mentions) == sum(isinstance(record, Mention) for _, record in records)
    assert len(events) == sum(isinstance(record, Event) for _, record in records)
    texts = {(article.id, record.id): record.text for article, record in records if isinstance(record, Mention)}
    for article, record in records:
        if isinstance(record, Mention):
            row = mentions[article.id, record.id]
            assert (row["text"], row["value"]) == (plain(record.text), plain(record.value or ""))
            assert (int(row["start"]), int(row["end"])) == (record.hull.start, record.hull.end)
            assert (row["title"], row["note"]) == (plain(article.title), plain(record.note))
        elif isinstance(record, Event):
            row = events[article.id, record.id]
            assert (row["trigger"], row["modality"]) == (plain(record.text), record.modality)
            arguments = json.loads(row["arguments"] or "[]")
            assert arguments == [[argument.role, argument.mention_id] for argument in record.arguments]
            fillers = [texts[article.id, argument.mention_id] for argument in record.arguments]
            assert row["SPEAKER"] == plain(" | ".join(fillers))


def test_each_role_of_the_schema_has_a_column_and_excel_sees_utf8(tmp_path: Path) -> None:
    schema = load_shipped("news")
    with Project.create(tmp_path / "work.tawsim", schema, name="عمل") as project:
        export(project, "events-csv", tmp_path / "events.csv")
    content = (tmp_path / "events.csv").read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    header = content.decode("utf-8-sig").strip().split(",")
    assert header[-len(schema.roles) :] == [role.name for role in schema.roles]
