"""Import and export: seconds, articles a second and peak memory, for each format.

``run(["--articles", "10000"])`` makes that many articles of some 300 words with 100 mentions and 10 events each
(2,000 by default) and runs every measurement in a process of its own.
"""

import argparse
import multiprocessing
import random
import resource
import tempfile
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from time import perf_counter

from model.annotation import Argument, Event, Identity, Mention, Provenance, attributes_of
from model.article import Article, text_digest
from model.identifiers import derived_id
from model.schema.loader import load_shipped
from model.sheet import Sheet
from model.text.span import Span
from storage.exporting import EXPORT_FORMATS, export
from storage.importing import ImportOptions, carry_out, plan_import
from storage.interchange.writing import article_line, content_of, header
from storage.project import Project

NOON = datetime(2026, 1, 1, 12, tzinfo=UTC)
_WORDS = (
    "قال وزير الخارجية في مؤتمر صحفي إن الاجتماع مع نظيره بحث ملف الحدود والمياه وعودة اللاجئين إلى ديارهم منذ عام "
    "على أن تستمر المحادثات بين البلدين بلا شروط مسبقة حسب بيان الوزارة التي أكدت وصول القوات بعد هجوم استهدف قافلة "
    "بغداد دمشق بيروت القاهرة الرياض واشنطن موسكو أنقرة طهران عمّان"
).split()
_LABELS = ("PERS", "ORG", "GPE", "DATE", "OCC")
_MENTIONS, _EVENTS, _IDENTITIES = 100, 10, 5000


@dataclass(frozen=True)
class Figures:
    """One measurement; ``megabytes`` is the peak of its process, helpers not counted."""

    name: str
    seconds: float
    megabytes: float


def articles(count: int) -> Iterator[tuple[Article, Sheet]]:
    """Articles with their sheets, the same at each call."""
    for number in range(count):
        yield _article(number, random.Random(number))


def _article(number: int, chance: random.Random) -> tuple[Article, Sheet]:
    words = [*chance.choices(_WORDS, k=300), str(number)]
    text = "".join(word + (".\n" if at % 25 == 24 else " ") for at, word in enumerate(words))
    starts = [0]
    for word in words:
        starts.append(starts[-1] + len(word) + (2 if len(starts) % 25 == 0 else 1))
    article = Article(
        derived_id("bench", number),
        text,
        text_digest(text),
        title=" ".join(words[:8]),
        name=f"{number}.txt",
        outlet=f"outlet {number % 20}",
        published=date(2020, 1, 1) + timedelta(days=number % 2000),
    )
    return article, _sheet(article, words, starts, chance)


def _sheet(article: Article, words: Sequence[str], starts: Sequence[int], chance: random.Random) -> Sheet:
    made = Provenance("bench", NOON, duration_ms=900)
    mentions, identities = {}, {}
    for at in sorted(chance.sample(range(290), _MENTIONS)):
        end = at + chance.randint(1, 3)
        span = Span(starts[at], starts[end - 1] + len(words[end - 1]))
        identity = _identity(chance.randrange(_IDENTITIES))
        identities[identity.id] = identity
        key = derived_id(article.id, at)
        mentions[key] = Mention(
            key, article.id, chance.choice(_LABELS), (span,), span.of(article.text), made, identity_id=identity.id
        )
    events = {}
    for at in sorted(chance.sample(range(290), _EVENTS)):
        key, span = derived_id(article.id, "event", at), Span(starts[at], starts[at] + len(words[at]))
        arguments = tuple(Argument(role, chance.choice([*mentions])) for role in ("actor", "recipient"))
        attributes = attributes_of(modality="future")
        events[key] = Event(key, article.id, "CONSULT", (span,), span.of(article.text), made, arguments, attributes)
    return Sheet(article.id, mentions=mentions, events=events, identities=identities)


def _identity(number: int) -> Identity:
    return Identity(derived_id("bench identity", number), f"thing_{number}", "GPE", name=_WORDS[number % len(_WORDS)])


def run(arguments: Sequence[str]) -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="./run bench import_export")
    parser.add_argument("--articles", type=int, default=2000)
    count = parser.parse_args(arguments).articles
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        schema = load_shipped("news")
        with (folder / "made.jsonl").open("wb") as stream:
            stream.write(content_of(header("bench", schema)))
            stream.writelines(content_of(article_line(article, sheet)) for article, sheet in articles(count))
        (folder / "pages").mkdir()
        for article, _ in articles(min(count, 500)):
            (folder / "pages" / article.name).write_text(article.text, encoding="utf-8")
        print(f"{count} articles, {count * (_MENTIONS + _EVENTS)} spans")
        print(f"{'':28}{'seconds':>9}{'articles/s':>12}{'MB peak':>9}")
        _print(_alone(_import, folder, "made.jsonl", "project"), count)
        _print(_alone(_import, folder, "pages", "pages project"), min(count, 500))
        for format_name in EXPORT_FORMATS:
            _print(_alone(_export, folder, format_name), count)
    return 0


def _alone(work: Callable[..., None], folder: Path, *names: str) -> Figures:
    with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as pool:
        seconds, megabytes = pool.submit(_measured, work, folder, names).result()
    return Figures(f"{work.__name__.strip('_')} {names[0]}", seconds, megabytes)


def _measured(work: Callable[..., None], folder: Path, names: Sequence[str]) -> tuple[float, float]:
    start = perf_counter()
    work(folder, *names)
    return perf_counter() - start, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _import(folder: Path, source: str, name: str) -> None:
    with Project.create(folder / f"{name}.tawsim", load_shipped("news"), name=name) as project:
        plan = plan_import([folder / source], ImportOptions(), project=project, progress=_watched)
        carry_out(plan, project, with_problems=False, annotator="bench", at=NOON, progress=_watched)


def _export(folder: Path, format_name: str) -> None:
    with Project.open(folder / "project.tawsim", shared=True) as project:
        export(project, format_name, folder / f"out-{format_name}", progress=_watched)


def _watched(_done: int, _total: int | None) -> bool:
    return True


def _print(figures: Figures, count: int) -> None:
    rate = count / figures.seconds
    print(f"{figures.name:28}{figures.seconds:9.1f}{rate:12.0f}{figures.megabytes:9.0f}", flush=True)
