"""The words that name events: tables in seeds/lexicons/events, inflected into one dictionary of folded forms."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from model.errors import TawsimError
from model.messages import Message
from model.seeds import seeds_folder
from model.suggest.events.conditions import is_condition, parse_condition
from model.suggest.events.inflection import Form, Kind, feminine_plural, noun_forms, participle_forms, verb_forms
from model.suggest.events.words import Words
from model.suggest.lexicon.tables import FORM_SEPARATOR, Row, read_table

EVENT_TYPES = frozenset(
    "ACCUSE AGREE AID ASSAULT CASUALTY COERCE CONCEDE CONSULT COOPERATE MOBILIZE OFFICE PROTEST REJECT"
    " REQUEST RETREAT "
    "SANCTION STATEMENT SUPPORT THREATEN".split()
)
_SENSE_COLUMNS = ("type", "score", "needs", "forbids")
VERB_COLUMNS = ("perfect", "imperfect", "participle", *_SENSE_COLUMNS)
NOUN_COLUMNS = ("forms", *_SENSE_COLUMNS)
PARTICIPLE_COLUMNS = ("form", "kind", *_SENSE_COLUMNS)
SOUND_PLURAL = "+ات"
_SCORE = re.compile(r"[01](?:\.\d+)?")
_PARTICIPLE_KINDS = {"hal": Kind.CIRCUMSTANCE, "passive": Kind.PASSIVE}


@dataclass(frozen=True, slots=True)
class Sense:
    """A lemma's event type in a context; ``score`` is how often an annotator would agree there."""

    lemma: str
    label: str
    score: float
    needs: str
    forbids: str
    """Conditions as the tables write them, empty when there are none."""

    def fits(self, words: Words, at: int) -> bool:
        """Whether the words around a trigger at this index speak for the sense."""
        if self.needs and not parse_condition(self.needs).holds(words, at):
            return False
        return not (self.forbids and parse_condition(self.forbids).holds(words, at))


Entry = tuple[Form, Sense]
Forms = Mapping[str, Sequence[Entry]]


def events_folder() -> Path:
    """The folder of the tables that ship with the program."""
    return seeds_folder() / "lexicons" / "events"


@cache
def load_forms() -> Forms:
    """Every folded form of every lemma with its senses; raises TawsimError for a row that cannot be used."""
    folder = events_folder()
    return collect_forms(
        (
            *read_verbs(folder / "verbs.tsv"),
            *read_nouns(folder / "nouns.tsv"),
            *read_participles(folder / "participles.tsv"),
        )
    )


def collect_forms(entries: Iterable[Entry]) -> Forms:
    """The entries by the text of their forms."""
    found: defaultdict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        found[entry[0].text].append(entry)
    return found


def read_verbs(path: Path) -> Iterator[Entry]:
    """The forms of the verbs in a table, with the participles that describe a subject (مؤكداً)."""
    for row in read_table(path, VERB_COLUMNS):
        perfect, imperfect, participle = row.cells[:3]
        sense = _sense(row, perfect, 3)
        for form in verb_forms(perfect, imperfect):
            yield form, sense
        if participle:
            for form in participle_forms(participle, Kind.CIRCUMSTANCE):
                yield form, sense


def read_nouns(path: Path) -> Iterator[Entry]:
    """The forms of the nouns in a table, their plurals included."""
    for row in read_table(path, NOUN_COLUMNS):
        singular, *plurals = row.cells[0].split(FORM_SEPARATOR)
        sense = _sense(row, singular, 1)
        for noun in (singular, *plurals):
            for form in noun_forms(feminine_plural(singular) if noun == SOUND_PLURAL else noun):
                yield form, sense


def read_participles(path: Path) -> Iterator[Entry]:
    """The forms of participles that name an event by themselves."""
    for row in read_table(path, PARTICIPLE_COLUMNS):
        if row.cells[1] not in _PARTICIPLE_KINDS:
            raise _unknown(row, "kind", row.cells[1], _PARTICIPLE_KINDS)
        sense = _sense(row, row.cells[0], 2)
        for form in participle_forms(row.cells[0], _PARTICIPLE_KINDS[row.cells[1]]):
            yield form, sense


def _sense(row: Row, lemma: str, first: int) -> Sense:
    label, score, needs, forbids = row.cells[first : first + 4]
    if label not in EVENT_TYPES:
        raise _unknown(row, "type", label, EVENT_TYPES)
    bad = [cell for cell in (needs, forbids) if not is_condition(cell)]
    if not _SCORE.fullmatch(score):
        bad.append(score)
    if bad:
        raise TawsimError(
            Message(
                "{file}, line {line}: “{part}” is neither a score nor a condition; write it as README.md shows",
                file=row.file,
                line=row.line,
                part=bad[0],
            )
        )
    return Sense(lemma, label, float(score), needs, forbids)


def _unknown(row: Row, column: str, value: str, allowed: Iterable[str]) -> TawsimError:
    return TawsimError(
        Message(
            "{file}, line {line}, column {column}: “{value}” is not known; use one of: {allowed}",
            file=row.file,
            line=row.line,
            column=column,
            value=value,
            allowed=", ".join(sorted(allowed)),
        )
    )
