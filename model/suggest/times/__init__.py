"""The Arabic temporal tagger: expressions recognised by a grammar, then resolved to TIMEX3 values."""

from model.suggest.times.find import find_times
from model.suggest.times.structures import TimeExpression

__all__ = ["TimeExpression", "find_times"]
