"""The whole window: from the key that accepts a suggestion to the article's next frame, the operation durable by then.

``--words`` and ``--tags`` set one size instead of the three of the article view's benchmark.
"""

import argparse
import re
import tempfile
from pathlib import Path
from time import perf_counter, thread_time

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest

from benchmarks.article_view import SIZES, article
from benchmarks.measuring import figures, print_table
from benchmarks.window import Workplace, opened_window
from model.article import Article, text_digest
from model.messages import Message
from model.schema.loader import load_shipped
from model.suggestion import Source, SuggestionSet, suggest_mention
from model.text.span import Span
from storage import Project
from storage.suggesting.pipelines import project_pipeline

BUDGET_MS = 16
_LABELS = ("PERS", "ORG", "GPE", "DATE", "OCC")
_SOURCE = Source("bench", "1")
_REASON = Message("suggested for a measurement")
_WARM_UP = 5
_LOOK_SECONDS = 0.3
"""An annotator looks before the next key; what the window still does after a step does not count for the next."""

Moment = tuple[float, float]
"""By the clock and of this thread's processor, in seconds."""


def run(arguments: list[str]) -> int:
    """Print medians and 99th percentiles."""
    parser = argparse.ArgumentParser(prog="./run bench key_to_frame", description=__doc__)
    parser.add_argument("--words", type=int)
    parser.add_argument("--tags", type=int, default=100)
    parser.add_argument("--keys", type=int, default=60)
    options = parser.parse_args(arguments)
    sizes = SIZES if options.words is None else ((options.words, options.tags),)
    rows = [row for words, tags in sizes for row in _measured(words, tags, options.keys)]
    print_table((f"accept to the article's frame (budget: p99 {BUDGET_MS} ms)", "median ms", "p99 ms"), rows)
    return 0


def _measured(words: int, tags: int, keys: int) -> list[tuple[str, str, str]]:
    with tempfile.TemporaryDirectory() as folder:
        project = _project(Path(folder), words, tags)
        with opened_window(project, Path(folder)) as place:
            place.open("bench")
            times = [_accept(place) for _ in range(min(keys + _WARM_UP, tags // 2))][_WARM_UP:]
    size = f"{words} words, {tags} tags"
    clock, busy = [one[0] for one in times], [one[1] for one in times]
    return [(f"{size}: by the clock", *figures(clock)), (f"{size}: this thread's part", *figures(busy))]


def _project(folder: Path, words: int, tags: int) -> Project:
    """One article of that many words, every so manieth of them suggested."""
    text = article(words)
    spans = [Span(*match.span()) for match in re.finditer(r"\w+", text)]
    step = max(1, len(spans) // tags)
    mentions = tuple(
        suggest_mention("bench", text, span, _LABELS[at % len(_LABELS)], source=_SOURCE, score=0.8, reason=_REASON)
        for at, span in enumerate(spans[::step][:tags])
    )
    project = Project.create(folder / "bench.tawsim", load_shipped("news"), name="bench")
    project.add_articles([Article("bench", text, text_digest(text), name="bench")])
    version = project_pipeline(project).version
    project.store_suggestions("bench", SuggestionSet(mentions=mentions), pipeline_version=version)
    return project


class _Frames(QObject):
    """When the article was painted."""

    def __init__(self, place: Workplace) -> None:
        super().__init__()
        self.seen: list[Moment] = []
        place.window.pane.view.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  (Qt's name)
        """Note each paint event as it comes; the painting itself is what ``article_view`` measures."""
        if event.type() is QEvent.Type.Paint:
            self.seen.append(_now())
        return False


def _accept(place: Workplace) -> Moment:
    """Accept the current suggestion; the milliseconds until the article is painted with it."""
    changed: list[Moment] = []
    connection = place.window.session.changed.connect(lambda _: changed.append(_now()))
    frames = _Frames(place)
    start = _now()
    QTest.keyClick(place.focus, Qt.Key.Key_Space)
    place.wait(lambda: bool(changed) and any(frame > changed[0] for frame in frames.seen))
    frame = next(frame for frame in frames.seen if frame > changed[0])
    place.window.session.changed.disconnect(connection)
    place.window.pane.view.viewport().removeEventFilter(frames)
    looked = perf_counter() + _LOOK_SECONDS
    place.wait(lambda: perf_counter() > looked)
    return 1000 * (frame[0] - start[0]), 1000 * (frame[1] - start[1])


def _now() -> Moment:
    return perf_counter(), thread_time()
