from dataclasses import replace
from datetime import timedelta
from typing import NamedTuple

import pytest

from model.annotation import Argument, Event, Identity, Mention, Zone, attributes_of
from model.article import Article, ArticleState
from model.decision import Decision, Scope, Verdict
from model.messages import Message
from model.operation import ArticleMark, Change, Operation
from model.sheet import Sheet
from model.suggestion import SuggestionSet
from model.text.span import Span
from storage import Project
from storage.errors import (
    BrokenReferenceError,
    SpanMismatchError,
    StaleOperationError,
    UnknownArticleError,
    UnknownMomentError,
)
from tests.storage.builders import (
    ANNOTATOR,
    NOON,
    SCHEMA,
    add,
    identity_named,
    make_article,
    make_decision,
    make_event,
    make_mention,
    propose,
    remove,
    step,
)

LATER = NOON + timedelta(minutes=9)


def undo(project: Project) -> Operation | None:
    return project.undo(annotator="رامي", at=LATER)


def redo(project: Project) -> Operation | None:
    return project.redo(annotator="رامي", at=LATER)


class Everything(NamedTuple):
    """One record of each kind with every field in use."""

    identity: Identity
    speaker: Mention
    split: Mention
    event: Event
    zone: Zone
    decision: Decision


def everything(article: Article) -> Everything:
    """These records for an article."""
    identity = identity_named("sami-khoury")
    speaker = make_mention(article, "سامي الخوري", identity=identity)
    speaker = replace(speaker, note="a\x00\ud800", value="x", modifier="MID")
    split = make_mention(article, "رئيس", "الخوري")
    event = make_event(article, "أعلن", speaker, split, attributes=attributes_of(modality="future", polarity="لا"))
    event = replace(event, arguments=(*event.arguments, Argument("PLACE", speaker.id)))
    zone = Zone(article.id, Span(0, 10), "menu", ANNOTATOR)
    decision = make_decision(propose(article, "بيروت"), Verdict.CORRECT, Scope.ARTICLE)
    return Everything(identity, speaker, split, event, zone, decision)


def test_every_kind_of_record_comes_back_as_it_was(project: Project, article: Article) -> None:
    identity, speaker, split, event, zone, decision = everything(article)
    started = Change(ArticleMark(article.id, ArticleState.NEW), ArticleMark(article.id, ArticleState.STARTED))
    project.perform(step([*add(identity, speaker, split, event, zone, decision), started]))
    assert project.sheet(article.id) == Sheet(
        article.id,
        ArticleState.STARTED,
        {speaker.id: speaker, split.id: split},
        {event.id: event},
        {zone.id: zone},
        {decision.id: decision},
        {identity.id: identity},
    )
    assert project.identities() == (identity,)
    assert project.check() == ()


def test_order_within_an_operation_does_not_matter_for_links(project: Project, article: Article) -> None:
    identity, speaker, split, event, *_ = everything(article)
    project.perform(step(add(event, speaker, split, identity)))
    project.perform(step(remove(identity, speaker, split, event)))
    assert project.sheet(article.id) == Sheet(article.id)


def test_a_record_may_change_several_times_in_one_operation(project: Project, article: Article) -> None:
    first = make_mention(article, "بيروت")
    second, third = replace(first, label="LOC"), replace(first, label="ORG", fragments=(Span(0, 4),), text="أعلن")
    project.perform(step([Change(None, first), Change(first, second), Change(second, third)]))
    assert project.sheet(article.id).mentions == {first.id: third}
    project.perform(step([Change(third, None), Change(None, first), Change(first, None)]))
    assert project.sheet(article.id).mentions == {}
    undo(project)
    assert project.sheet(article.id).mentions == {first.id: third}


def test_a_discontinuous_mention_can_become_continuous_and_back(project: Project, article: Article) -> None:
    split = make_mention(article, "رئيس", "الخوري")
    whole = replace(split, fragments=(Span(5, 9),), text="رئيس")
    project.perform(step(add(split)))
    project.perform(step([Change(split, whole)]))
    assert project.sheet(article.id).mentions == {split.id: whole}
    undo(project)
    assert project.sheet(article.id).mentions == {split.id: split}


def stale_changes(article: Article, stored: Mention) -> dict[str, Change]:
    """Changes that do not start from what is stored."""
    other = make_mention(article, "السودان")
    new, done = ArticleMark(article.id, ArticleState.NEW), ArticleMark(article.id, ArticleState.DONE)
    return {
        "added twice": Change(None, stored),
        "removed without being there": Change(other, None),
        "changed from another state": Change(replace(stored, note="x"), replace(stored, note="y")),
        "another record's id": Change(stored, replace(stored, id="f" * 16)),
        "wrong state of the article": Change(done, new),
        "state removed": Change(new, None),
        "state added": Change(None, new),
    }


@pytest.mark.parametrize("which", stale_changes(make_article(), make_mention(make_article(), "بيروت")))
def test_changes_that_do_not_start_from_what_is_stored_are_refused_whole(
    project: Project, article: Article, which: str
) -> None:
    stored = make_mention(article, "بيروت")
    project.perform(step(add(stored)))
    before, history = project.sheet(article.id), project.history(article.id)
    with pytest.raises(StaleOperationError):
        project.perform(step([*add(make_mention(article, "القمح")), stale_changes(article, stored)[which]]))
    assert (project.sheet(article.id), project.history(article.id)) == (before, history)


@pytest.mark.parametrize(
    ("start", "end", "text"), [(0, 4, "أعلـن"), (1, 5, "أعلن"), (80, 9_999, "يوم الأحد."), (9_990, 9_999, "")]
)
def test_texts_that_their_spans_do_not_cover_are_refused(
    project: Project, article: Article, start: int, end: int, text: str
) -> None:
    mention = replace(make_mention(article, "أعلن"), fragments=(Span(start, end),), text=text)
    with pytest.raises(SpanMismatchError):
        project.perform(step(add(mention)))
    with pytest.raises(SpanMismatchError):
        project.add_annotations([mention])
    tail = article.text[90:]
    with pytest.raises(SpanMismatchError):
        project.perform(step(add(replace(mention, fragments=(Span(90, 900),), text=tail))))
    assert project.sheet(article.id).mentions == {}


def test_links_never_lose_their_targets(project: Project, article: Article) -> None:
    identity, speaker, split, event, *_ = everything(article)
    project.perform(step(add(identity, speaker, split, event)))
    before = project.sheet(article.id)
    for record in (identity, speaker):
        with pytest.raises(BrokenReferenceError):
            project.perform(step(remove(record)))
    other = make_article("نص")
    project.add_articles([other])
    with pytest.raises(BrokenReferenceError):
        project.perform(step(add(replace(event, id="e" * 16, article_id=other.id, fragments=(Span(0, 2),), text="نص"))))
    with pytest.raises(BrokenReferenceError):
        project.perform(step(add(replace(identity, id="d" * 16))))
    with pytest.raises(UnknownArticleError):
        project.perform(step(add(replace(split, article_id="nowhere"))))
    assert project.sheet(article.id) == before


def test_undo_and_redo_lead_there_and_back_across_articles_and_restarts(place: str) -> None:
    first, second = make_article(), make_article("مقال آخر عن بيروت")
    one, two = make_mention(first, "بيروت"), make_mention(second, "بيروت")
    with Project.create(place, SCHEMA, name="x") as project:
        project.add_articles([first, second])
        project.perform(step(add(one), "one"))
        project.perform(step([*add(two), Change(one, replace(one, label="LOC"))], "both"))
    with Project.open(place) as project:
        assert project.can_undo() == Message("Edit {what}", what="both")
        assert project.can_redo() is None
        inverse = undo(project)
        assert inverse is not None
        assert (inverse.annotator, inverse.at, inverse.article_ids) == ("رامي", LATER, (first.id, second.id))
        assert inverse.changes[-1] == Change(two, None)
        assert (project.sheet(first.id).mentions, project.sheet(second.id).mentions) == ({one.id: one}, {})
    with Project.open(place) as project:
        assert undo(project) is not None
        assert undo(project) is None
        assert (project.can_undo(), project.can_redo()) == (None, Message("Edit {what}", what="one"))
        assert project.sheet(first.id) == Sheet(first.id)
        assert [redo(project) is not None for _ in range(3)] == [True, True, False]
        assert project.sheet(second.id).mentions == {two.id: two}
        assert project.sheet(first.id).mentions[one.id].label == "LOC"


def test_a_new_operation_ends_redoing_but_the_history_keeps_what_was_undone(project: Project, article: Article) -> None:
    one, two, three = (make_mention(article, word) for word in ("بيروت", "القمح", "السودان"))
    for number, mention in enumerate((one, two), start=1):
        project.perform(step(add(mention), str(number)))
    undo(project)
    project.perform(step(add(three), "3"))
    assert redo(project) is None
    entries = project.history(article.id)
    assert [(entry.sequence, entry.operation.name, entry.undone) for entry in entries] == [
        (1, "1", False),
        (2, "2", True),
        (3, "3", False),
    ]
    assert [set(project.sheet_at(article.id, n).mentions) for n in range(4)] == [
        set(),
        {one.id},
        {one.id, two.id},
        {one.id, three.id},
    ]
    with pytest.raises(UnknownMomentError, match="4"):
        project.sheet_at(article.id, 4)


def test_any_moment_can_be_restored_by_one_operation_that_can_be_undone(project: Project, article: Article) -> None:
    identity, speaker, split, event, zone, decision = everything(article)
    marks = ArticleMark(article.id, ArticleState.NEW), ArticleMark(article.id, ArticleState.DONE)
    project.perform(step(add(identity, speaker, split, event, zone, decision)))
    full = project.sheet(article.id)
    project.perform(step([*remove(event, speaker, zone, decision, identity), Change(*marks)]))
    bare = project.sheet(article.id)
    restored = project.restore(article.id, 1, annotator="رامي", at=LATER)
    assert restored.annotator == "رامي"
    assert project.sheet(article.id) == full
    undo(project)
    assert project.sheet(article.id) == bare
    project.restore(article.id, 0, annotator="رامي", at=LATER)
    assert project.sheet(article.id) == Sheet(article.id)


def test_the_history_of_an_article_tells_of_its_own_changes_and_of_identities(
    project: Project, article: Article
) -> None:
    other = make_article("في بيروت")
    project.add_articles([other])
    identity = identity_named("beirut")
    here, there = make_mention(article, "بيروت", identity=identity), make_mention(other, "بيروت", identity=identity)
    bulk = step(add(identity, here, there), "bulk")
    project.perform(bulk)
    project.perform(step(add(make_mention(other, "في"))))
    (entry,) = project.history(article.id)
    assert entry.operation == replace(bulk, changes=tuple(add(identity, here)))
    assert len(project.history(other.id)) == 2


def test_rejections_that_reach_further_are_listed_and_taken_back(project: Project, article: Article) -> None:
    words = {"بيروت": Scope.HERE, "القمح": Scope.ARTICLE, "السودان": Scope.EVERYWHERE}
    suggestions = [propose(article, word) for word in words]
    decisions = [make_decision(s, scope=scope) for s, scope in zip(suggestions, words.values(), strict=True)]
    accepted = make_decision(propose(article, "سامي"), Verdict.ACCEPT, Scope.EVERYWHERE)
    project.perform(step(add(*decisions, accepted)))
    assert set(project.rejections()) == set(decisions[1:])
    project.perform(step(remove(decisions[2])))
    assert project.rejections() == (decisions[1],)
    with pytest.raises(BrokenReferenceError):
        project.perform(step(add(replace(decisions[0], id="a" * 16))))


def test_counts_follow_every_operation_and_its_undoing(project: Project, article: Article) -> None:
    proposed = propose(article, "بيروت"), propose(article, "القمح")
    project.store_suggestions(article.id, SuggestionSet(mentions=proposed), pipeline_version="1")
    mention = make_mention(article, "بيروت")
    project.perform(step(add(mention, make_event(article, "أعلن", mention), make_decision(proposed[0]))))

    def counts() -> tuple[int, ...]:
        (row,) = project.queue()
        return row.mentions, row.events, row.open_suggestions, row.decided

    assert counts() == (1, 1, 1, 1)
    undo(project)
    assert counts() == (0, 0, 2, 0)
    redo(project)
    assert counts() == (1, 1, 1, 1)
    progress = project.progress()
    assert (progress.mentions, progress.events, progress.open_suggestions, progress.decided) == (1, 1, 1, 1)
    assert (progress.articles, progress.states[ArticleState.NEW]) == (1, 1)


def test_annotations_of_an_import_belong_to_no_operation(project: Project, article: Article) -> None:
    identity, speaker, split, event, zone, decision = everything(article)
    assert project.add_annotations([identity, speaker, split, event, zone, decision]) == 6
    assert project.sheet(article.id).events == {event.id: event}
    assert (project.can_undo(), project.history(article.id)) == (None, ())
    (row,) = project.queue()
    assert (row.mentions, row.events, row.decided) == (2, 1, 1)
    project.perform(step(remove(event)))
    assert project.sheet_at(article.id, 0).events == {event.id: event}


def test_a_bulk_operation_over_many_articles_is_one_step(project: Project) -> None:
    articles = [make_article(f"خبر رقم {i} من بيروت") for i in range(300)]
    project.add_articles(articles)
    mentions = [make_mention(article, "بيروت") for article in articles for _ in range(3)]
    project.perform(step(add(*mentions)))
    project.perform(step([Change(mention, replace(mention, label="LOC")) for mention in mentions]))
    assert {m.label for article in articles for m in project.sheet(article.id).mentions.values()} == {"LOC"}
    undo(project)
    undo(project)
    assert project.progress().mentions == 0
    redo(project)
    assert project.progress().mentions == 900


def test_reading_only_stores_nothing(place: str) -> None:
    article = make_article()
    with Project.create(place, SCHEMA, name="x") as project:
        project.add_articles([article])
        project.perform(step(add(make_mention(article, "بيروت"))))
    with Project.open(place, read_only=True) as project:
        assert len(project.sheet(article.id).mentions) == 1
        for store in (
            lambda: undo(project),
            lambda: project.perform(step([])),
            lambda: project.set_setting("a", 1),
            lambda: project.add_articles([make_article("x")]),
        ):
            with pytest.raises(Exception, match="reading only"):
                store()
    with Project.open(place) as project:
        assert project.can_undo() is not None
