"""Learning: from lessons to a learned model, with what it is worth on articles held out from it."""

import gc
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from model.suggest.learner.candidates import Candidate
from model.suggest.learner.held_out import measure, study, train_judges
from model.suggest.learner.learned_model import LearnedModel, model_of
from model.suggest.learner.lesson import Lesson
from model.suggest.learner.parts import gather
from model.suggest.learner.preparation import alphabet_of, prepare
from model.suggest.learner.training_parts import Cancelled, labels_of, material_of, train_detector, train_edges
from model.suggest.pipeline import Pipeline, rules_pipeline

FOLDS = 3
LEAST_FREQUENT = 2
"""Features that occur once are left out."""


class TrainingCancelledError(Exception):
    """Training was cancelled; there is no model."""


def _never() -> bool:
    return False


def _unheard(_share: float) -> None:
    pass


def train(
    lessons: Sequence[Lesson],
    *,
    cancelled: Cancelled = _never,
    progress: Callable[[float], None] = _unheard,
    rules: Pipeline | None = None,
) -> LearnedModel:
    """A model of what the lessons confirm and reject, the same for the same lessons in the same order.

    ``rules`` are the suggesters that it is to complete, by default the program's own. ``progress`` is told the share
    that is done. Raises TrainingCancelledError soon after ``cancelled`` says so.
    """

    with _collection_paused():
        return _train(lessons, cancelled, progress, rules or rules_pipeline())


@contextmanager
def _collection_paused() -> Iterator[None]:
    """The millions of small values of a training hold no cycles; looking for some takes a fifth of its time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _train(
    lessons: Sequence[Lesson], cancelled: Cancelled, progress: Callable[[float], None], rules: Pipeline
) -> LearnedModel:
    def done(share: float) -> None:
        if cancelled():
            raise TrainingCancelledError
        progress(share)

    prepared, memory = prepare(lessons, rules, cancelled)
    done(0.2)
    alphabet, labels = alphabet_of(prepared, least=LEAST_FREQUENT), labels_of(prepared)
    materials = [material_of(one, alphabet, labels) for one in prepared]
    edges = train_edges(prepared, cancelled)
    done(0.3)
    detector = train_detector(materials, alphabet, labels, cancelled)
    done(0.45)
    folds = _folds(lessons)
    gathered = dict[int, list[Candidate]]()
    for number, fold in enumerate(folds):
        others = [material for at, material in enumerate(materials) if at not in fold]
        partial = train_detector(others, alphabet, labels, cancelled)
        for at in fold:
            gathered[at] = gather(prepared[at].analysis, prepared[at].contexts, partial, memory, edges)
        done(0.45 + 0.4 * (number + 1) / len(folds))
    studied = {at: study(prepared[at], gathered[at]) for at in sorted(gathered)}
    judges = train_judges(studied.values(), cancelled)
    done(0.9)
    policies, report = measure(prepared, studied, folds, cancelled)
    done(1)
    return model_of(detector, memory, edges, judges, policies, report)


def _folds(lessons: Sequence[Lesson]) -> list[frozenset[int]]:
    """The numbers of the lessons in parts, familiar ones and others spread evenly; none of a single lesson."""
    order = sorted(range(len(lessons)), key=lambda at: (lessons[at].familiar, at))
    count = min(FOLDS, len(order))
    return [frozenset(order[start::count]) for start in range(count)] if count > 1 else []
