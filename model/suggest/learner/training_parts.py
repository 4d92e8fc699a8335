"""Trains the parts of a learned model from prepared lessons."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from model.suggest.learner.analysis import Analysis
from model.suggest.learner.candidates import EVENT, MENTION, Candidate
from model.suggest.learner.classifier import Classifier, train_classifier
from model.suggest.learner.detector import Detector, Reader
from model.suggest.learner.edges import EdgeFinder, edges_of
from model.suggest.learner.features import Alphabet
from model.suggest.learner.layers import OUTSIDE, Tags
from model.suggest.learner.parts import NO, VERDICTS, YES
from model.suggest.learner.perceptron import Floats, Sentence, Weights, sentence_of, train_perceptron
from model.suggest.learner.preparation import Prepared, parents_of
from model.suggest.learner.roles import NONE, Deed, Filler, Scene

Cancelled = Callable[[], bool]
EPOCHS = 6
LEAST_EDGES, LEAST_JUDGED, LEAST_ROLES = 2, 3, 3
_EDGES_PULL, _JUDGES_PULL, _ROLES_PULL = 0.3, 2.5, 4.0


@dataclass(frozen=True)
class Labels:
    """What the lessons use: labels of mentions as tags, labels of events."""

    tags: Tags
    triggers: tuple[str, ...]


@dataclass
class Material:
    """A lesson as the perceptrons learn it: sentences with their right labels, layer by layer."""

    sentences: list[Sentence]
    outer: list[list[int]]
    triggers: list[list[int]]
    inside: list[Sentence]
    inner: list[list[int]]


def labels_of(prepared: Iterable[Prepared]) -> Labels:
    """The labels that were confirmed."""
    used = sorted({tag for one in prepared for tag, _ in one.confirmed})
    mentions = [tag.removeprefix(MENTION) for tag in used if tag.startswith(MENTION)]
    return Labels(Tags(mentions), tuple(tag.removeprefix(EVENT) for tag in used if tag.startswith(EVENT)))


def material_of(one: Prepared, alphabet: Alphabet, labels: Labels) -> Material:
    """The settled sentences of a lesson as numbers."""
    nothing = Weights(np.zeros((1, 1), np.float32), np.zeros((2, 1), np.float32))
    blank = Detector(alphabet, labels.tags, labels.triggers, nothing, nothing, nothing)
    reader = Reader(blank, one.analysis, one.settled)
    stretches = [sentence for sentence, _ in one.settled]
    deeds = _deeds(one)
    numbers = {OUTSIDE: 0, **{label: number for number, label in enumerate(labels.triggers, start=1)}}
    nodes = [node for node in parents_of(one) if reader.whole((node.label, node.first, node.last))]
    return Material(
        reader.sentences(),
        [labels.tags.encode(stretch, one.trees) for stretch in stretches],
        [[numbers[deeds.get(at, OUTSIDE)] for at in stretch] for stretch in stretches],
        [sentence_of(reader.inner_numbers((node.label, node.first, node.last))) for node in nodes],
        [labels.tags.encode(range(node.first, node.last + 1), node.inside) for node in nodes],
    )


def _deeds(one: Prepared) -> dict[int, str]:
    """The label of the event whose trigger begins at a token."""
    found = {}
    for tag, span in sorted(one.confirmed, key=lambda item: (item[1], item[0])):
        places = one.analysis.token_range(span)
        if tag.startswith(EVENT) and places:
            found[places[0]] = tag.removeprefix(EVENT)
    return found


def train_detector(materials: Sequence[Material], alphabet: Alphabet, labels: Labels, cancelled: Cancelled) -> Detector:
    """The perceptrons of all layers."""
    sentences = [sentence for one in materials for sentence in one.sentences]
    inside = [sentence for one in materials for sentence in one.inside]

    def learn(sentences: list[Sentence], gold: list[list[int]], count: int, allowed: Floats | None) -> Weights:
        return train_perceptron(
            sentences,
            gold,
            features=len(alphabet),
            labels=count,
            allowed=allowed,
            epochs=EPOCHS,
            cancelled=cancelled,
        )

    tags, allowed = len(labels.tags.names), labels.tags.allowed

    return Detector(
        alphabet,
        labels.tags,
        labels.triggers,
        learn(sentences, [row for one in materials for row in one.outer], tags, allowed),
        learn(inside, [row for one in materials for row in one.inner], tags, allowed),
        learn(sentences, [row for one in materials for row in one.triggers], len(labels.triggers) + 1, None),
    )


def train_edges(prepared: Sequence[Prepared], cancelled: Cancelled) -> Classifier:
    """The classifier of edges within words."""
    examples = [example for one in prepared for example in _edge_examples(one)]
    return train_classifier(
        [features for features, _ in examples],
        [YES if right else NO for _, right in examples],
        classes=VERDICTS,
        least=LEAST_EDGES,
        pull=_EDGES_PULL,
        cancelled=cancelled,
    )


def _edge_examples(one: Prepared) -> Iterator[tuple[list[str], bool]]:
    finder = EdgeFinder(one.analysis)
    for tag, span in sorted(one.confirmed, key=lambda item: (item[1], item[0])):
        places = one.analysis.token_range(span)
        if places:
            right = edges_of(one.analysis, places[0], places[-1], span)
            options = finder.options(places[0], places[-1], tag)
            if len(options) > 1 and any(edges == right for edges, _ in options):
                yield from ((features, edges == right) for edges, features in options)


Example = tuple[list[str], bool]


def judged_examples(
    one: Prepared, candidates: Sequence[Candidate], features: Sequence[list[str]], kind: str
) -> Iterator[Example]:
    """The features of each candidate of a kind that was judged by people, and whether it is right."""
    for candidate, names in zip(candidates, features, strict=True):
        if candidate.tag.startswith(kind) and one.is_judged(candidate.tag, candidate.span):
            source = "rule" if candidate.rule else "new"
            familiar = [f"familiar|{source}", f"familiar|{names[1]}"] if one.lesson.familiar else []
            yield names + familiar, (candidate.tag, candidate.span) in one.confirmed


def train_judge(examples: Sequence[Example], cancelled: Cancelled) -> Classifier:
    """A classifier that tells right candidates from wrong ones."""
    return train_classifier(
        [features for features, _ in examples],
        [YES if right else NO for _, right in examples],
        classes=VERDICTS,
        least=LEAST_JUDGED,
        pull=_JUDGES_PULL,
        cancelled=cancelled,
    )


def train_roles(examples: Sequence[tuple[list[str], str]], cancelled: Cancelled) -> Classifier:
    """The classifier of roles."""
    roles = sorted({role for _, role in examples} - {NONE})
    return train_classifier(
        [features for features, _ in examples],
        [role for _, role in examples],
        classes=(NONE, *roles),
        least=LEAST_ROLES,
        pull=_ROLES_PULL,
        cancelled=cancelled,
    )


def role_examples(one: Prepared) -> Iterator[tuple[list[str], str]]:
    """Every confirmed event with every confirmed mention of its sentence, and the role that it has there."""
    analysis = one.analysis
    ids = {(mention.label, mention.hull): mention.id for mention in one.rules.mentions}
    names = {mention.id: ids.get((mention.label, mention.hull), mention.id) for mention in one.lesson.mentions}
    fillers = []
    for mention in one.lesson.mentions:
        places = analysis.token_range(mention.hull)
        if places:
            fillers.append(Filler(names[mention.id], mention.label, places[0], places[-1], mention.hull))
    seen = {event.hull: event for event in one.rules.events}
    roles: dict[int, dict[str, str]] = {}
    deeds = []
    for event in one.lesson.events:
        places = analysis.token_range(event.hull)
        if places:
            rule = seen.get(event.hull)
            opinions = {part.mention_id: part for part in rule.arguments} if rule else {}
            deeds.append(Deed(event.label, places[0], opinions, rule is not None))
            roles[places[0]] = {
                names[part.mention_id]: part.role for part in event.arguments if part.mention_id in names
            }
    yield from _scene_examples(analysis, deeds, fillers, roles)


def _scene_examples(
    analysis: Analysis, deeds: Sequence[Deed], fillers: Sequence[Filler], roles: dict[int, dict[str, str]]
) -> Iterator[tuple[list[str], str]]:
    for sentence in analysis.sentences:
        here = [deed for deed in deeds if deed.at in sentence]
        if here:
            for deed, filler, features in Scene(analysis, sentence, here, fillers).pairs():
                yield features, roles[deed.at].get(filler.id, NONE)
