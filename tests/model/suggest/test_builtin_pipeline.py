"""What holds for the program's own suggesters together, on pages of the corpus and on shuffled pieces of them."""

import gc
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from model.article import Article, text_digest
from model.garbage import THRESHOLDS
from model.seeds import seeds_folder
from model.suggest.context import SPARSE_LABELS, SPARSE_ZONES, UNTAGGED_ZONES
from model.suggest.pipeline import builtin_pipeline, load_for_long
from model.suggestion import Suggestion, SuggestionSet
from model.text.paragraphs import lines
from model.text.span import covered_text
from storage.commands.pages import read_article

ARTICLES = sorted((seeds_folder() / "corpus" / "articles").glob("*.txt"))
LINES = [line.of(text) for path in ARTICLES[::6] for text in [read_article(path).text] for line in lines(text)]


def check(article: Article) -> SuggestionSet:
    results = builtin_pipeline().run(article)
    items: tuple[Suggestion, ...] = (*results.mentions, *results.events)
    assert all(covered_text(article.text, item.fragments) == item.text for item in items)
    assert all(0 <= item.score <= 1 for item in items)
    ids = [item.id for item in items]
    assert len(set(ids)) == len(ids)
    known = {mention.id for mention in results.mentions}
    assert all(part.mention_id in known for event in results.events for part in event.arguments)
    assert [zone.span for zone in results.zones] == list(lines(article.text))
    return results


@pytest.mark.parametrize("path", ARTICLES[::5], ids=lambda path: path.stem)
def test_pages_are_suggested_the_same_each_time_and_only_where_the_guidelines_allow(path: Path) -> None:
    article = read_article(path)
    results = check(article)
    assert builtin_pipeline().run(article) == results
    assert results.mentions
    for zone in results.zones:
        inside = [mention for mention in results.mentions if zone.span.contains(mention.hull)]
        if zone.zone in UNTAGGED_ZONES:
            assert not inside
        if zone.zone in SPARSE_ZONES:
            assert {mention.label for mention in inside} <= SPARSE_LABELS


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(
        st.one_of(
            st.sampled_from(LINES),
            st.sampled_from(LINES).flatmap(lambda line: st.integers(0, len(line)).map(lambda cut: line[cut:])),
            st.text(st.sampled_from('ابتثلوي ,،."«»()-:/#٣5\u064b\u200f\r'), max_size=20),
        ),
        max_size=8,
    )
)
def test_shuffled_and_cut_pages_keep_the_promises(pieces: list[str]) -> None:
    text = "\n".join(pieces)
    check(Article("a", text, text_digest(text)))


def test_tables_are_kept_from_the_garbage_collector() -> None:
    before, thresholds = gc.get_freeze_count(), gc.get_threshold()
    try:
        load_for_long()
        assert gc.get_freeze_count() > before
        assert gc.get_threshold() == THRESHOLDS
    finally:
        gc.unfreeze()
        gc.set_threshold(*thresholds)
        load_for_long.cache_clear()
