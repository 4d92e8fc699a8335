"""What there is to say of a suggester that has nothing to set up: a built-in one, a plug-in, one of an unknown kind."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from model.messages import Message
from ui.dialogs.suggester_list import Row
from ui.language import directed, say, tr
from ui.session.suggester_setup import BUILT_IN, LEARNER
from ui.theme.spacing import grid


class SuggesterPage(QWidget):
    """Name, what it does, its last problem; the learner's leads on to what was learned."""

    def __init__(self, row: Row, problem: Message | None, act: Callable[[str], None], parent: QWidget) -> None:
        super().__init__(parent)
        self.stops: list[QWidget] = []
        layout = QVBoxLayout(self)
        layout.setContentsMargins(grid(4), grid(2), grid(4), grid(2))
        layout.setSpacing(grid(2))
        for text, look in self._texts(row, problem):
            label = QLabel(directed(text), self)
            label.setWordWrap(True)
            if look:
                label.setProperty(look, True)
            layout.addWidget(label)
        if row.is_built_in and row.name == LEARNER:
            learned = QPushButton(tr("What was learned …"), self)
            learned.setAutoDefault(False)
            learned.clicked.connect(lambda _=False: act("learner"))
            self.stops.append(learned)
            layout.addWidget(learned, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addStretch(1)

    def _texts(self, row: Row, problem: Message | None) -> list[tuple[str, str]]:
        if row.is_built_in:
            texts = [(say(BUILT_IN[row.name][1]), "")]
        elif row.entry is None:
            texts = [(tr("A suggester of an installed package. It can be switched off."), "")]
        else:
            texts = [(say(row.fault), "amber")] if row.fault is not None else []
        if problem is not None:
            texts.append((tr("Last problem: {problem}", problem=problem), "amber"))
        return [(row.title, "strong"), *texts]
