"""Why something was suggested: the reason, what the learner weighs for and against it, what was confirmed before."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QHeaderView,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from model.annotation import Event, Mention
from model.errors import TawsimError
from model.suggestion import SuggestedEvent, SuggestedMention, Suggestion
from storage.suggesting.explained import Confirmed, Explained, Speaking
from ui.language import isolated, number, percent, say, tr
from ui.parts.alive import while_alive
from ui.parts.tables import fill_table, text_table
from ui.parts.weights import WEIGHT, WeightDelegate
from ui.session.describe import feature_text, label_name, provenance_text, role_name, score_and_reason
from ui.session.session import Session
from ui.session.state import Item, WorkState, suggestion_behind
from ui.session.suggesting import Suggesting
from ui.theme.spacing import grid

_BAR = 2
"""The column with the bars."""


class WhyDialog(QDialog):
    """Explains the current item of a state. Enter on an example opens its article."""

    def __init__(
        self,
        session: Session,
        suggesting: Suggesting,
        open_article: Callable[[str], None],
        state: WorkState,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Why this was suggested"))
        self._session = session
        self._suggesting = suggesting
        self._open_article = open_article
        self._state = state
        self._examples: Sequence[Confirmed] = ()
        self._articles: frozenset[str] = frozenset()
        self.told = _wrapped(self)
        self.learned = _wrapped(self)
        of_features = (tr("What speaks for it or against it"), tr("Weight"), "")
        self.features = text_table(self, tr("What speaks for it or against it"), of_features)
        self.features.setItemDelegateForColumn(_BAR, WeightDelegate(self.features))
        self.features.horizontalHeader().setSectionResizeMode(_BAR, QHeaderView.ResizeMode.Fixed)
        self.features.setColumnWidth(_BAR, grid(45))
        self._before = _wrapped(self)
        self.examples = text_table(self, tr("Confirmed before"), (tr("Confirmed before"), tr("Article")))
        self.examples.cellActivated.connect(lambda row, _: self._open(row))
        self._build()
        item = state.item
        if item is not None:
            self._tell(item)
            self._ask(item)

    def _build(self) -> None:
        buttons = QDialogButtonBox(self)
        close = buttons.addButton(tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        close.setAutoDefault(False)
        buttons.rejected.connect(self.reject)
        self._heading = QLabel(self)
        self._heading.setProperty("heading", True)
        self._heading.setWordWrap(True)
        self._heading.setTextFormat(Qt.TextFormat.PlainText)
        content = QWidget(self)
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(grid(2))
        for part in (self._heading, self.told, self.learned):
            column.addWidget(part)
        column.addWidget(self.features, 3)
        column.addWidget(self._before)
        column.addWidget(self.examples, 2)
        for table in (self.features, self.examples):
            table.setMinimumHeight(grid(30))
            table.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        # on a small or much enlarged screen there may be more roles than room
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(content)
        layout = QVBoxLayout(self)
        layout.addWidget(area, 1)
        layout.addWidget(buttons)
        self.resize(grid(165), grid(165))

    # The reason

    def _tell(self, item: Item) -> None:
        schema = self._session.project.schema
        self._heading.setText(f"{isolated(item.text)} · {label_name(schema, item)}")
        suggestion = self._suggestion(item)
        lines = []
        if suggestion is not None:
            source = isolated(f"{suggestion.source.suggester} {suggestion.source.version}")
            lines = [score_and_reason(suggestion), tr("Suggester: {source}", source=source)]
            lines += self._roles(suggestion)
        if isinstance(item, Mention | Event):
            lines.append(provenance_text(item.provenance))
        self.told.setText("\n".join(lines))

    def _roles(self, suggestion: Suggestion) -> list[str]:
        if not isinstance(suggestion, SuggestedEvent):
            return []
        lines = []
        for one in suggestion.arguments:
            filler = self._state.find(one.mention_id)
            words = isolated(filler.text if filler is not None else "—")
            role = role_name(self._session.project.schema, one.role)
            lines.append(f"{role}: {words} · {percent(one.score)} · {say(one.reason)}")
        return lines

    def _suggestion(self, item: Item) -> Suggestion | None:
        """The suggestion that the item is or was made of, if it is still there."""
        found = self._state.find(suggestion_behind(item) or "")
        return found if isinstance(found, SuggestedMention | SuggestedEvent) else None

    # The learner

    def _ask(self, item: Item) -> None:
        suggestion = self._suggestion(item)
        if suggestion is None:
            by_hand = suggestion_behind(item) is None
            self.show_explained(
                None,
                tr("It was tagged by hand; nothing was suggested here.")
                if by_hand
                else tr("The suggestion itself is not kept any more."),
            )
            return
        self._show_parts(shown=False)
        self.learned.setText(tr("The learner is asked …"))
        project = self._session.project

        def ask(article_ids: tuple[str, ...]) -> None:
            self._articles = frozenset(article_ids)
            self._suggesting.explain(
                self._state, suggestion.id, while_alive(self, self.show_explained), while_alive(self, self._failed)
            )

        self._session.worker.submit(project.article_ids, while_alive(self, ask), self._session.report)

    def _failed(self, error: BaseException) -> None:
        self._session.report(error)
        told = say(error.message) if isinstance(error, TawsimError) else tr("The learner cannot be asked.")
        self.show_explained(None, told)

    def show_explained(self, explained: Explained | None, otherwise: str = "") -> None:
        """Show what the learner thinks, or a sentence why there is nothing."""
        self._show_parts(shown=explained is not None)
        if explained is None:
            self.learned.setText(otherwise or tr("The learner does not look at this one: the rules speak alone."))
            return
        self.learned.setText(_opinion(explained))
        self._fill_features(explained.speaking)
        self._before.setText(_counts(explained))
        self._examples = explained.examples
        fill_table(self.examples, [(one.text, self._place(one)) for one in self._examples])
        self.examples.setVisible(bool(self._examples))
        table = self.examples if self._examples else self.features
        table.setCurrentCell(0, 0)
        table.setFocus()

    def _show_parts(self, *, shown: bool) -> None:
        for part in (self.features, self._before, self.examples):
            part.setVisible(shown)

    def _fill_features(self, speaking: Sequence[Speaking]) -> None:
        # several features may say the same in words
        weights = dict[str, float]()
        for one in speaking:
            told = feature_text(self._session.project.schema, one.feature)
            weights[told] = weights.get(told, 0.0) + one.weight
        ranked = sorted(weights.items(), key=lambda item: -item[1])
        fill_table(self.features, [(told, _signed(weight), "") for told, weight in ranked])
        greatest = max((abs(weight) for weight in weights.values()), default=1.0)
        for row, (_, weight) in enumerate(ranked):
            _item(self.features, row, _BAR).setData(WEIGHT, weight / greatest)

    def _place(self, one: Confirmed) -> str:
        return one.article if one.article_id in self._articles else tr("{article} (not here)", article=one.article)

    def _open(self, row: int) -> None:
        one = self._examples[row]
        if one.article_id in self._articles:
            self.accept()
            self._open_article(one.article_id)


def _wrapped(parent: QWidget) -> QLabel:
    label = QLabel(parent)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


def _opinion(explained: Explained) -> str:
    values = {"probability": percent(explained.probability), "words": percent(explained.by_words)}
    if explained.is_on:
        return tr("The learner finds it right with {probability}; by the words around alone, {words}.", **values)
    return tr(
        "The learner finds it right with {probability}; by the words around alone, {words}. For this type it does not "
        "beat the rules, so the score is theirs.",
        **values,
    )


def _counts(explained: Explained) -> str:
    if not explained.confirmed and not explained.rejected:
        return tr("The same words were neither confirmed nor rejected before.")
    confirmed = tr("The same words were confirmed {count} times", one="The same words were confirmed once",
                   count=explained.confirmed)  # fmt: skip
    rejected = tr("rejected {count} times", one="rejected once", count=explained.rejected)
    return f"{confirmed} · {rejected}"


def _signed(weight: float) -> str:
    return f"{'+' if weight > 0 else '−'}{number(abs(round(weight, 2)))}"


def _item(table: QTableWidget, row: int, column: int) -> QTableWidgetItem:
    item = table.item(row, column)
    assert item is not None
    return item
