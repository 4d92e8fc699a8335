"""The session: turns intentions into operations, one at a time, each durable before the window shows it."""

import logging
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from PySide6.QtCore import QElapsedTimer, QObject, Signal

from model.article import ArticleState
from model.errors import TawsimError
from model.messages import Message
from model.operation import ArticleMark, Change, Operation
from model.operations.author import Author
from model.schema.changes.change import SCHEMA_CHANGES
from model.sheet import StaleChangeError
from model.suggestion import SuggestionSet
from storage import Project
from storage.errors import StaleOperationError
from ui.session.focus import first_open, is_shown, next_current, touched_item
from ui.session.saving import Safety, Saving
from ui.session.state import Shown, WorkState, neighbour
from ui.session.worker import Worker

logger = logging.getLogger("tawsim.session")

Intent = Callable[[WorkState, Author], Operation | None]
"""Works out, from the state at its turn, what to do; None when there is nothing to do."""


@dataclass(frozen=True, slots=True)
class StateChange:
    """A step from one state of the open article to the next, and the operation that made it, if one did."""

    before: WorkState
    after: WorkState
    operation: Operation | None = None


class NotSavedError(TawsimError):
    """Something must wait, since earlier work is only kept in memory."""


class Session(QObject):
    """The open project. All methods are called on, and all signals come from, the GUI thread.

    Intentions wait for those before them: a key pressed while the last operation is being written acts on the state
    that this operation leaves. Every signal carries one object.
    """

    article_opened = Signal(object)
    """WorkState of the article just opened."""
    changed = Signal(object)
    """StateChange of the open article."""
    current_changed = Signal(object)
    """WorkState whose current item is another one."""
    saving_changed = Signal(object)
    """Saving."""
    project_changed = Signal(object)
    """The ids of articles whose queue rows may have changed."""
    schema_changed = Signal(object)
    """Schema that is in place from now on; told before an article is shown under it."""
    told = Signal(object)
    """Message to be shown in passing."""

    def __init__(self, project: Project, annotator: str) -> None:
        super().__init__()
        self.project = project
        self.annotator = annotator
        self.state: WorkState | None = None
        self.shown = Shown()
        self._schema = project.schema
        self.saving = Saving()
        self.worker = Worker("tawsim-store")
        self._tasks: deque[Callable[[], None]] = deque()
        self._busy = False
        self._kept: list[Operation] = []
        self._shown_for = QElapsedTimer()
        self._shown_for.start()

    def close(self) -> None:
        """End the worker and close the project."""
        self.worker.close()
        self.project.close()

    @property
    def is_idle(self) -> bool:
        """Whether nothing is waiting to be done or written."""
        return not self._busy and not self._tasks and self.worker.is_idle

    def author(self) -> Author:
        """The annotator acting now; the time since the current item was shown is its duration."""
        return Author(self.annotator, datetime.now(UTC), int(self._shown_for.elapsed()))

    # Articles

    def open_article(self, article_id: str) -> None:
        """Open an article after what is waiting."""
        self._then(lambda: self._load(article_id, current=None))

    def take_suggestions(self, article_id: str, suggestions: SuggestionSet) -> None:
        """Show new suggestions of the open article; those of another one are of no concern here."""

        def swap() -> None:
            state = self.state
            if state is None or state.article.id != article_id:
                return
            fresh = replace(state, suggestions=suggestions)
            current = state.current if state.current and fresh.find(state.current) else None
            self._show(replace(fresh, current=current or first_open(fresh)), None)

        self._then(swap)

    def show_only(self, shown: Shown) -> None:
        """Ask only some of the suggestions, in this article and the next ones."""

        def narrow() -> None:
            self.shown = shown
            if self.state is None or self.state.shown == shown:
                return
            fresh = replace(self.state, shown=shown)
            kept = fresh.current is not None and is_shown(fresh, fresh.current)
            self._show(fresh if kept else fresh.with_current(first_open(fresh)), None)

        self._then(narrow)

    def _load(self, article_id: str, current: str | None) -> None:
        self._busy = True
        project, shown = self.project, self.shown

        def work() -> WorkState:
            project.refresh_schema()
            return WorkState(
                article=project.article(article_id),
                sheet=project.sheet(article_id),
                suggestions=project.suggestions(article_id),
                rejections=project.rejections(),
                current=current,
                shown=shown,
            )

        self.worker.submit(work, self._loaded, self._load_failed)

    def _loaded(self, state: WorkState) -> None:
        if state.current is None or state.find(state.current) is None:
            state = state.with_current(first_open(state))
        self._take_schema()
        self.state = state
        self._shown_for.restart()
        self.article_opened.emit(state)
        self._finish()

    def _load_failed(self, error: BaseException) -> None:
        self.report(error)
        self._finish()

    # Moving

    def go_to(self, item_id: str | None) -> None:
        """Make an item the current one."""
        self._then(lambda: self._make_current(item_id))

    def go(self, step: int, *, among_all: bool = False) -> None:
        """Go to the next (1) or previous (-1) open suggestion, or among all tags."""

        def move() -> None:
            state = self.state
            if state is None:
                return
            target = neighbour(state.items if among_all else state.open, state.item, step)
            if target is not None:
                self._make_current(target.id)

        self._then(move)

    def _make_current(self, item_id: str | None) -> None:
        if self.state is None or self.state.current == item_id:
            return
        self.state = self.state.with_current(item_id)
        self._shown_for.restart()
        self.current_changed.emit(self.state)

    # Acting

    def act(self, intent: Intent, *, then_next: bool = False) -> None:
        """Carry out an intention; ``then_next`` goes on to the next open suggestion once it is durable."""

        def start() -> None:
            state = self.state
            operation = None if state is None else intent(state, self.author())
            if state is not None and operation is not None and operation.changes:
                self._perform(_with_start(state, operation), then_next=then_next)

        self._then(start)

    def undo(self) -> None:
        """Take back the latest operation of the project, in whatever article it was."""
        self._then(lambda: self._turn_back("undo"))

    def redo(self) -> None:
        """Do again what was undone last."""
        self._then(lambda: self._turn_back("redo"))

    def restore(self, sequence: int) -> None:
        """Bring the open article back to how it was after an operation of its history; that is an operation too."""
        state = self.state
        if state is None:
            return
        article_id, project = state.article.id, self.project
        self.carry_out(
            lambda author: project.restore(article_id, sequence, annotator=author.annotator, at=author.at),
            lambda _: None,
            self.report,
        )

    def carry_out(
        self,
        work: Callable[[Author], Operation | None],
        finished: Callable[[Operation | None], None],
        failed: Callable[[BaseException], None],
    ) -> None:
        """Let ``work`` store an operation that reaches beyond the open article, on the store's thread, once all that
        waits is done.

        What it did to the open article is shown; then one of the other two is called.
        """

        def start() -> None:
            if self._kept:
                failed(NotSavedError(Message("This waits until what is kept here is saved. Nothing was changed.")))
                return
            self._busy = True
            author = self.author()
            self.worker.submit(lambda: work(author), done, not_done)

        def done(operation: Operation | None) -> None:
            if operation is not None:
                self._apply(operation, then_next=False)
            finished(operation)
            self._finish()

        def not_done(error: BaseException) -> None:
            failed(error)
            self._finish()

        self._then(start)

    def look_again(self) -> None:
        """Show the schema and the open article as they are now: somebody else has written to the project."""

        def look() -> None:
            if self.state is None:
                self._take_schema()
            self._reload()

        self._then(look)

    def report(self, error: BaseException) -> None:
        """Tell the annotator of an error: what it means to them, or that the program is at fault."""
        self.told.emit(_message_of(error))

    def retry(self) -> None:
        """Write what is kept in memory since the store could not be written."""
        self._then(self._write_kept)

    def _perform(self, operation: Operation, *, then_next: bool) -> None:
        if self._kept:
            self._keep(operation, self.saving.reason)
            self._apply(operation, then_next=then_next)
            return
        self._set_saving(Saving(Safety.SAVING))
        self._busy = True

        def done(_: None) -> None:
            self._set_saving(Saving())
            self._apply(operation, then_next=then_next)
            self._finish()

        def failed(error: BaseException) -> None:
            self._not_written(operation, error, then_next=then_next)
            self._finish()

        self.worker.submit(lambda: self.project.perform(operation), done, failed)

    def _not_written(self, operation: Operation, error: BaseException, *, then_next: bool) -> None:
        if isinstance(error, StaleOperationError):
            self._set_saving(Saving())
            self.told.emit(error.message)
            self._reload()
            return
        self._keep(operation, _message_of(error))
        self._apply(operation, then_next=then_next)

    def _keep(self, operation: Operation, reason: Message | None) -> None:
        self._kept.append(operation)
        self._set_saving(Saving(Safety.KEPT, len(self._kept), reason))

    def _write_kept(self) -> None:
        if not self._kept:
            return
        self._busy = True
        operation = self._kept[0]

        def done(_: None) -> None:
            self._kept.pop(0)
            left = len(self._kept)
            self._set_saving(Saving(Safety.KEPT, left, self.saving.reason) if left else Saving())
            self.project_changed.emit(operation.article_ids)
            if left:
                self._write_kept()
            else:
                self._finish()

        def failed(error: BaseException) -> None:
            self._set_saving(Saving(Safety.KEPT, len(self._kept), _message_of(error)))
            self._finish()

        self.worker.submit(lambda: self.project.perform(operation), done, failed)

    def _turn_back(self, direction: str) -> None:
        if self._kept:
            self.told.emit(Message("Undo waits until what is kept here is saved."))
            return
        self._busy = True
        turn = self.project.undo if direction == "undo" else self.project.redo
        annotator = self.annotator

        def done(operation: Operation | None) -> None:
            if operation is None:
                empty = Message("There is nothing to undo.") if direction == "undo" else Message("Nothing to redo.")
                self.told.emit(empty)
            else:
                self._turned(operation, direction)
            self._finish()

        def failed(error: BaseException) -> None:
            self.report(error)
            self._finish()

        self.worker.submit(lambda: turn(annotator=annotator, at=datetime.now(UTC)), done, failed)

    def _turned(self, operation: Operation, direction: str) -> None:
        undone = Message("Undone: {title}", title=operation.title)
        self.told.emit(undone if direction == "undo" else Message("Redone: {title}", title=operation.title))
        if operation.name in SCHEMA_CHANGES:
            self._take_over(operation)
            return
        self.project_changed.emit(operation.article_ids)
        state = self.state
        if state is None:
            return
        if operation.article_ids and state.article.id not in operation.article_ids:
            elsewhere = operation.article_ids[0]
            self._tasks.appendleft(lambda: self._load(elsewhere, current=None))
            return
        self._apply(operation, then_next=False)
        target = touched_item(self.state, operation)
        if target is not None:
            self._make_current(target)

    def _apply(self, operation: Operation, *, then_next: bool) -> None:
        if operation.name in SCHEMA_CHANGES:
            self._take_over(operation)
            return
        state = self.state
        if state is None:
            return
        try:
            after = state.after(operation)
        except StaleChangeError:
            logger.info("the open article is not as it was; it is read again")
            self._reload()
            return
        after = after.with_current(next_current(state, after, operation, then_next=then_next))
        self._show(after, operation)
        self.project_changed.emit(operation.article_ids)

    def _show(self, after: WorkState, operation: Operation | None) -> None:
        before = self.state
        self.state = after
        if before is None:
            return
        if after.current != before.current:
            self._shown_for.restart()
        self.changed.emit(StateChange(before, after, operation))

    def _take_over(self, operation: Operation) -> None:
        """After an operation on the whole project nothing that is shown can be counted on."""
        self._take_schema()
        self.project_changed.emit(operation.article_ids)
        self._reload()

    def _take_schema(self) -> None:
        schema = self.project.schema
        if schema is not self._schema:
            self._schema = schema
            self.schema_changed.emit(schema)

    def _reload(self) -> None:
        if self.state is not None:
            article_id, current = self.state.article.id, self.state.current
            self._tasks.appendleft(lambda: self._load(article_id, current))

    # The queue of tasks

    def then(self, task: Callable[[], None]) -> None:
        """Do something once all that was asked for before is done."""
        self._then(task)

    def _then(self, task: Callable[[], None]) -> None:
        self._tasks.append(task)
        self._go_on()

    def _finish(self) -> None:
        self._busy = False
        self._go_on()

    def _go_on(self) -> None:
        while self._tasks and not self._busy:
            self._tasks.popleft()()

    def _set_saving(self, saving: Saving) -> None:
        if saving != self.saving:
            self.saving = saving
            self.saving_changed.emit(saving)


def _with_start(state: WorkState, operation: Operation) -> Operation:
    """An article that is worked on for the first time counts as started, within the same operation."""
    if state.sheet.state is not ArticleState.NEW or operation.name == "mark":
        return operation
    if state.article.id not in operation.article_ids:
        return operation
    new = ArticleMark(state.article.id, ArticleState.NEW)
    started = ArticleMark(state.article.id, ArticleState.STARTED)
    return replace(operation, changes=(*operation.changes, Change(new, started)))


def _message_of(error: BaseException) -> Message:
    if isinstance(error, TawsimError):
        return error.message
    logger.critical("Tawsim met a fault of its own", exc_info=error)
    return Message("The program met a fault of its own: {reason}. Nothing was changed.", reason=str(error))
