"""The article view: first paint, scrolling, and from a changed tag to the painted screen.

``run(["--json"])`` prints JSON instead of a table. Runs off screen unless ``QT_QPA_PLATFORM`` says otherwise.
"""

import json
import os
import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from statistics import median, quantiles
from time import perf_counter, thread_time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ui.article import Tag
    from ui.article.view import ArticleView

SIZES = ((500, 100), (5_000, 1_000), (50_000, 5_000))
"""Words and tags of the articles."""
WIDTH, HEIGHT = 1000, 800
_ROUNDS = 60
_WORDS = (
    "قال وزير الخارجية العراقي إن الاجتماع مع نظيره الأميركي في بغداد بحث ملف القوات NATO و3,000 جندي "
    "وبالعراق منذ عام 2017 على أن يستمر الحوار الاستراتيجي بين البلدين بلا شروط مسبقة حسب وكالة AFP"
).split()
_LABELS = ("PERS", "ORG", "GPE", "DATE", "OCC")


@dataclass(frozen=True)
class Figures:
    """Milliseconds: median and 99th percentile by the clock, and the median of what this thread computed."""

    name: str
    words: int
    tags: int
    median: float
    p99: float
    computed: float


def article(words: int) -> str:
    """A made-up text of that many words in lines of 20 to 70, always the same for a number of words."""
    choose = random.Random(words)
    lines, left = [], words
    while left > 0:
        count = min(left, choose.randint(20, 70))
        lines.append(" ".join(choose.choices(_WORDS, k=count)) + ".")
        left -= count
    return "\n".join(lines)


def _figures(name: str, size: tuple[int, int], act: Callable[[], object], rounds: int = _ROUNDS) -> Figures:
    clock, computed = [], []
    for _ in range(rounds):
        started, busy = perf_counter(), thread_time()
        act()
        clock.append(1000 * (perf_counter() - started))
        computed.append(1000 * (thread_time() - busy))
    p99 = quantiles(clock, n=100, method="inclusive")[98]
    return Figures(name, *size, round(median(clock), 2), round(p99, 2), round(median(computed), 2))


def _tags(text: str, count: int) -> list["Tag"]:
    from ui.article import Tag, TagKind, TagState
    from ui.article.word_cuts import word_spans

    spans = sorted(random.Random(1).sample(list(word_spans(text)), count))
    return [
        Tag(
            id=str(number),
            kind=TagKind.EVENT if number % 5 == 0 else TagKind.MENTION,
            state=TagState.SUGGESTED if number % 3 else TagState.CONFIRMED,
            label=_LABELS[number % len(_LABELS)],
            label_text="جهة",
            fragments=(span,),
            score=0.7,
            detail="من معجم البلدان",
        )
        for number, span in enumerate(spans)
    ]


def _measure(size: tuple[int, int]) -> Iterator[Figures]:
    from PySide6.QtWidgets import QApplication

    from ui.article.view import ArticleView

    text = article(size[0])
    tags = _tags(text, size[1])
    view = ArticleView()
    view.resize(WIDTH, HEIGHT)
    view.show()
    QApplication.processEvents()

    def open_article() -> None:
        view.set_article(text)
        view.set_tags(tags)
        view.viewport().repaint()

    yield _figures("first paint", size, open_article, rounds=7)
    while view.laying_out:
        QApplication.processEvents()
    bar = view.verticalScrollBar()

    def scroll() -> None:
        bar.setValue(bar.value() + 60 if bar.value() + 60 < bar.maximum() else 0)
        QApplication.processEvents()

    yield _figures("scroll frame", size, scroll)
    bar.setValue(bar.maximum() // 2)
    QApplication.processEvents()
    yield from _changes(view, tags, size)
    view.close()
    view.deleteLater()
    QApplication.processEvents()


def _changes(view: "ArticleView", tags: Sequence["Tag"], size: tuple[int, int]) -> Iterator[Figures]:
    from PySide6.QtWidgets import QApplication

    from ui.article import TagState

    choose = random.Random(2)
    middle = view.text_position_at(view.viewport().rect().center()) or 0
    near = [tag for tag in tags if abs(tag.fragments[0].start - middle) < 400] or tags[:10]

    def change() -> None:
        tag = view.state.tags[choose.choice(near).id]
        confirmed = tag.state is TagState.CONFIRMED
        other = replace(tag, state=TagState.SUGGESTED if confirmed else TagState.CONFIRMED)
        view.update_tags({tag.id: other})
        QApplication.processEvents()

    def remove_or_add() -> None:
        tag = choose.choice(near)
        view.update_tags({tag.id: None if tag.id in view.state.tags else tag})
        QApplication.processEvents()

    def step() -> None:
        view.set_current(choose.choice(near).id)
        QApplication.processEvents()

    yield _figures("tag changed to painted", size, change)
    yield _figures("next current tag to painted", size, step)
    yield _figures("tag added or removed to painted", size, remove_or_add)


def run(arguments: list[str]) -> int:
    """Measure all sizes and print milliseconds; returns 0."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    application = QApplication.instance() or QApplication([])
    found = [figures for size in SIZES for figures in _measure(size)]
    if "--json" in arguments:
        print(json.dumps([vars(figures) for figures in found]))
        return 0
    print(f"{'':34}{'words':>8}{'tags':>7}{'median ms':>11}{'p99 ms':>9}{'computed':>10}")
    for figures in found:
        print(
            f"{figures.name:34}{figures.words:>8}{figures.tags:>7}{figures.median:>11}{figures.p99:>9}{figures.computed:>10}"
        )
    del application
    return 0
