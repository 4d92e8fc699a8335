"""What the learner adds to the rules: cross-validation, learning curves, a simulated annotator, speed.

On the sample corpus by whole pages. ``--gold FOLDER --articles FOLDER [--metadata TABLE]``: the starter's corpus is
learned and these pages are scored. ``--tokens FILE --sentences N``: articles of N sentences from a file of one token a
line; the last fifth is scored. ``--pages N`` and ``--folds N`` of the corpus; ``--curves FOLDER`` writes pictures.
"""

import argparse
from collections.abc import Iterable, Sequence
from pathlib import Path
from time import perf_counter

from benchmarks.curves import write_curves
from benchmarks.measuring import milliseconds, print_table
from benchmarks.token_files import read_lessons
from model.evaluation.tally import Tally, tally
from model.page_facts import read_page
from model.suggest.learner.lesson import Lesson
from model.suggest.learner.starter import corpus_lessons
from model.suggest.learner.suggester import LearnedSuggester
from model.suggest.learner.training import train
from model.suggest.pipeline import Pipeline, SuggesterError, rules_pipeline
from model.suggestion import SuggestionSet
from storage.commands.train import page_lessons

_KINDS = ("mentions", "events", "arguments")
_SHARES = (1 / 16, 1 / 8, 1 / 4, 1 / 2, 1)
_TESTED = 5
"""One of so many parts of a file of tokens is scored."""
Scores = dict[str, Tally]


def run(arguments: list[str]) -> int:
    """Measure and print; returns 0."""
    parser = argparse.ArgumentParser(prog="./run bench learner", description=__doc__)
    parser.add_argument("--gold", type=Path)
    parser.add_argument("--articles", type=Path)
    parser.add_argument("--metadata", type=Path)
    parser.add_argument("--tokens", type=Path)
    parser.add_argument("--sentences", type=int, default=25)
    parser.add_argument("--pages", type=int)
    parser.add_argument("--folds", type=int, default=4)
    parser.add_argument("--curves", type=Path)
    chosen = parser.parse_args(arguments)
    if chosen.tokens is not None:
        _token_file(chosen.tokens, chosen.sentences, chosen.curves)
    elif chosen.gold is not None and chosen.articles is not None:
        _other_pages(list(page_lessons(chosen.articles, chosen.gold, chosen.metadata)))
    else:
        _corpus(corpus_lessons()[: chosen.pages], chosen.folds, chosen.curves)
    return 0


def _corpus(lessons: Sequence[Lesson], folds: int, curves: Path | None) -> None:
    rules, alone = rules_pipeline(), Pipeline((), reader=read_page)
    ways: dict[str, dict[str, Scores]] = {"rules": {}, "learner alone": {}, "combined": {}}
    for fold in range(folds):
        others = [lesson for at, lesson in enumerate(lessons) if at % folds != fold]
        pipelines = {"rules": rules, "learner alone": _with(others, alone), "combined": _with(others, rules)}
        for way, pipeline in pipelines.items():
            for lesson in lessons[fold::folds]:
                _count(ways[way], lesson.article.name[:2], _scores(pipeline, lesson))
    groups = sorted(ways["rules"])
    rows = [
        (f"{group} {kind}", *(f"{ways[way][group][kind].f1:.3f}" for way in ways), ways["rules"][group][kind].gold)
        for group in [*groups[1:], groups[0]]
        for kind in _KINDS
    ]
    print_table((f"F1, {folds} folds of {len(lessons)} pages", *ways, "gold"), rows)
    first, rest = lessons[::folds], [lesson for at, lesson in enumerate(lessons) if at % folds]
    alone_curve = _curve(first, rest, alone)
    _print_curve("learner alone", alone_curve)
    if curves is not None:
        lines = {kind: [(size, scores[kind].f1) for size, scores in alone_curve] for kind in _KINDS[:2]}
        write_curves(curves / "corpus.svg", "Learner alone, sample corpus: F1", "pages confirmed", lines)
    _print_speed(lessons)


def _with(lessons: Sequence[Lesson], rules: Pipeline) -> Pipeline:
    """The rules and what the lessons teach."""
    model = train(lessons, rules=rules)
    return Pipeline((*rules.suggesters, LearnedSuggester(model.to_bytes())), reader=rules.reader)


def _count(groups: dict[str, Scores], group: str, scores: Scores) -> None:
    for name in (group, "all"):
        known = groups.setdefault(name, {})
        for kind, found in scores.items():
            known[kind] = known.get(kind, Tally()) + found


def _scores(pipeline: Pipeline, lesson: Lesson, labels: frozenset[str] | None = None) -> Scores:
    """Strict agreement of what a pipeline suggests for an article with what is confirmed in it."""
    try:
        found = pipeline.run(lesson.article, published=lesson.article.published)
    except SuggesterError as error:
        found = error.results
    mentions = [one for one in found.mentions if labels is None or one.label in labels]
    return {
        "mentions": tally(((m.label, m.hull) for m in lesson.mentions), ((m.label, m.hull) for m in mentions)),
        "events": tally(((e.label, e.hull) for e in lesson.events), ((e.label, e.hull) for e in found.events)),
        "arguments": tally(_arguments(lesson), _arguments(found)),
    }


def _arguments(annotated: Lesson | SuggestionSet) -> Iterable[tuple[object, ...]]:
    spans = {mention.id: mention.hull for mention in annotated.mentions}
    for event in annotated.events:
        for part in event.arguments:
            if part.mention_id in spans:
                yield event.hull, event.label, part.role, spans[part.mention_id]


Curve = list[tuple[int, Scores]]


def _curve(
    tested: Sequence[Lesson], lessons: Sequence[Lesson], rules: Pipeline, labels: frozenset[str] | None = None
) -> Curve:
    """Scores after learning from more and more of the lessons."""
    found = []
    for size in dict.fromkeys([0, *(round(len(lessons) * share) for share in _SHARES)]):
        pipeline = _with(lessons[:size], rules) if size else rules
        total: dict[str, Scores] = {}
        for lesson in tested:
            _count(total, "all", _scores(pipeline, lesson, labels))
        found.append((size, total["all"]))
    return found


def _print_curve(name: str, curve: Curve, kinds: Sequence[str] = _KINDS) -> None:
    rows = [(f"{size}", *(value for kind in kinds for value in _figures(found[kind]))) for size, found in curve]
    heading = [title for kind in kinds for title in (f"{kind}: P", "R", "F1")]
    print_table((f"{name}, articles learned", *heading), rows)


def _figures(found: Tally) -> tuple[str, str, str]:
    return f"{found.precision:.3f}", f"{found.recall:.3f}", f"{found.f1:.3f}"


def _print_speed(lessons: Sequence[Lesson]) -> None:
    start = perf_counter()
    model = train(lessons)
    print(f"trained on {len(lessons)} pages in {perf_counter() - start:.1f} s (budget for 50: 5 s);", end=" ")
    print(f"{len(model.to_bytes()) / 1e6:.1f} MB, on for {len(model.policies)} labels")
    suggester = LearnedSuggester(model.to_bytes())
    print(f"first article with it: {milliseconds(lambda: _with_suggester(suggester, lessons[0])):.0f} ms")


def _with_suggester(suggester: LearnedSuggester, lesson: Lesson) -> SuggestionSet:
    rules = rules_pipeline()
    return Pipeline((*rules.suggesters, suggester), reader=rules.reader).run(lesson.article)


def _other_pages(lessons: Sequence[Lesson]) -> None:
    rules = rules_pipeline()
    ways = {"rules": rules, "with the starter": _with(corpus_lessons(), rules)}
    scored: dict[str, dict[str, Scores]] = {}
    for way, pipeline in ways.items():
        for lesson in lessons:
            _count(scored.setdefault(way, {}), "all", _scores(pipeline, lesson))
    rows = [(kind, *(f"{found['all'][kind].f1:.3f}" for found in scored.values())) for kind in _KINDS]
    print_table((f"F1 on {len(lessons)} pages", *scored), rows)


def _token_file(path: Path, sentences: int, curves: Path | None) -> None:
    lessons = read_lessons(path, sentences=sentences)
    cut = len(lessons) - len(lessons) // _TESTED
    labels = frozenset(mention.label for lesson in lessons for mention in lesson.mentions)
    tokens = sum(len(lesson.article.text.split()) for lesson in lessons[:cut])
    print(f"{len(lessons)} articles of {sentences} sentences; {tokens} tokens to learn from")
    rules = Pipeline(rules_pipeline().suggesters)
    found: dict[str, Curve] = {}
    for name, base in (("with the rules", rules), ("learner alone", Pipeline(()))):
        found[name] = _curve(lessons[cut:], lessons[:cut], base, labels)
        _print_curve(name, found[name], _KINDS[:1])
    if curves is not None:
        lines = {name: [(size, scores["mentions"].f1) for size, scores in curve] for name, curve in found.items()}
        write_curves(curves / f"{path.stem}.svg", "Suggestions on the rest: F1", "articles confirmed", lines)
