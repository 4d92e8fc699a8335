"""Answers: accept, reject, skip, done, undo and redo."""

from collections.abc import Callable

from model.article import ArticleState
from model.decision import Scope
from model.operation import Operation
from model.operations import answers, edits, links
from model.operations.author import Author
from ui.session.session import Session
from ui.session.state import WorkState, current_annotation, current_suggestion

Handlers = dict[str, Callable[[], None]]


class Answering:
    """Answers to the current suggestion, and judgements on the article."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def handlers(self) -> Handlers:
        """Its actions by name."""
        return {
            "accept": self.accept,
            "reject": lambda: self.reject(Scope.HERE),
            "reject_in_article": lambda: self.reject(Scope.ARTICLE),
            "reject_everywhere": lambda: self.reject(Scope.EVERYWHERE),
            "skip": self.skip,
            "undo": self._session.undo,
            "redo": self._session.redo,
        }

    def accept(self) -> None:
        """Accept the current suggestion and go on; on a tag that stands already, just go on."""
        state = self._session.state
        if state is not None and state.current is not None and state.current not in state.open_ids:
            self._session.go(1)
        else:
            self._session.act(_accepted, then_next=True)

    def reject(self, scope: Scope) -> None:
        """Reject the current suggestion within a scope, or delete the current annotation; go on."""
        self._session.act(lambda state, author: _rejected(state, author, scope), then_next=True)

    def skip(self) -> None:
        """Leave the current suggestion unanswered."""

        def intent(state: WorkState, author: Author) -> Operation | None:
            suggestion = current_suggestion(state)
            return None if suggestion is None else answers.skip(state.sheet, suggestion, author)

        self._session.act(intent, then_next=True)

    def mark(self, article_state: ArticleState) -> None:
        """Say how far the work on the open article has come."""

        def intent(state: WorkState, author: Author) -> Operation | None:
            if state.sheet.state is article_state:
                return None
            return links.mark(state.sheet, article_state, author)

        self._session.act(intent)


def _accepted(state: WorkState, author: Author) -> Operation | None:
    suggestion = current_suggestion(state)
    if suggestion is None:
        return None
    return answers.accept(state.sheet, suggestion, state.suggestions, author)


def _rejected(state: WorkState, author: Author, scope: Scope) -> Operation | None:
    suggestion, annotation = current_suggestion(state), current_annotation(state)
    if suggestion is not None:
        return answers.reject(state.sheet, suggestion, author, scope)
    return None if annotation is None else edits.delete(state.sheet, (annotation,), author)
