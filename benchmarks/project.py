"""A big project: opening it, its queue, filters and search in titles, progress, one article.

``--articles N`` (10,000; the budget speaks of 100,000) with ``--spans N`` each (50); ``--rounds N`` (7).
"""

import argparse
import random
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from time import perf_counter

from benchmarks.measuring import FIGURES, figures, milliseconds, print_table
from model.annotation import Argument, Event, Mention, Provenance
from model.article import Article, ArticleState, text_digest
from model.operation import Record
from model.schema.loader import load_shipped
from model.text.span import Span
from model.text.tokens import tokenize
from storage import Project, QueueQuery, QueueSort

_WORDS = (
    "قال وزير الخارجية إن الاجتماع مع نظيره في بغداد بحث ملف القوات والجنود منذ عام على أن يستمر الحوار بين البلدين "
    "بلا شروط حسب وكالة الأنباء ودعا رئيس الوزراء المحافظات إلى دعم المزارعين بعد موجة الجفاف في الجنوب"
).split()
_OUTLETS = ("دجلة اليوم", "الفرات برس", "أطلس بريس", "بحر نيوز", "الشام الآن")
_LABELS = ("PERS", "ORG", "GPE", "OCC", "DATE", "NORP")
_BY = Provenance("bench", datetime(2026, 1, 1, tzinfo=UTC))
_PORTION = 500
_WORDS_OF_TEXT = 120
_EVENT_SHARE = 10
_RARE = "العاصفة"
"""A word in the title of one article in a thousand."""


def run(arguments: list[str]) -> int:
    """Make the project, measure and print; returns 0."""
    parser = argparse.ArgumentParser(prog="./run bench project", description=__doc__)
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--spans", type=int, default=50)
    parser.add_argument("--rounds", type=int, default=7)
    chosen = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "big.tawsim"
        start = perf_counter()
        make_project(path, chosen.articles, chosen.spans)
        size = path.stat().st_size / (1 << 20)
        print(f"{chosen.articles} articles, {chosen.articles * chosen.spans} spans: {size:.0f} MB, ", end="")
        print(f"made in {perf_counter() - start:.0f} s")
        first = milliseconds(lambda: _open(path))
        times = {"opening (budget: 1500 ms)": [milliseconds(lambda: _open(path)) for _ in range(chosen.rounds)]}
        with closing(Project.open(path)) as project:
            for name, ask in _questions(project).items():
                times[name] = [milliseconds(ask) for _ in range(chosen.rounds)]
    print_table(("what", *FIGURES), [(name, *figures(found)) for name, found in times.items()])
    print(f"first opening of the day, until its backup was complete: {first:.0f} ms")
    return 0


def _open(path: Path) -> None:
    """What the window waits for: the project, its progress, and the first rows of the queue."""
    with closing(Project.open(path)) as project:
        project.progress()
        project.queue(QueueQuery(limit=200))


def _questions(project: Project) -> dict[str, Callable[[], object]]:
    middle = project.article_ids()[len(project.article_ids()) // 2]

    def asking(query: QueueQuery) -> Callable[[], object]:
        return lambda: (project.queue(query), project.queue_length(query))

    return {
        "queue (budget: 100 ms)": asking(QueueQuery(limit=200)),
        "… of two states": asking(QueueQuery(states=(ArticleState.DONE, ArticleState.STARTED), limit=200)),
        "… of one outlet": asking(QueueQuery(outlets=_OUTLETS[:1], limit=200)),
        "… of a month": asking(QueueQuery(published_from=date(2024, 3, 1), published_to=date(2024, 3, 31), limit=200)),
        "… by mentions, most first": asking(QueueQuery(sort=QueueSort.MENTIONS, descending=True, limit=200)),
        "… by title": asking(QueueQuery(sort=QueueSort.TITLE, limit=200)),
        "search, a rare word (budget: 200 ms)": asking(QueueQuery(text=_RARE, limit=200)),
        "search, two common words": asking(QueueQuery(text="وزير بغداد", limit=200)),
        "progress": project.progress,
        "one article with its sheet": lambda: (project.article(middle), project.sheet(middle)),
    }


def make_project(path: Path, articles: int, spans: int) -> None:
    choose = random.Random(articles)
    with closing(Project.create(path, load_shipped("news"), name="big")) as project:
        for first in range(0, articles, _PORTION):
            made = [_article(number, choose) for number in range(first, min(first + _PORTION, articles))]
            with project.one_transaction():
                project.add_articles(made)
                project.add_annotations(record for article in made for record in _annotations(article, spans))


def _article(number: int, choose: random.Random) -> Article:
    title = " ".join(choose.choices(_WORDS, k=8)) + (f" {_RARE}" if number % 1000 == 7 else "")
    text = f"{title}\n{' '.join(choose.choices(_WORDS, k=_WORDS_OF_TEXT))} {number}"
    return Article(
        f"article-{number}",
        text,
        text_digest(text),
        title=title,
        name=f"{number}.txt",
        outlet=choose.choice(_OUTLETS),
        published=date(2022, 1, 1) + timedelta(days=number % 1200),
        state=choose.choice(tuple(ArticleState)),
    )


def _annotations(article: Article, count: int) -> Iterator[Record]:
    """Mentions and, after them, events with one argument each, on the words of an article one after another."""
    words = [token.span for token in tokenize(article.text)]
    events = count // _EVENT_SHARE
    for number in range(count - events):
        label = _LABELS[number % len(_LABELS)]
        yield Mention(f"m{number}", article.id, label, *_cover(article, words, number), _BY)
    for number in range(events):
        argument = Argument("actor", f"m{number}")
        yield Event(f"e{number}", article.id, "STATEMENT", *_cover(article, words, 2 * number), _BY, (argument,))


def _cover(article: Article, words: list[Span], number: int) -> tuple[tuple[Span, ...], str]:
    span = words[number % len(words)]
    return (span,), span.of(article.text)
