"""A learned model: its trained parts, where it may speak, what it is worth, and its bytes."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import msgspec
import numpy as np
from numpy.typing import NDArray

from model.suggest.learner.classifier import Classifier
from model.suggest.learner.detector import Detector
from model.suggest.learner.features import Alphabet
from model.suggest.learner.heading import content_of, damaged, may_speak, version_of, with_heading
from model.suggest.learner.layers import Tags, free
from model.suggest.learner.memory import Example, Memory, Record
from model.suggest.learner.numbers import pack, rounded, unpack
from model.suggest.learner.parts import Judges
from model.suggest.learner.perceptron import Floats, Weights
from model.suggest.learner.policies import Policy
from model.suggest.learner.report import Report

Packed = tuple[int, bytes, bytes, bytes]


class _Classifier(msgspec.Struct):
    classes: tuple[str, ...]
    names: tuple[str, ...]
    weights: Packed


class _Record(msgspec.Struct, array_like=True):
    lesson: int
    confirmed: dict[str, int]
    rejected: dict[str, int]
    seen: int
    example: Example | None


class _Stored(msgspec.Struct):
    """The model as it is stored; the order of the fields is part of the format."""

    names: tuple[str, ...]
    mentions: tuple[str, ...]
    events: tuple[str, ...]
    layers: tuple[Packed, Packed, Packed]
    following: tuple[Packed, Packed, Packed]
    memory: list[tuple[tuple[str, ...], list[_Record]]]
    edges: _Classifier
    judges: tuple[_Classifier, _Classifier, _Classifier]
    policies: dict[str, Policy]
    report: Report


@dataclass(frozen=True)
class LearnedModel:
    """``policies`` say for which tags it is on; ``data`` are the bytes that it was made from."""

    data: bytes
    detector: Detector
    memory: Memory
    edges: Classifier
    judges: Judges
    policies: Mapping[str, Policy]
    report: Report

    @property
    def version(self) -> str:
        """A digest of the model's contents."""
        return version_of(self.data)

    def to_bytes(self) -> bytes:
        """The same bytes for the same lessons: a line that names format and digest, and the contents."""
        return self.data

    @staticmethod
    def from_bytes(data: bytes, source: str) -> "LearnedModel":
        """The model that ``to_bytes`` wrote; raises TawsimError, naming ``source``, for anything else."""
        content = content_of(data, source)
        try:
            model = _restored(data, msgspec.msgpack.decode(content, type=_Stored))
        except (msgspec.MsgspecError, ValueError, IndexError) as error:
            raise damaged(source) from error
        if bool(model.policies) != may_speak(data):
            raise damaged(source)
        return model


def model_of(
    detector: Detector,
    memory: Memory,
    edges: Classifier,
    judges: Judges,
    policies: Mapping[str, Policy],
    report: Report,
) -> LearnedModel:
    """A model of trained parts, as it comes back from its bytes: weights rounded, features without weight left out."""
    content = msgspec.msgpack.encode(_stored(detector, memory, edges, judges, policies, report))
    return LearnedModel.from_bytes(with_heading(content, is_on=bool(policies)), "")


def _stored(
    detector: Detector,
    memory: Memory,
    edges: Classifier,
    judges: Judges,
    policies: Mapping[str, Policy],
    report: Report,
) -> _Stored:
    weights = (detector.outer, detector.inner, detector.trigger)
    used = _used(weights)
    return _Stored(
        tuple(name for name, is_used in zip(detector.alphabet.names, used, strict=True) if is_used),
        detector.tags.labels,
        detector.triggers,
        _three([pack(one.features[used]) for one in weights]),
        _three([pack(one.following) for one in weights]),
        [(words, _records(by_lesson)) for words, by_lesson in sorted(memory.records.items())],
        _classifier(edges),
        _three(list(map(_classifier, (judges.mentions, judges.events, judges.roles)))),
        dict(sorted(policies.items())),
        report,
    )


def _three(items: list[Any]) -> tuple[Any, Any, Any]:
    first, second, third = items
    return first, second, third


def _used(weights: tuple[Weights, ...]) -> NDArray[np.bool_]:
    found: NDArray[np.bool_] = np.logical_or.reduce([rounded(one.features).any(axis=1) for one in weights])
    return found


def _records(by_lesson: Mapping[int, Record]) -> list[_Record]:
    return [
        _Record(lesson, dict(sorted(one.confirmed.items())), dict(sorted(one.rejected.items())), one.seen, one.example)
        for lesson, one in sorted(by_lesson.items())
    ]


def _classifier(one: Classifier) -> _Classifier:
    return _Classifier(one.classes, one.names, pack(one.weights))


def _restored(data: bytes, stored: _Stored) -> LearnedModel:
    tags = Tags(stored.mentions)
    outer, inner, trigger = (
        Weights(unpack(features), _possible(unpack(following), allowed))
        for features, following, allowed in zip(
            stored.layers, stored.following, (tags.allowed, tags.allowed, free(len(stored.events) + 1)), strict=True
        )
    )
    memory = {
        words: {
            one.lesson: Record(Counter(one.confirmed), Counter(one.rejected), one.seen, one.example) for one in records
        }
        for words, records in stored.memory
    }
    edges, *judges = (Classifier(one.classes, one.names, unpack(one.weights)) for one in (stored.edges, *stored.judges))
    return LearnedModel(
        data,
        Detector(Alphabet(stored.names), tags, stored.events, outer, inner, trigger),
        Memory(memory),
        edges,
        Judges(*judges),
        stored.policies,
        stored.report,
    )


def _possible(following: Floats, allowed: Floats) -> Floats:
    found: Floats = following + allowed
    return found
