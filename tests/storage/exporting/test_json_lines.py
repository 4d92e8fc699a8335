import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings

from model.article import Article, ArticleState
from model.sheet import Sheet
from model.suggestion import SuggestionSet
from storage import Project
from storage.exporting import export, foreseen_losses
from storage.importing import ImportOptions, ImportPlan, ImportRefusedError, carry_out, plan_import
from tests.storage.builders import ANNOTATOR, NOON, SCHEMA, add, make_article, make_event, make_mention, propose, step
from tests.storage.exporting.projects import AnnotatedArticle, annotated_articles, project_of
from tests.storage.fresh import fresh_project
from tests.storage.importing.conftest import stored, watching


def contents(project: Project) -> list[tuple[Article, Sheet]]:
    return [
        (replace(article, imported_at=None), sheet) for article, sheet in project.iter_sheets(project.article_ids())
    ]


def planned(path: Path, project: Project) -> ImportPlan:
    return plan_import([path], ImportOptions(), project=project, progress=watching)


@settings(max_examples=20)
@given(annotated_articles())
def test_whatever_a_project_holds_comes_back_the_same(articles: list[AnnotatedArticle]) -> None:
    with project_of(articles) as (project, folder):
        report = export(project, "jsonl", folder / "out.jsonl")
        assert (report.losses, report.articles) == ((), len(articles))
        with fresh_project(folder / "again.tawsim", name="ثانية") as again:
            stored(planned(folder / "out.jsonl", again), again)
            assert contents(again) == contents(project)
            assert again.identities() == project.identities()
            assert again.check() == ()
            export(again, "jsonl", folder / "second.jsonl")
        lines = [(folder / name).read_text("utf-8").split("\n")[1:] for name in ("out.jsonl", "second.jsonl")]
        assert lines[0] == lines[1]


@pytest.fixture
def exported(project: Project, article: Article, tmp_path: Path) -> Path:
    mention = make_mention(article, "سامي", "بيروت")
    project.perform(step(add(mention, make_event(article, "أعلن", mention))))
    project.store_suggestions(article.id, SuggestionSet(mentions=(propose(article, "السودان"),)), pipeline_version="1")
    export(project, "jsonl", tmp_path / "out.jsonl")
    return tmp_path / "out.jsonl"


def test_the_header_says_what_offsets_count_and_nothing_suggested_is_written(exported: Path) -> None:
    header, line = (json.loads(line) for line in exported.read_text("utf-8").splitlines())
    assert (header["tawsim"], header["format"], header["offsets"]) == ("articles", 1, "code points")
    assert header["schema"] == {"name": "news", "version": "2", "source": SCHEMA.source}
    (mention,) = line["mentions"]
    assert [line["text"][start:end] for start, end in mention["fragments"]] == ["سامي", "بيروت"]
    assert "السودان" not in json.dumps(line["mentions"] + line["events"], ensure_ascii=False)
    assert "lexicon" not in exported.read_text("utf-8")


def test_losses_are_told_before_and_after(project: Project, article: Article, exported: Path, tmp_path: Path) -> None:
    before = foreseen_losses(project, "jsonl")
    after = export(project, "jsonl", tmp_path / "again.jsonl").losses
    assert before == after
    assert [(loss.message.template.split()[1], loss.count) for loss in after] == [("steps", 1)]


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('"offsets":"code points"', '"offsets":"bytes"', "offsets"),
        ('"format":1', '"format":2', "format"),
        ('"label":"PERS"', '"label":7', r"mentions\[0\]\.label: Expected `str`"),
        ('"label":"PERS"', '"label":"NOBODY"', "NOBODY"),
        ('"text":"سامي بيروت"', '"text":"سامي"', "not what stands"),
        ('"fragments":[[', '"fragments":[[-1,2],[', "fragments"),
        ('"role":"SPEAKER","mention":"', '"role":"SPEAKER","mention":"x', "no mention x"),
        (
            '"annotator":"سلمى","at":"2026-11-27T12:00:00Z"',
            '"annotator":"سلمى","at":"2026-11-27"',
            r"provenance\.at",
        ),
        ('"sha256":"', '"sha256":"0', "sha256"),
        ('"state":"new"', '"state":"lost"', "state"),
    ],
)
def test_a_file_changed_by_hand_is_refused_with_the_line_and_the_key(
    exported: Path, tmp_path: Path, old: str, new: str, told: str
) -> None:
    text = exported.read_text("utf-8")
    assert old in text
    exported.write_text(text.replace(old, new), encoding="utf-8")
    with fresh_project(tmp_path / "other.tawsim", name="آخر") as other:
        with pytest.raises(ImportRefusedError, match=rf"line [12]: .*{told}"):
            stored(planned(exported, other), other)
        assert (other.article_ids(), other.identities()) == ((), ())


def test_annotations_without_provenance_belong_to_whoever_imports(exported: Path, tmp_path: Path) -> None:
    header, line = exported.read_text("utf-8").splitlines()
    plain = json.loads(line)
    for record in plain["mentions"] + plain["events"]:
        del record["provenance"]
    exported.write_text(f"{header}\n{json.dumps(plain)}\n", encoding="utf-8")
    with fresh_project(tmp_path / "other.tawsim", name="آخر") as other:
        plan = planned(exported, other)
        carry_out(plan, other, with_problems=False, annotator="رنا", at=NOON, progress=watching)
        ((_, sheet),) = contents(other)
        assert {mention.provenance.annotator for mention in sheet.mentions.values()} == {"رنا"}
        assert {event.provenance.annotator for event in sheet.events.values()} == {"رنا"}


def test_a_text_that_is_known_is_not_doubled_and_its_annotations_are_missed_aloud(
    project: Project, exported: Path
) -> None:
    plan = planned(exported, project)
    (page,) = plan.pages
    assert page.known_as == "قمح للسودان"
    assert "annotations were not taken" in page.warnings[0].english()
    assert stored(plan, project).article_ids == ()


def test_an_id_that_is_taken_by_another_text_is_replaced(exported: Path, article: Article, tmp_path: Path) -> None:
    with fresh_project(tmp_path / "other.tawsim", name="آخر") as other:
        other.add_articles([make_article("خبر آخر", id=article.id)])
        (new_id,) = stored(planned(exported, other), other).article_ids
        assert new_id != article.id
        assert [mention.text for mention in other.sheet(new_id).mentions.values()] == ["سامي بيروت"]
        assert other.check() == ()


def test_only_the_articles_in_a_state(project: Project, tmp_path: Path) -> None:
    done = make_article("خبر مكتمل", state=ArticleState.DONE)
    project.add_articles([done, make_article("خبر جديد")])
    report = export(project, "jsonl", tmp_path / "done.jsonl", states=(ArticleState.DONE,))
    assert report.articles == 1
    assert json.loads((tmp_path / "done.jsonl").read_text("utf-8").splitlines()[1])["id"] == done.id


def test_the_annotator_of_the_tests_is_kept(exported: Path) -> None:
    assert (
        json.loads(exported.read_text("utf-8").splitlines()[1])["mentions"][0]["provenance"]["annotator"] == ANNOTATOR
    )
