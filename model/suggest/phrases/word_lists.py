"""Lists of words that tell, by standing near a phrase, what it is: ``context.tsv`` of times and numbers."""

from functools import cache

from model.seeds import seeds_folder
from model.text.folding import fold


@cache
def word_list(room: str, name: str) -> frozenset[str]:
    """The folded words of a list of the room ``times`` or ``numbers``; KeyError when there is no such list."""
    return _lists(room)[name]


@cache
def _lists(room: str) -> dict[str, frozenset[str]]:
    lines = (seeds_folder() / "lexicons" / room / "context.tsv").read_text("utf-8").splitlines()[1:]
    rows = (line.split("\t") for line in lines)
    return {name: frozenset(fold(word) for word in words.split(" | ")) for name, words in rows}
