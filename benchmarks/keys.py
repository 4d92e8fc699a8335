"""Keystrokes for a final tag: a scripted annotator brings suggestions to gold in the real window.

Two ways of working over pages of the sample corpus: mending what is wrong and accepting the rest at once, and answering
one question after another. Clicks count as one, selecting with the pointer as two. A tag is right when its place and
type are those of gold; roles, values and identities are left as they come. The time from a key to the painted window,
the operation being durable in between, is taken in the same run. ``--pages N`` (6; each takes some seconds).
"""

import argparse
import itertools
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from time import perf_counter, process_time
from typing import TYPE_CHECKING

from benchmarks.measuring import FIGURES, CorpusPage, corpus_pages, figures, print_table
from model.annotation import Annotation, Mention, Provenance
from model.gold_page import annotations_of
from model.schema.loader import load_shipped
from model.suggestion import SuggestedMention, Suggestion
from model.text.edges import Edge, EdgeMove, Unit, moved
from model.text.span import Fragments, Span
from storage import Project
from storage.suggesting.pipelines import project_pipeline

if TYPE_CHECKING:
    from benchmarks.window import Workplace

_MOVES = [EdgeMove(edge, unit, step) for unit in reversed(Unit) for edge in Edge for step in (-1, 1)]
_MOST_MOVES = 3
_ROUNDS_OF_CLICKS = 3


@dataclass(frozen=True, slots=True)
class Goal:
    """A tag of gold: mention or event, its type and place."""

    is_mention: bool
    label: str
    fragments: Fragments


@dataclass(slots=True)
class Account:
    """What a way of working came to."""

    acts: int = 0
    tags: int = 0
    wrong: int = 0
    clock: list[float] = field(default_factory=list)
    processor: list[float] = field(default_factory=list)


def run(arguments: list[str]) -> int:
    """Work through the pages in both ways and print; returns 0."""
    parser = argparse.ArgumentParser(prog="./run bench keys", description=__doc__)
    parser.add_argument("--pages", type=int, default=6)
    pages = corpus_pages(parser.parse_args(arguments).pages)
    ways: dict[str, Callable[[Annotator], None]] = {
        "mend, then accept all": Annotator.mend_then_accept_all,
        "one after another": Annotator.answer_one_by_one,
    }
    rows, times = [], dict[str, list[float]]()
    for name, way in ways.items():
        account = _work(pages, way)
        per_tag = account.acts / max(account.tags, 1)
        rows.append((name, account.acts, account.tags, f"{per_tag:.2f}", account.wrong))
        times[f"{name}: by the clock"] = account.clock
        times[f"{name}: of the processor"] = account.processor
    print_table((f"{len(pages)} pages (budget: 0.5)", "acts", "tags", "acts/tag", "off gold"), rows)
    print_table(("key to durable and painted", *FIGURES), [(name, *figures(found)) for name, found in times.items()])
    return 0


def _work(pages: list[CorpusPage], way: Callable[["Annotator"], None]) -> Account:
    from benchmarks.window import opened_window

    account = Account()
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        project = Project.create(folder / "keys.tawsim", load_shipped("news"), name="keys")
        pipeline = project_pipeline(project)
        with project.one_transaction():
            for page in pages:
                project.add_articles([page.article])
                found = pipeline.run(page.article, published=page.published)
                project.store_suggestions(page.article.id, found, pipeline_version=pipeline.version)
        with opened_window(project, folder) as workplace:
            for page in pages:
                workplace.open(page.article.id)
                annotator = Annotator(workplace, _goals(page), account)
                way(annotator)
                annotator.add_what_is_missing()
                annotator.close_the_books()
            account.acts = workplace.acts
    return account


def _goals(page: CorpusPage) -> frozenset[Goal]:
    by = Provenance("gold", datetime(2026, 1, 1, tzinfo=UTC))
    found = annotations_of(page.gold, page.article.id, page.article.text, by)
    return frozenset({*map(_goal_of, found.mentions), *map(_goal_of, found.events)})


def _goal_of(item: Annotation | Suggestion) -> Goal:
    return Goal(isinstance(item, Mention | SuggestedMention), item.label, item.fragments)


class Annotator:
    """Knows the gold of the open article and strives for it with keys and clicks."""

    def __init__(self, workplace: "Workplace", goals: frozenset[Goal], account: Account) -> None:
        self._at = workplace
        self._goals = goals
        self._account = account

    def mend_then_accept_all(self) -> None:
        """Go to the wrong suggestions only, then accept what is left in one step."""
        while wrong := next((one for one in self._at.state.open if _goal_of(one) not in self._goals), None):
            self._go_to(wrong)
            self._mend(wrong)
        if self._at.state.open:
            self._accept_all()

    def answer_one_by_one(self) -> None:
        """Answer every question in the order of the text."""
        while self._at.state.open:
            asked = next((one for one in self._at.state.open if one.id == self._at.state.current), None)
            if asked is None:
                self._key("next_question")
            elif _goal_of(asked) in self._goals:
                self._key("accept")
            else:
                self._mend(asked)

    def add_what_is_missing(self) -> None:
        """Select and tag what gold has and the sheet has not."""
        for goal in sorted(self._goals - self._standing(), key=lambda goal: goal.fragments):
            if len(goal.fragments) == 1:
                self._at.select(goal.fragments[0])
                self._label(goal)

    def close_the_books(self) -> None:
        """Mark the article done; count its tags, and those that differ from gold."""
        standing = self._standing()
        self._account.tags += len(standing)
        self._account.wrong += len(standing ^ self._goals)
        self._key("done")

    def _standing(self) -> frozenset[Goal]:
        return frozenset(map(_goal_of, self._at.state.annotations))

    def _go_to(self, item: Suggestion) -> None:
        for _ in range(_ROUNDS_OF_CLICKS):
            if self._at.state.current == item.id or not self._at.click(item.fragments[0]):
                break
        for _ in self._at.state.open:
            if self._at.state.current != item.id:
                self._key("next_question")
        if self._at.state.current != item.id:
            raise RuntimeError(f"no key leads to {item.text}")

    def _mend(self, item: Suggestion) -> None:
        """Another type, other edges, or away with it: what leads to a tag of gold that nothing else leads to."""
        own = _goal_of(item)
        led_to = self._standing() | {_goal_of(one) for one in self._at.state.open}
        wanted = [goal for goal in self._goals - led_to if goal.is_mention is own.is_mention]
        relabelled = next((goal for goal in wanted if goal.fragments == own.fragments), None)
        moves = next(filter(None, (self._moves(own, goal) for goal in wanted if goal.label == own.label)), None)
        if relabelled is not None:
            self._label(relabelled)
        elif moves is not None:
            for move in moves:
                self._key(_action_of(move))
        if item.id in self._at.state.open_ids:
            self._go_to(item)
            self._key("reject")
        if item.id in self._at.state.open_ids:
            raise RuntimeError(f"no key answers {item.text} ({item.label})")

    def _moves(self, own: Goal, goal: Goal) -> tuple[EdgeMove, ...] | None:
        """The fewest steps of edges from one place to an overlapping one."""
        start, target = own.fragments[0], goal.fragments[0]
        if len(own.fragments) > 1 or len(goal.fragments) > 1 or not start.overlaps(target):
            return None
        paths: dict[Span, tuple[EdgeMove, ...]] = {start: ()}
        for _ in range(_MOST_MOVES):
            for (place, path), move in itertools.product(list(paths.items()), _MOVES):
                reached = moved(self._at.state.article.text, place, move)
                if reached is not None:
                    paths.setdefault(reached, (*path, move))
            if target in paths:
                return paths[target]
        return None

    def _label(self, goal: Goal) -> None:
        schema = self._at.window.session.project.schema
        digit = (schema.mention_labels if goal.is_mention else schema.event_labels)[goal.label].key
        if digit is not None:
            self._key(f"{'mention' if goal.is_mention else 'event'}_{digit}")
        else:
            self._choose(goal.label if goal.is_mention else f"event:{goal.label}", goal.label)

    def _choose(self, key: str, name: str) -> None:
        """Type as much of a type's name as the chooser needs."""
        from PySide6.QtCore import Qt
        from PySide6.QtWidgets import QApplication, QListWidget

        from ui.parts.chooser import Chooser

        self._key("type_label")
        (chooser,) = [one for one in QApplication.topLevelWidgets() if isinstance(one, Chooser) and one.isVisible()]
        rows = chooser.findChildren(QListWidget)[0]
        for letter in name:
            if rows.count() and rows.item(rows.currentRow()).data(Qt.ItemDataRole.UserRole) == key:
                break
            self._at.type(letter)
        self._press("Return")
        self._at.settle()

    def _accept_all(self) -> None:
        """The preview blocks until it is answered, so its answer is given from the event loop."""
        from PySide6.QtCore import QTimer
        from PySide6.QtWidgets import QApplication, QDialog

        def answer() -> None:
            if isinstance(QApplication.activeModalWidget(), QDialog):
                self._press("Return")
            else:
                QTimer.singleShot(5, answer)

        QTimer.singleShot(0, answer)
        self._key("accept_all", timed=False)

    def _press(self, key: str) -> None:
        from ui.keys.chord import Chord

        self._at.press(Chord(key))

    def _key(self, action: str, *, timed: bool = True) -> None:
        clock, processor = perf_counter(), process_time()
        self._at.do(action)
        if timed:
            self._account.clock.append(1000 * (perf_counter() - clock))
            self._account.processor.append(1000 * (process_time() - processor))


def _action_of(move: EdgeMove) -> str:
    suffix = {Unit.LETTER: "", Unit.CLITIC: "_clitic", Unit.WORD: "_word"}[move.unit]
    return f"{move.edge}_{'later' if move.step > 0 else 'earlier'}{suffix}"
