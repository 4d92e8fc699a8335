"""What a rule of the grammar made of a phrase."""

from collections.abc import Sequence
from dataclasses import dataclass

from model.suggest.phrases.lexemes import Lexeme
from model.suggest.times.structures import Structure


@dataclass(frozen=True, slots=True)
class Reading:
    """A structure with the mod that the words say; ``start`` overrides the phrase's own beginning."""

    structure: Structure
    modifier: str | None = None
    start: int | None = None
    score: float = 0.95


def values_of(lexemes: Sequence[Lexeme], kind: str) -> list[str]:
    """The values of all lexemes of this kind."""
    return [lexeme.values[kind] for lexeme in lexemes if kind in lexeme.values]
