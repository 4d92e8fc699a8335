"""Search through a big project: first rows and all of them, same everywhere, acting, and what the index costs.

``--articles N`` (10,000) of ``--words N`` (300) each with ``--mentions N`` (30), from a vocabulary that thins out as
that of real news does; ``--corpus FILE`` reads texts instead, lines of JSON with ``body``. ``--rounds N`` (5).
"""

import argparse
import json
import random
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from itertools import accumulate, islice, product
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

from benchmarks.measuring import milliseconds, print_table
from model.annotation import Mention, Provenance
from model.article import Article, text_digest
from model.operations.author import Author
from model.operations.spots import Spot, TagSpots
from model.schema.loader import load_shipped
from model.search.equals import Template
from model.search.parsing import parse_query
from model.text.tokens import tokenize
from storage import Project, QueueQuery
from storage.search.acting import act_at
from storage.search.portions import Portions

_ROOTS = "بتثجحخدذرزسشصضطظعغفقكلمن"
_SHAPES = ("{}{}{}", "{}ا{}{}", "م{}{}و{}", "ت{}{}ي{}", "{}{}ا{}ة", "م{}ا{}{}", "ا{}ت{}ا{}")
_CLITICS = ("", "", "", "", "ال", "ال", "و", "وال", "ب", "بال", "لل", "ل")
_VOCABULARY = 20_000
_LABELS = ("PERS", "GPE", "ORG", "DATE")
_NOW = datetime(2026, 1, 1, tzinfo=UTC)
_PORTION = 500
_QUERIES = {
    "a word in one article of five": "بغداد",
    "… as it is written": '"بغداد"',
    "a word in nearly all": "وزير",
    "a word in one of a thousand": "العاصفة",
    "two words side by side": "وزير الخارجية",
    "a star": "عاصف*",
    "a regular expression": r"/\bع\wص\w+/",
    "tags of a type": "PERS",
    "a tag before a word": "PERS before:5 بغداد",
}


def run(arguments: list[str]) -> int:
    """Make the project, measure and print; returns 0."""
    parser = argparse.ArgumentParser(prog="./run bench search", description=__doc__)
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--words", type=int, default=300)
    parser.add_argument("--mentions", type=int, default=30)
    parser.add_argument("--corpus", type=Path)
    parser.add_argument("--rounds", type=int, default=5)
    chosen = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder, closing(_made(Path(folder) / "big.tawsim", chosen)) as project:
        rows = [_measured(name, project, query, chosen.rounds) for name, query in _QUERIES.items()]
        rows += [_queue(project, chosen.rounds), *_everywhere(project, chosen.rounds)]
        print_table(("what", "first rows ms", "all ms", "hits"), rows)
    return 0


def _made(path: Path, chosen: argparse.Namespace) -> Project:
    texts = _read(chosen.corpus) if chosen.corpus else _texts(chosen.articles, chosen.words)
    project = Project.create(path, load_shipped("news"), name="big")
    start, count = perf_counter(), 0
    while portion := [_article(count + at, text) for at, text in enumerate(islice(texts, _PORTION))]:
        with project.one_transaction():
            project.add_articles(portion)
            project.add_annotations(one for article in portion for one in _mentions(article, chosen.mentions))
        count += len(portion)
    size = path.stat().st_size / (1 << 20)
    print(
        f"{count} articles, {count * chosen.mentions} mentions: {size:.0f} MB, made in {perf_counter() - start:.1f} s"
    )
    return project


def _read(corpus: Path) -> Iterator[str]:
    with corpus.open(encoding="utf-8") as lines:
        yield from (json.loads(line)["body"] for line in lines)


def _texts(articles: int, words: int) -> Iterator[str]:
    stems = [shape.format(*root) for shape in _SHAPES for root in product(_ROOTS, repeat=3)][::4][:_VOCABULARY]
    random.Random(0).shuffle(stems)
    weights = list(accumulate(1 / rank for rank in range(1, len(stems) + 1)))
    for number in range(articles):
        chance = random.Random(number)
        drawn = chance.choices(stems, cum_weights=weights, k=words)
        written = [chance.choice(_CLITICS) + word for word in drawn]
        for word, share in (("وزير الخارجية", 0.9), ("بغداد", 0.2), ("العاصفة", 0.001)):
            if chance.random() < share:
                written[chance.randrange(words)] = word
        yield "".join(word + (".\n" if at % 25 == 24 else " ") for at, word in enumerate(written))


def _article(number: int, text: str) -> Article:
    published = date(2022, 1, 1) + timedelta(days=number % 1200)
    title = text[:60].partition("\n")[0]
    return Article(f"a{number}", text, text_digest(text), title=title, outlet=f"o{number % 20}", published=published)


def _mentions(article: Article, count: int) -> Iterator[Mention]:
    words = [token for token in tokenize(article.text) if token.is_word]
    made = Provenance("bench", _NOW)
    for number, token in enumerate(words[:: max(1, len(words) // max(1, count))][:count]):
        label = _LABELS[number % len(_LABELS)]
        yield Mention(f"m{number}", article.id, label, (token.span,), token.span.of(article.text), made)


def _measured(name: str, project: Project, query: str, rounds: int) -> tuple[str, str, str, int]:
    parsed = parse_query(query, project.schema)
    return _row(name, lambda: project.search(parsed), rounds)


def _row(name: str, make: Callable[[], Portions[Any]], rounds: int) -> tuple[str, str, str, int]:
    runs = [_gone_through(make()) for _ in range(rounds)]
    first, whole = (median(times) for times in ([one[0] for one in runs], [one[1] for one in runs]))
    return name, f"{first:.1f}", f"{whole:.1f}", len(runs[0][2])


def _gone_through(search: Portions[Any]) -> tuple[float, float, list[Any]]:
    """Milliseconds until the first rows came and until all had come, and the rows."""
    start, first, found = perf_counter(), 0.0, list[Any]()
    while not search.is_finished:
        found += search.next_hits()
        if found and not first:
            first = 1000 * (perf_counter() - start)
    whole = 1000 * (perf_counter() - start)
    return first or whole, whole, found


def _queue(project: Project, rounds: int) -> tuple[str, str, str, int]:
    query = QueueQuery(text="بغداد", limit=200)
    times = [milliseconds(lambda: (project.queue(query), project.queue_length(query))) for _ in range(rounds)]
    return "the queue's search box", f"{median(times):.1f}", f"{median(times):.1f}", project.queue_length(query)


def _everywhere(project: Project, rounds: int) -> Sequence[tuple[str, str, str, int]]:
    first = project.article_ids()[0]
    rows = []
    for word in ("بغداد", "وزير"):
        template = Template(word, "GPE", event=False)
        rows.append(_row(f"same everywhere: {word}", lambda one=template: project.equals(one, first=first), rounds))  # type: ignore[misc]
    _, _, found = _gone_through(project.equals(Template("بغداد", "GPE", event=False), first=first))
    spots = [Spot(one.hit.article_id, one.hit.span) for one in found]
    author = Author("bench", _NOW)
    acting = milliseconds(lambda: act_at(project, TagSpots("GPE", event=False), spots, author, lambda *_: True))
    undoing = milliseconds(lambda: project.undo(annotator="bench", at=_NOW))
    rows += [
        ("… tagging all of them", "", f"{acting:.0f}", len(spots)),
        ("… undoing that", "", f"{undoing:.0f}", len(spots)),
    ]
    return rows
