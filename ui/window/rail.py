"""The left rail: tabs of suggestions, the current tag, and history."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QSplitter, QTabWidget, QVBoxLayout, QWidget

from ui.history.panel import HistoryPanel
from ui.inspector.panel import InspectorPanel
from ui.language import language, tr
from ui.schema.guidelines import GuidelinesPanel
from ui.suggestions.panel import SuggestionPanel


class LeftRail(QFrame):
    """Holds the three panels, and below them the guidelines when they are wanted."""

    def __init__(
        self,
        suggestions: SuggestionPanel,
        inspector: InspectorPanel,
        history: HistoryPanel,
        guidelines: GuidelinesPanel,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setProperty("rail", True)
        self._tabs = QTabWidget(self)
        self._tabs.setDocumentMode(True)
        self._tabs.setUsesScrollButtons(False)
        self._inspector = inspector
        for panel in (suggestions, inspector, history):
            self._tabs.addTab(panel, "")
        self._tabs.currentChanged.connect(lambda _: history.refresh())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        parts = QSplitter(Qt.Orientation.Vertical, self)
        parts.setHandleWidth(1)
        parts.setChildrenCollapsible(False)
        for part in (self._tabs, guidelines):
            parts.addWidget(part)
        parts.setStretchFactor(0, 1)
        layout.addWidget(parts)
        language.changed.connect(self._write)
        self._write()

    def show_inspector(self) -> None:
        """Bring the current tag to the front."""
        self._tabs.setCurrentWidget(self._inspector)

    def _write(self) -> None:
        self._tabs.setAccessibleName(tr("About the article"))
        for at, text in enumerate((tr("Suggestions"), tr("Tag"), tr("History"))):
            self._tabs.setTabText(at, text)
