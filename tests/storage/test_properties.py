"""Random work on two articles: the store always equals the model's own fold of the operations."""

import tempfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from model.annotation import Argument, Event, Identity, Mention, Zone, attributes_of
from model.article import ArticleState
from model.decision import Decision, Scope, Verdict
from model.identifiers import derived_id
from model.operation import ArticleMark, Change, Operation
from model.sheet import Sheet, apply
from model.text.span import Fragments, Span, covered_text, fragments_of
from storage import Project
from tests.storage.builders import ANNOTATOR, NOON, SCHEMA, add, identity_named, make_article, provenance, remove, step

ARTICLES = (
    make_article("قال وزير الخارجية\x00 إن المحادثات مستمرة", id="a" * 16),
    make_article("زار \udc00 الوفد دمشق 😀 أمس", id="b" * 16),
)
LABELS = ("PERS", "LOC", "ORG")
WHICH = st.sampled_from(range(len(ARTICLES)))
PICK = st.integers(0, 1 << 16)
SPANS = st.lists(st.tuples(st.integers(0, 18), st.integers(1, 5)), min_size=1, max_size=3)


class RandomWork(RuleBasedStateMachine):
    """Performs, undoes, redoes and restarts, and keeps the model's sheets beside the store."""

    @initialize()
    def begin(self) -> None:
        self.folder = tempfile.TemporaryDirectory()
        self.path = Path(self.folder.name) / "work.tawsim"
        self.project = Project.create(self.path, SCHEMA, name="عمل")
        self.project.add_articles(ARTICLES)
        self.done: list[Operation] = []
        self.undone: list[Operation] = []
        self.stack: list[list[Sheet]] = [[Sheet(article.id) for article in ARTICLES]]
        self.moments = list(self.stack)
        self.made = 0

    def teardown(self) -> None:
        if hasattr(self, "project"):
            self.undo_everything_and_redo_it()
            self.project.close()
            self.folder.cleanup()

    @property
    def sheets(self) -> list[Sheet]:
        """The model's own fold of what stands."""
        return self.stack[-1]

    def stand(self, operation: Operation) -> None:
        """Fold an operation in."""
        self.done.append(operation)
        self.stack.append([apply(sheet, operation) for sheet in self.stack[-1]])

    def perform(self, changes: Sequence[Change]) -> None:
        self.project.perform(operation := step(changes))
        self.stand(operation)
        self.undone.clear()
        self.moments.append(self.sheets)

    def new_id(self, kind: str) -> str:
        self.made += 1
        return derived_id(kind, self.made)

    def fragments(self, which: int, places: Sequence[tuple[int, int]]) -> tuple[Fragments, str]:
        text = ARTICLES[which].text
        fragments = fragments_of(Span(start, min(start + length, len(text))) for start, length in places)
        return fragments, covered_text(text, fragments)

    @rule(which=WHICH, places=SPANS, label=st.sampled_from(LABELS), pick=PICK)
    def tag(self, which: int, places: list[tuple[int, int]], label: str, pick: int) -> None:
        fragments, text = self.fragments(which, places)
        known = [None, *self.sheets[which].identities]
        mention = Mention(self.new_id("m"), ARTICLES[which].id, label, fragments, text, provenance(self.made))
        self.perform(add(replace(mention, identity_id=known[pick % len(known)])))

    @rule(which=WHICH, places=SPANS, picks=st.lists(PICK, max_size=3), modality=st.sampled_from(("", "future")))
    def add_event(self, which: int, places: list[tuple[int, int]], picks: list[int], modality: str) -> None:
        fragments, text = self.fragments(which, places)
        mentions = list(self.sheets[which].mentions)
        arguments = tuple(Argument(f"ROLE{i}", mentions[p % len(mentions)]) for i, p in enumerate(picks) if mentions)
        attributes = attributes_of(modality=modality) if modality else ()
        made = provenance(self.made)
        self.perform(
            add(Event(self.new_id("e"), ARTICLES[which].id, "SAY", fragments, text, made, arguments, attributes))
        )

    @rule(which=WHICH, pick=PICK, places=SPANS, label=st.sampled_from(LABELS))
    def correct(self, which: int, pick: int, places: list[tuple[int, int]], label: str) -> None:
        if mentions := list(self.sheets[which].mentions.values()):
            before = mentions[pick % len(mentions)]
            fragments, text = self.fragments(which, places)
            self.perform(
                [Change(before, replace(before, fragments=fragments, text=text, label=label, note="\x10" * 2))]
            )

    @rule(which=WHICH, pick=PICK)
    def untag(self, which: int, pick: int) -> None:
        sheet = self.sheets[which]
        if mentions := list(sheet.mentions.values()):
            gone = mentions[pick % len(mentions)]
            events = [e for e in sheet.events.values() if any(a.mention_id == gone.id for a in e.arguments)]
            self.perform(remove(gone, *events))

    @rule(pick=st.integers(0, 3))
    def toggle_identity(self, pick: int) -> None:
        identity: Identity = identity_named(f"thing-{pick}")
        sheets = self.sheets
        if identity.id not in sheets[0].identities:
            self.perform(add(identity))
            return
        freed = [
            Change(mention, replace(mention, identity_id=None))
            for sheet in sheets
            for mention in sheet.mentions.values()
            if mention.identity_id == identity.id
        ]
        self.perform([*remove(identity), *freed])

    @rule(which=WHICH, state=st.sampled_from(ArticleState), start=st.integers(0, 9))
    def finish(self, which: int, state: ArticleState, start: int) -> None:
        sheet, article_id = self.sheets[which], ARTICLES[which].id
        zone = Zone(article_id, Span(start, start + 3), state.value, ANNOTATOR)
        marked = Change(ArticleMark(article_id, sheet.state), ArticleMark(article_id, state))
        self.perform([marked, Change(sheet.zones.get(zone.id), zone)])

    @rule(
        which=WHICH, suggestion=st.sampled_from("cdef"), verdict=st.sampled_from(Verdict), scope=st.sampled_from(Scope)
    )
    def decide(self, which: int, suggestion: str, verdict: Verdict, scope: Scope) -> None:
        article_id, before = ARTICLES[which].id, self.sheets[which].decision_on(suggestion * 16)
        who = (ANNOTATOR, NOON, "بغداد", "LOC", "lexicon")
        after = Decision(self.new_id("d"), article_id, suggestion * 16, verdict, *who, 5, scope)
        self.perform([*([] if before is None else remove(before)), *add(after)])

    @precondition(lambda self: self.done)
    @rule()
    def undo(self) -> None:
        inverse = self.project.undo(annotator=ANNOTATOR, at=NOON)
        assert inverse is not None
        assert inverse.changes == self.done[-1].inverted().changes
        self.undone.append(self.done.pop())
        self.stack.pop()

    @precondition(lambda self: self.undone)
    @rule()
    def redo(self) -> None:
        assert self.project.redo(annotator=ANNOTATOR, at=NOON) == self.undone[-1]
        self.stand(self.undone.pop())

    @rule()
    def restart(self) -> None:
        self.project.close()
        self.project = Project.open(self.path)

    @rule(pick=PICK, which=WHICH)
    def look_back(self, pick: int, which: int) -> None:
        sequence = pick % len(self.moments)
        assert self.project.sheet_at(ARTICLES[which].id, sequence) == self.moments[sequence][which]

    @rule(pick=PICK, which=WHICH)
    def restore(self, pick: int, which: int) -> None:
        sequence = pick % len(self.moments)
        then = self.moments[sequence][which]
        lost = [i for i in then.identities.values() if i.id not in self.sheets[which].identities]
        self.stand(self.project.restore(ARTICLES[which].id, sequence, annotator=ANNOTATOR, at=NOON))
        self.undone.clear()
        self.moments.append(self.sheets)
        now = self.project.sheet(ARTICLES[which].id)
        assert replace(now, identities={}) == replace(then, identities={})
        assert all(i.id in now.identities for i in lost if i.id in {m.identity_id for m in now.mentions.values()})

    @invariant()
    def the_store_is_the_fold_of_the_operations(self) -> None:
        if hasattr(self, "project"):
            stored = [self.project.sheet(article.id) for article in ARTICLES]
            assert stored == self.sheets
            counted = [(row.mentions, row.events, row.decided) for row in self.project.queue()]
            assert counted == [(len(s.mentions), len(s.events), len(s.decisions)) for s in stored]
            assert (self.project.can_undo() is None, self.project.can_redo() is None) == (
                not self.done,
                not self.undone,
            )

    def undo_everything_and_redo_it(self) -> None:
        end, count = self.sheets, len(self.done)
        while self.project.undo(annotator=ANNOTATOR, at=NOON) is not None:
            count -= 1
        assert count == 0
        assert [self.project.sheet(article.id) for article in ARTICLES] == [Sheet(a.id) for a in ARTICLES]
        while self.project.redo(annotator=ANNOTATOR, at=NOON) is not None:
            count += 1
        assert count == len(self.done) + len(self.undone)
        for _ in self.undone:
            self.project.undo(annotator=ANNOTATOR, at=NOON)
        assert [self.project.sheet(article.id) for article in ARTICLES] == end
        assert self.project.check() == ()


RandomWork.TestCase.settings = settings(max_examples=10, stateful_step_count=20)
TestRandomWork = RandomWork.TestCase
