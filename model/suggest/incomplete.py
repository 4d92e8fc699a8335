"""What a suggester raises that has suggestions to give and a fault to tell of."""

from collections.abc import Iterable

from model.errors import TawsimError
from model.messages import Message
from model.suggestion import Suggestion


class IncompleteError(TawsimError):
    """Some of what a suggester was to propose is missing; ``suggestions`` is the rest, which the pipeline keeps."""

    def __init__(self, message: Message, suggestions: Iterable[Suggestion]) -> None:
        super().__init__(message)
        self.suggestions = tuple(suggestions)
