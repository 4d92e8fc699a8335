"""The span files of arabic_event_gsr: sentences, each with the words that several coders marked as one event.

A file is a JSON list of sentences with ``text``, ``event_type`` and ``spans``; a coder's span has lists of words under
``verb``, ``source_actor`` and ``target_actor``.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from model.errors import TawsimError
from model.evaluation.coders import LABELS_OF_TYPE, CodedSentence, Marks, Part, marked
from model.messages import Message
from storage.evaluating.gold_set import read_text

_FIELDS = {Part.TRIGGER: "verb", Part.ACTOR: "source_actor", Part.RECIPIENT: "target_actor"}


def read_coded_sentences(paths: Sequence[Path]) -> list[CodedSentence]:
    """The sentences of all files. Raises TawsimError when one has another shape."""
    return [sentence for path in paths for sentence in _sentences(path)]


def _sentences(path: Path) -> Iterator[CodedSentence]:
    source = read_text(path)
    try:
        yield from map(_sentence, json.loads(source))
    except (KeyError, TypeError, AttributeError, ValueError) as error:
        message = Message("{file} has not the shape of arabic_event_gsr: {reason}", file=str(path), reason=str(error))
        raise TawsimError(message) from error


def _sentence(record: Mapping[str, Any]) -> CodedSentence:
    text, event_type = record["text"], record["event_type"]
    if not isinstance(text, str) or event_type not in LABELS_OF_TYPE:
        raise ValueError(event_type)
    return CodedSentence(text, event_type, tuple(map(_marks, record["spans"])))


def _marks(span: Mapping[str, Any]) -> Marks:
    return {part: marked(span.get(name) or ()) for part, name in _FIELDS.items()}
