from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.article import Article, text_digest
from model.errors import TawsimError
from model.seeds import seeds_folder
from storage import Project
from storage.importing import ImportCancelledError, ImportOptions, article_of_text, plan_import
from storage.importing.copies import copy_groups
from tests.storage.importing.conftest import PAGE, Planner, stored

CORPUS = seeds_folder() / "corpus"


def test_pages_are_stored_byte_for_byte_with_what_they_show(
    plan: Planner, new_project: Callable[[str], Project]
) -> None:
    planned = plan(CORPUS / "articles")
    files = sorted((CORPUS / "articles").iterdir())
    with new_project("corpus") as project:
        stored(planned, project)
        articles = list(project.iter_articles())
        assert [article.text.encode() for article in articles] == [path.read_bytes() for path in files]
        assert [article.name for article in articles] == [path.name for path in files]
        assert sum(bool(article.published) for article in articles) > 0.9 * len(articles)
        assert sum(bool(article.title) for article in articles) > 0.9 * len(articles)


def test_the_metadata_overrides_what_the_page_shows(tmp_path: Path, plan: Planner) -> None:
    pages = tmp_path / "pages"
    pages.mkdir()
    (pages / "wheat.txt").write_text(PAGE, encoding="utf-8")
    (pages / "olive.txt").write_text(PAGE + "تتمة", encoding="utf-8")
    table = pages / "METADATA.tsv"
    table.write_text(
        "file\tpublished\ttitle\tsource\turl\tقسم\nwheat.txt\t2020-01-02\tقمح\tالساحل\thttps://e.org\tاقتصاد\nolive\t\t\tالجبل\n",
        encoding="utf-8",
    )
    planned = plan(pages, metadata=table)
    olive, wheat = (page.article for page in planned.pages)
    assert planned.passed_over == ()
    assert (wheat.published, wheat.title, wheat.outlet) == (date(2020, 1, 2), "قمح", "الساحل")
    assert (wheat.url, wheat.metadata) == ("https://e.org", {"قسم": "اقتصاد"})
    assert (olive.published, olive.outlet) == (date(2024, 3, 26), "الجبل")
    assert olive.title == "وصول أولى شحنات القمح إلى ميناء اللاذقية"


@pytest.mark.parametrize("table", ["file\tpublished\nx.txt\t2024-13-01\n", "name,published\n", "file\n"])
def test_a_bad_table_of_metadata_stops_everything(tmp_path: Path, plan: Planner, table: str) -> None:
    (tmp_path / "METADATA.tsv").write_text(table, encoding="utf-8")
    with pytest.raises(TawsimError, match=r"METADATA\.tsv, line [12]"):
        plan(tmp_path, metadata=tmp_path / "METADATA.tsv")


def test_the_same_text_is_known_again_here_and_in_the_project(
    tmp_path: Path, plan: Planner, new_project: Callable[[str], Project]
) -> None:
    (tmp_path / "a.txt").write_bytes(PAGE.encode())
    (tmp_path / "b.txt").write_bytes(PAGE.encode("cp1256"))
    title = "وصول أولى شحنات القمح إلى ميناء اللاذقية"
    with new_project("twice") as project:
        first = plan(tmp_path, project=project)
        assert [page.known_as for page in first.pages] == [None, title]
        assert (len(stored(first, project).article_ids), stored(plan(tmp_path), project).already_known) == (1, 1)
        again = plan(tmp_path / "b.txt", project=project)
        assert [page.known_as for page in again.pages] == [title]
        assert stored(again, project).article_ids == ()


def test_a_path_named_twice_is_read_once(tmp_path: Path, plan: Planner) -> None:
    (tmp_path / "a.txt").write_text(PAGE, encoding="utf-8")
    assert len(plan(tmp_path, tmp_path / "a.txt", tmp_path).pages) == 1


def wire(words: list[str]) -> Article:
    text = " ".join(words)
    return Article(id=text_digest(text)[:16], text=text, sha256=text_digest(text))


@given(
    words=st.lists(st.text("ابتثجحخد", min_size=2, max_size=6), min_size=60, max_size=80, unique=True),
    place=st.integers(0, 59),
)
def test_copies_with_one_word_changed_are_grouped_and_strangers_are_not(words: list[str], place: int) -> None:
    changed = [*words[:place], "كلمة", *words[place + 1 :]]
    stranger = wire([f"{word}س" for word in words])
    groups = copy_groups([wire(words), stranger, wire(changed)])
    assert set(groups) == {wire(words).id, wire(changed).id}
    assert len(set(groups.values())) == 1


def test_cancelling_while_reading(tmp_path: Path) -> None:
    for name in "abc":
        (tmp_path / f"{name}.txt").write_text(PAGE + name, encoding="utf-8")
    seen: list[tuple[int, int | None]] = []

    def impatient(done: int, total: int | None) -> bool:
        seen.append((done, total))
        return done < 2

    with pytest.raises(ImportCancelledError):
        plan_import([tmp_path], ImportOptions(), project=None, progress=impatient)
    assert seen == [(0, 3), (1, 3), (2, 3)]


def test_a_pasted_text_keeps_its_letters_and_shows_its_facts() -> None:
    article = article_of_text(PAGE, outlet="الساحل")
    assert (article.text, article.outlet, article.published) == (PAGE, "الساحل", date(2024, 3, 26))
    assert article_of_text(PAGE, title="قمح").title == "قمح"
    with pytest.raises(TawsimError, match="empty"):
        article_of_text("")
