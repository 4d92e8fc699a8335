"""From matched phrases to structures: one function a rule, None where the words turn out not to be a time."""

from model.suggest.phrases.patterns import Phrase
from model.suggest.times.day_readings import DAY_READERS
from model.suggest.times.hour_readings import HOUR_READERS
from model.suggest.times.length_readings import LENGTH_READERS
from model.suggest.times.period_readings import PERIOD_READERS
from model.suggest.times.structures import Recognised

_READERS = {**DAY_READERS, **PERIOD_READERS, **LENGTH_READERS, **HOUR_READERS}


def read(rule: str, phrase: Phrase) -> Recognised | None:
    """The expression that a phrase matched by this rule of the grammar is, if it is one."""
    reading = _READERS[rule](phrase)
    if reading is None:
        return None
    start = phrase.start if reading.start is None else reading.start
    return Recognised(start, phrase.end, reading.structure, reading.modifier, reading.score)
