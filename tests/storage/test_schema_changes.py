"""The schema changed under existing work, in a file and in PostgreSQL: what becomes of everything, and back again."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from model.annotation import Argument, Event, Zone
from model.article import Article
from model.decision import Decision, Scope, Verdict
from model.identifiers import new_id
from model.messages.catalogue import render
from model.operations.author import Author
from model.schema.changes import building
from model.schema.changes.building import Fate
from model.schema.changes.change import Grouping, SchemaChange, SchemaChangeError
from model.schema.changes.parts import Part, labels_of
from model.schema.loader import load_shipped
from model.schema.schema import BilingualName, MentionLabel
from model.search.parsing import parse_query
from model.suggestion import SuggestedArgument, SuggestionSet
from storage import Project
from storage.errors import StaleOperationError
from storage.schema_changes import SchemaChangeCancelledError
from storage.tables.base import Base
from tests.storage.builders import (
    ANNOTATOR,
    NOON,
    add,
    identity_named,
    make_article,
    make_mention,
    propose,
    propose_event,
    provenance,
    spans_of,
    step,
)
from tests.storage.conftest import NewPlace

NEWS = load_shipped("news")
AUTHOR = Author(ANNOTATOR, NOON)
TEXT = "زار سامي الخوري بيروت\nوقال سامي إن بيروت ودمشق بخير"


class Work:
    """A project with work of every kind on two articles."""

    def __init__(self, place: str) -> None:
        self.place = place
        self.project = Project.create(place, NEWS, name="عمل")
        self.articles = [make_article(TEXT, id=letter * 16) for letter in "ab"]
        self.project.add_articles(self.articles)
        for article in self.articles:
            self._fill(article)

    def _fill(self, article: Article) -> None:
        sami = replace(identity_named(f"sami-{article.id}"), label="PERS")
        person = make_mention(article, "سامي الخوري", identity=sami)
        city, other = make_mention(article, "بيروت", label="GPE"), make_mention(article, "دمشق", label="LOC")
        same = replace(make_mention(article, "بيروت", label="LOC"), id=new_id())
        arguments = (Argument("actor", person.id), Argument("location", city.id), Argument("location", same.id))
        event = Event(new_id(), article.id, "CONSULT", spans_of(article, "زار"), "زار", provenance(), arguments)
        zone = Zone(article.id, spans_of(article, "زار")[0], "headline", ANNOTATOR)
        proposals = (
            propose(article, "سامي"),
            propose(article, "دمشق", label="LOC"),
            propose(article, "بيروت", label="GPE"),
        )
        self.project.store_suggestions(article.id, SuggestionSet(mentions=proposals), pipeline_version="1")
        rejected = Decision(
            new_id(), article.id, proposals[1].id, Verdict.REJECT, ANNOTATOR, NOON, "دمشق", "LOC", "lexicon", 5,
            Scope.EVERYWHERE,
        )  # fmt: skip
        self.project.perform(step(add(sami, person, city, other, same, event, zone, rejected)))

    def reopen(self) -> None:
        self.project.close()
        self.project = Project.open(self.place)

    def state(self) -> dict[str, Any]:
        """Everything that a schema change may touch, as it is stored and as it is shown."""
        with self.project._database.reading() as connection:
            kept = ("mentions", "events", "arguments", "zones", "decisions", "identities", "suggestions")
            rows = {
                name: sorted(map(repr, connection.execute(select(Base.metadata.tables[name])).all())) for name in kept
            }
        shown = {article.id: self.project.suggestions(article.id) for article in self.articles}
        queue = [(row.id, row.mentions, row.events, row.open_suggestions, row.decided) for row in self.project.queue()]
        return {**rows, "schema": self.project.schema, "shown": shown, "queue": queue}

    def change(self, change: SchemaChange) -> None:
        self.project.change_schema(change, AUTHOR)

    def labels(self, kind: str = "mentions") -> list[str]:
        records = getattr(self.project.sheet(self.articles[0].id), kind).values()
        return sorted(record.label for record in records)


@pytest.fixture
def work(new_place: NewPlace) -> Iterator[Work]:
    made = Work(new_place())
    yield made
    made.project.close()


def undo(work: Work) -> None:
    assert work.project.undo(annotator=ANNOTATOR, at=NOON) is not None


def redo(work: Work) -> None:
    assert work.project.redo(annotator=ANNOTATOR, at=NOON) is not None


def test_renaming_reaches_annotations_decisions_identities_and_suggestions(work: Work) -> None:
    before = work.state()
    change = building.rename(work.project.schema, Part.MENTION, "PERS", "PERSON")
    seen = work.project.preview_schema_change(change)
    assert (seen.articles, seen.mentions, seen.events, seen.identities, seen.decisions) == (2, 2, 0, 2, 0)
    assert {(one.before, one.after, one.text) for one in seen.samples} == {("PERS", "PERSON", "سامي الخوري")}
    assert seen.samples[0].left == "زار "
    assert work.state() == before
    work.change(change)
    assert work.labels() == ["GPE", "LOC", "LOC", "PERSON"]
    assert {identity.label for identity in work.project.identities()} == {"PERSON"}
    assert {one.label for one in work.project.suggestions("a" * 16).mentions} == {"PERSON", "LOC", "GPE"}
    after = work.state()
    work.reopen()
    assert work.state() == after
    undo(work)
    work.reopen()
    assert work.state() == before
    redo(work)
    assert work.state() == after


def test_merging_joins_what_comes_to_mean_the_same(work: Work) -> None:
    change = building.merge(work.project.schema, Part.MENTION, "LOC", "GPE")
    seen = work.project.preview_schema_change(change)
    assert (seen.mentions, seen.joined, seen.rejections, seen.removed) == (4, 2, 2, 0)
    work.change(change)
    assert work.labels() == ["GPE", "GPE", "PERS"]
    sheet = work.project.sheet("a" * 16)
    (event,) = sheet.events.values()
    assert [argument.role for argument in event.arguments] == ["actor", "location"]
    assert all(argument.mention_id in sheet.mentions for argument in event.arguments)
    (rejected,) = sheet.decisions.values()
    assert rejected.label == "GPE"
    assert {one.label for one in work.project.suggestions("a" * 16).mentions} == {"PERS", "GPE"}


@pytest.mark.parametrize(
    ("fate", "labels", "roles"),
    [
        (Fate.KEEP, ["GPE", "LOC", "LOC", "PERS"], ["actor", "location", "location"]),
        (Fate.RELABEL, ["FAC", "GPE", "LOC", "LOC"], ["actor", "location", "location"]),
        (Fate.DELETE, ["GPE", "LOC", "LOC"], ["location", "location"]),
    ],
)
def test_retiring_keeps_relabels_or_deletes(work: Work, fate: Fate, labels: list[str], roles: list[str]) -> None:
    before = work.state()
    change = building.retire(work.project.schema, Part.MENTION, "PERS", fate, "FAC")
    seen = work.project.preview_schema_change(change)
    assert (seen.removed, seen.taken_away) == ((2, 2) if fate is Fate.DELETE else (0, 0))
    work.change(change)
    assert work.labels() == labels
    (event,) = work.project.sheet("a" * 16).events.values()
    assert [argument.role for argument in event.arguments] == roles
    shown = {one.label for one in work.project.suggestions("a" * 16).mentions}
    assert shown == ({"FAC", "LOC", "GPE"} if fate is Fate.RELABEL else {"LOC", "GPE"})
    assert {row.open_suggestions for row in work.project.queue()} == {2 if fate is Fate.RELABEL else 1}
    undo(work)
    assert work.state() == before


def test_splitting_by_text_leaves_the_rest(work: Work) -> None:
    named = MentionLabel("CAPITAL", BilingualName("عاصمة", "Capital"), family="places")
    work.change(building.add(work.project.schema, Part.MENTION, named))
    groups = work.project.label_groups(Part.MENTION, "LOC", Grouping.TEXT)
    assert [(group.text, group.count) for group in groups] == [("بيروت", 2), ("دمشق", 2)]
    work.change(building.split(work.project.schema, Part.MENTION, "LOC", {groups[0].key: "CAPITAL"}))
    assert work.labels() == ["CAPITAL", "GPE", "LOC", "PERS"]


def test_splitting_by_identity_and_by_suggester(work: Work) -> None:
    by_identity = work.project.label_groups(Part.MENTION, "PERS", Grouping.IDENTITY)
    assert [group.count for group in by_identity] == [1, 1]
    chosen = {by_identity[0].key: "ORG"}
    work.change(building.split(work.project.schema, Part.MENTION, "PERS", chosen, grouping=Grouping.IDENTITY))
    counts = [work.labels().count("ORG"), 1 - work.labels().count("PERS")]
    assert counts[0] == counts[1]
    by_hand = work.project.label_groups(Part.MENTION, "LOC", Grouping.SUGGESTER)
    assert [(group.key, group.count) for group in by_hand] == [("", 4)]
    work.change(building.split(work.project.schema, Part.MENTION, "LOC", {"": "FAC"}, grouping=Grouping.SUGGESTER))
    assert "LOC" not in work.labels()


def test_arguments_that_would_lose_their_role_stop_the_change_until_it_is_said_what_they_become(work: Work) -> None:
    before = work.state()
    roles = tuple(role for role in NEWS.event_labels["CONSULT"].roles if role != "location")
    change = building.edit(work.project.schema, Part.EVENT, "CONSULT", roles=roles)
    seen = work.project.preview_schema_change(change)
    assert (dict(seen.orphans), seen.is_refused) == ({("CONSULT", "location"): 4}, True)
    with pytest.raises(SchemaChangeError) as refused:
        work.change(change)
    assert "4 arguments would lose their role, as location" in render(refused.value.message, "en")
    assert "location" in render(refused.value.message, "ar")
    assert work.state() == before
    work.change(building.with_roles(change, {("CONSULT", "location"): "recipient"}))
    (event,) = work.project.sheet("a" * 16).events.values()
    assert [argument.role for argument in event.arguments] == ["actor", "recipient", "recipient"]
    undo(work)
    work.change(building.with_roles(change, {("CONSULT", "location"): None}))
    (event,) = work.project.sheet("a" * 16).events.values()
    assert [argument.role for argument in event.arguments] == ["actor"]
    undo(work)
    assert work.state() == before


@pytest.mark.parametrize(
    ("part", "label"),
    [(Part.MENTION, "PERS"), (Part.EVENT, "CONSULT"), (Part.ROLE, "actor"), (Part.ZONE, "headline")],
)
def test_a_label_in_use_is_not_removed(work: Work, part: Part, label: str) -> None:
    before, change = work.state(), building.remove(work.project.schema, part, label)
    assert work.project.preview_schema_change(change).in_use[part, label] >= 2
    with pytest.raises(SchemaChangeError, match="in use"):
        work.change(change)
    assert work.state() == before
    work.change(building.remove(work.project.schema, Part.MENTION, "LANGUAGE"))


def test_another_schema_takes_the_place_of_the_present_one(work: Work) -> None:
    before, other = work.state(), load_shipped("conll")
    plain = building.replace_with(work.project.schema, other)
    assert {label for _, label in work.project.preview_schema_change(plain).in_use} >= {"GPE", "CONSULT"}
    names: dict[Part, dict[str, str | None]] = {
        Part.MENTION: {"GPE": "LOC"},
        Part.EVENT: {"CONSULT": None},
        Part.ROLE: {"actor": None, "location": None},
    }
    work.change(building.replace_with(work.project.schema, other, names))
    assert work.labels() == ["LOC", "LOC", "PERS"]
    assert work.project.schema.name == "conll"
    undo(work)
    assert work.state() == before


def test_a_moment_before_the_change_comes_back_in_the_labels_of_today(work: Work) -> None:
    work.change(building.merge(work.project.schema, Part.MENTION, "LOC", "GPE"))
    work.change(building.rename(work.project.schema, Part.ROLE, "location", "place"))
    work.project.restore("a" * 16, 1, annotator=ANNOTATOR, at=NOON)
    assert set(work.labels()) == {"GPE", "PERS"}
    (event,) = work.project.sheet("a" * 16).events.values()
    assert {argument.role for argument in event.arguments} == {"actor", "place"}
    assert [one.operation.name for one in work.project.history("a" * 16)] == [
        "edit", "merge_labels", "rename_label", "restore",
    ]  # fmt: skip
    assert {one.label for one in work.project.sheet_at("a" * 16, 1).mentions.values()} == {"GPE", "LOC", "PERS"}


def test_who_holds_an_older_schema_is_told_and_takes_the_new_one(work: Work) -> None:
    with Project.open(work.place, shared=True) as other:
        version = other.data_version()
        work.change(building.rename(work.project.schema, Part.MENTION, "PERS", "PERSON"))
        assert other.data_version() != version
        late = make_mention(work.articles[0], "سامي")
        with pytest.raises(StaleOperationError, match="schema has been changed elsewhere"):
            other.perform(step(add(late)))
        assert other.refresh_schema()
        assert not other.refresh_schema()
        assert "PERSON" in other.schema.mention_labels
        stale = building.rename(NEWS, Part.MENTION, "ORG", "BODY")
        with pytest.raises(StaleOperationError):
            other.change_schema(stale, AUTHOR)


def test_a_search_finds_suggestions_under_their_present_name(work: Work) -> None:
    def found(query: str) -> list[str]:
        running = work.project.search(parse_query(query, work.project.schema))
        hits: list[str] = []
        while not running.is_finished:
            hits += [hit.text for hit in running.next_hits()]
        return hits

    assert found("[PERS open]") == ["سامي"] * 2
    work.change(building.rename(work.project.schema, Part.MENTION, "PERS", "PERSON"))
    assert found("[PERSON open]") == ["سامي"] * 2
    work.change(building.retire(work.project.schema, Part.MENTION, "PERSON"))
    assert found("[PERSON open]") == []


def test_work_in_many_portions_is_the_same(work: Work, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("storage.log._ROWS_AT_ONCE", 2)
    monkeypatch.setattr("storage.articles._AT_ONCE", 1)
    states = [work.state()]
    for old, into in (("LOC", "GPE"), ("GPE", "FAC"), ("PERS", "ORG")):
        work.change(building.merge(work.project.schema, Part.MENTION, old, into))
        states.append(work.state())
    for state in states[-2::-1]:
        undo(work)
        assert work.state() == state
    for state in states[1:]:
        redo(work)
        assert work.state() == state


def test_a_cancelled_change_leaves_everything(work: Work) -> None:
    before = work.state()
    change = building.rename(work.project.schema, Part.MENTION, "PERS", "PERSON")
    with pytest.raises(SchemaChangeCancelledError):
        work.project.change_schema(change, AUTHOR, lambda _done, _total: False)
    with pytest.raises(SchemaChangeCancelledError):
        work.project.preview_schema_change(change, lambda _done, _total: False)
    assert work.state() == before


def test_new_suggestions_after_a_rename_that_is_undone_are_called_as_before(work: Work) -> None:
    article = work.articles[0]
    work.change(building.rename(work.project.schema, Part.MENTION, "PERS", "PERSON"))
    late = SuggestionSet(mentions=(propose(article, "سامي", version="2", label="PERSON"),))
    work.project.store_suggestions(article.id, late, pipeline_version="2")
    undo(work)
    assert "PERS" in {one.label for one in work.project.suggestions(article.id).mentions}


def test_suggested_events_keep_the_roles_that_they_may_have(work: Work) -> None:
    article = work.articles[0]
    person = propose(article, "سامي")
    arguments = (SuggestedArgument("actor", person.id, 0.5, person.reason),)
    event = replace(propose_event(article, "زار"), label="CONSULT", arguments=arguments)
    made = SuggestionSet(mentions=(person,), events=(event,))
    work.project.store_suggestions(article.id, made, pipeline_version="3")
    work.change(building.rename(work.project.schema, Part.ROLE, "actor", "agent"))
    (shown,) = work.project.suggestions(article.id).events
    assert [argument.role for argument in shown.arguments] == ["agent"]
    work.change(building.retire(work.project.schema, Part.EVENT, "CONSULT"))
    assert work.project.suggestions(article.id).events == ()


def random_change(project: Project, draw: st.DataObject) -> SchemaChange:
    """A change of what the work uses."""
    schema = project.schema
    part = draw.draw(st.sampled_from(Part))
    names = [label.name for label in labels_of(schema, part)]
    used = [name for name in ("PERS", "GPE", "LOC", "CONSULT", "actor", "location", "headline") if name in names]
    one = draw.draw(st.sampled_from(used or names))
    other = draw.draw(st.sampled_from(names))
    kind, fate = draw.draw(st.integers(0, 5)), draw.draw(st.sampled_from(Fate))
    if kind == 0:
        return building.rename(schema, part, one, draw.draw(st.sampled_from(["X", "Y", "PERS", "LOC"])))
    if kind == 1:
        return building.merge(schema, part, one, other)
    if kind == 2:
        return building.retire(schema, part, one, fate, other)
    if kind == 3:
        return building.reinstate(schema, part, one)
    if kind == 4:
        groups = project.label_groups(part, one, Grouping.TEXT) if part is not Part.ZONE else ()
        return building.split(schema, part, one, {group.key: other for group in groups[:1]})
    roles = tuple(name for name in schema.offered_roles("CONSULT") if draw.draw(st.booleans()))
    edited = building.edit(schema, Part.EVENT, "CONSULT", roles=roles)
    orphans = project.preview_schema_change(edited).orphans
    return building.with_roles(edited, {orphan: draw.draw(st.sampled_from([None, *roles])) for orphan in orphans})


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_any_sequence_of_changes_undone_is_the_state_before_it(new_place: NewPlace, data: st.DataObject) -> None:
    work = Work(new_place())
    try:
        states = [work.state()]
        for _ in range(data.draw(st.integers(1, 6))):
            try:
                change = random_change(work.project, data)
                work.change(change)
            except SchemaChangeError:
                assert work.state() == states[-1]
                continue
            states.append(work.state())
            if data.draw(st.booleans()):
                work.reopen()
                assert work.state() == states[-1]
        assert work.project.check() == ()
        for state in reversed(states[:-1]):
            undo(work)
            assert work.state() == state
        work.reopen()
        for state in states[1:]:
            redo(work)
            assert work.state() == state
    finally:
        work.project.close()
