"""What the program suggests for sentences that several coders have marked, beside the coders."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from model.evaluation.coders import Agreement, CodedSentence, Part, agreements
from model.messages import Message
from storage.commands.pages import Page
from storage.evaluating.suggesting import Progress, Suggesting, suggest_for


@dataclass(frozen=True, slots=True)
class CodedType:
    """The agreement on the sentences of one event type."""

    sentences: int
    agreements: Mapping[Part, Agreement]


@dataclass(frozen=True, slots=True)
class Coding:
    """The agreement by event type, and what went wrong."""

    by_type: Mapping[str, CodedType]
    notes: tuple[Message, ...] = ()
    problems: tuple[Message, ...] = ()


def score_coded(sentences: Sequence[CodedSentence], progress: Progress) -> Coding:
    """Suggest for each sentence, which is no page with zones, and compare."""
    pages = [Page(f"sentence-{number}", one.text) for number, one in enumerate(sentences, start=1)]
    found, problems = suggest_for(pages, Suggesting(None, zones=False), progress)
    by_type: defaultdict[str, list[int]] = defaultdict(list)
    for place, sentence in enumerate(sentences):
        by_type[sentence.event_type].append(place)
    coded = {
        event_type: CodedType(len(places), agreements([sentences[at] for at in places], [found[at] for at in places]))
        for event_type, places in sorted(by_type.items())
    }
    return Coding(coded, (), tuple(problems))
