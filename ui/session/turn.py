"""Long work of the store that waits its turn among the annotator's steps."""

from collections.abc import Callable
from typing import Any

from model.operations.author import Author
from ui.session.session import Session


class Turn:
    """Takes work as a ``Worker`` does and does it when everything before it is durable; ``author`` acts from then."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self.author: Author = session.author()

    def submit(
        self, work: Callable[[], Any], done: Callable[[Any], None], failed: Callable[[BaseException], None]
    ) -> None:
        """Do ``work``, which stores and returns an operation, in its turn."""

        def begin(author: Author) -> Any:
            self.author = author
            return work()

        self._session.carry_out(begin, done, failed)
