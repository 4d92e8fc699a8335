"""Dresses the whole application in a palette: Qt's own colours and one style sheet."""

from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from model.seeds import seeds_folder
from ui.fonts import INTERFACE_FAMILIES, interface_font
from ui.theme.palette import Palette
from ui.theme.spacing import INTERFACE_SIZE, RADIUS, grid

_ROLES = {
    QPalette.ColorRole.Window: "ground",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.Base: "surface",
    QPalette.ColorRole.AlternateBase: "ground",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.Button: "raised",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.PlaceholderText: "quiet",
    QPalette.ColorRole.Highlight: "accent_soft",
    QPalette.ColorRole.HighlightedText: "text",
    QPalette.ColorRole.ToolTipBase: "raised",
    QPalette.ColorRole.ToolTipText: "text",
    QPalette.ColorRole.Mid: "hairline",
    QPalette.ColorRole.Link: "accent",
}


def dress(application: QApplication, colours: Palette) -> None:
    """Use a palette everywhere from now on; what is dressed in it already is left alone, since it takes long."""
    sheet = style_sheet(colours)
    if application.styleSheet() == sheet:
        return
    application.setFont(interface_font(INTERFACE_SIZE))
    application.setPalette(qt_palette(colours))
    application.setStyleSheet(sheet)


def qt_palette(colours: Palette) -> QPalette:
    """The palette in Qt's terms; disabled text is quiet."""
    made = QPalette()
    for role, name in _ROLES.items():
        made.setColor(role, QColor(getattr(colours, name)))
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText, QPalette.ColorRole.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(colours.quiet))
    return made


def style_sheet(colours: Palette) -> str:
    """The style sheet: hairlines instead of boxes, one radius, spacing on the grid."""
    c = colours
    families = ", ".join(f'"{family}"' for family in INTERFACE_FAMILIES)
    return f"""
QWidget {{ font-family: {families}; font-size: {INTERFACE_SIZE}px; color: {c.text}; }}
QMainWindow, QDialog {{ background: {c.ground}; }}
QToolTip {{ background: {c.raised}; color: {c.text}; border: 1px solid {c.hairline}; padding: {grid(1)}px; }}
QMenu {{ background: {c.raised}; border: 1px solid {c.hairline}; padding: {grid(1)}px; }}
QMenu::item {{ padding: {grid(0.5)}px {grid(6)}px; border-radius: {RADIUS}px; }}
QMenu::item:selected {{ background: {c.accent_soft}; }}
QMenu::separator {{ height: 1px; background: {c.hairline}; margin: {grid(1)}px; }}
QPushButton, QToolButton {{ background: transparent; border: 1px solid transparent; border-radius: {RADIUS}px;
    padding: {grid(0.5)}px {grid(2)}px; min-height: {grid(5)}px; }}
QPushButton {{ border-color: {c.hairline}; background: {c.raised}; padding: {grid(0.5)}px {grid(4)}px; }}
QPushButton:hover, QToolButton:hover {{ background: {c.accent_soft}; }}
QPushButton:pressed, QToolButton:pressed, QToolButton:checked {{ background: {c.accent_soft}; color: {c.accent}; }}
QPushButton:focus, QToolButton:focus {{ border-color: {c.accent}; }}
QPushButton:disabled, QToolButton:disabled {{ color: {c.quiet}; background: transparent; }}
QPushButton[primary="true"] {{ background: {c.accent}; color: {c.on_accent}; border-color: {c.accent}; }}
QPushButton[primary="true"]:disabled {{ background: {c.hairline}; color: {c.quiet}; border-color: {c.hairline}; }}
QToolButton::menu-indicator {{ image: none; width: 0; }}
QToolButton[flat="true"] {{ padding: 0 {grid(1)}px; }}
QToolButton[chip="true"] {{ border: 1px solid {c.hairline}; border-radius: {grid(3)}px; padding: 0 {grid(2)}px;
    min-height: {grid(5.5)}px; max-height: {grid(5.5)}px; }}
QToolButton[chip="true"]:checked {{ background: {c.accent_soft}; border-color: {c.accent}; color: {c.text}; }}
QLineEdit, QComboBox, QPlainTextEdit, QAbstractSpinBox, QTextEdit {{ background: {c.surface};
    border: 1px solid {c.hairline}; border-radius: {RADIUS}px; padding: {grid(0.5)}px {grid(2)}px;
    selection-background-color: {c.selection}; selection-color: {c.text}; }}
QLineEdit:focus, QComboBox:focus, QPlainTextEdit:focus, QAbstractSpinBox:focus {{ border-color: {c.accent}; }}
QLineEdit:read-only {{ background: transparent; }}
QComboBox::drop-down, QDateEdit::drop-down {{ border: none; width: {grid(6)}px; }}
QComboBox::down-arrow, QDateEdit::down-arrow {{ image: url("{_icon("chevron", c)}"); width: 12px; height: 12px; }}
QCheckBox::indicator, QAbstractItemView::indicator, QMenu::indicator {{ width: 12px; height: 12px;
    border: 1px solid {c.quiet}; border-radius: 3px; background: {c.surface}; }}
QCheckBox::indicator:checked, QAbstractItemView::indicator:checked, QMenu::indicator:checked {{
    background: {c.accent}; border-color: {c.accent}; image: url("{_icon("check", c)}"); }}
QCheckBox::indicator:focus {{ border-color: {c.accent}; }}
QTabBar::tab:focus {{ color: {c.accent}; }}
QSlider::handle:horizontal:focus {{ background: {c.text}; }}
QMenu::indicator {{ margin: 0 {grid(1.5)}px; }}
QComboBox QAbstractItemView {{ background: {c.raised}; border: 1px solid {c.hairline}; }}
QListView, QTreeView, QTableView {{ background: transparent; border: 1px solid transparent; outline: none;
    selection-background-color: {c.accent_soft}; selection-color: {c.text}; }}
QListView:focus, QTreeView:focus, QTableView:focus {{ border-color: {c.accent}; }}
QTableView {{ gridline-color: {c.hairline}; background: {c.surface}; border: 1px solid {c.hairline}; }}
QHeaderView::section {{ background: {c.ground}; color: {c.quiet}; border: none; border-bottom: 1px solid {c.hairline};
    padding: {grid(1)}px {grid(2)}px; }}
QTabWidget::pane {{ border: none; }}
QTabBar {{ qproperty-drawBase: 0; }}
QTabBar::tab {{ background: transparent; color: {c.quiet}; padding: {grid(1)}px {grid(3)}px; border: none;
    border-bottom: 2px solid transparent; }}
QTabBar::tab:selected {{ color: {c.text}; border-bottom-color: {c.accent}; }}
QTabBar::tab:hover {{ color: {c.text}; }}
QSplitter::handle {{ background: {c.hairline}; }}
QProgressBar {{ background: {c.hairline}; border: none; border-radius: 2px; max-height: {grid(1)}px;
    min-height: {grid(1)}px; }}
QProgressBar::chunk {{ background: {c.accent}; border-radius: 2px; }}
QScrollBar:vertical {{ background: transparent; width: {grid(2.5)}px; margin: 0; }}
QScrollBar::handle:vertical {{ background: {c.hairline}; border-radius: {grid(1)}px; min-height: {grid(8)}px; }}
QScrollBar::handle:vertical:hover {{ background: {c.quiet}; }}
QScrollBar:horizontal {{ background: transparent; height: {grid(2.5)}px; margin: 0; }}
QScrollBar::handle:horizontal {{ background: {c.hairline}; border-radius: {grid(1)}px; min-width: {grid(8)}px; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QSlider::groove:horizontal {{ height: 2px; background: {c.hairline}; }}
QSlider::handle:horizontal {{ background: {c.accent}; width: {grid(3)}px; height: {grid(3)}px;
    margin: -{grid(1.25)}px 0; border-radius: {grid(1.5)}px; }}
QCheckBox {{ spacing: {grid(2)}px; }}
QLabel {{ background: transparent; }}
QLabel[quiet="true"] {{ color: {c.quiet}; }}
QLabel[strong="true"] {{ font-weight: bold; }}
QLabel[heading="true"] {{ font-size: {INTERFACE_SIZE + 5}px; font-weight: bold; }}
QLabel[amber="true"] {{ color: {c.amber}; }}
QFrame[bar="true"], QFrame[rail="true"] {{ background: {c.raised}; border: none; }}
QFrame[line="true"] {{ background: {c.hairline}; border: none; max-height: 1px; min-height: 1px; }}
QFrame[notice="true"] {{ background: {c.amber_soft}; border: none; }}
QFrame[popup="true"] {{ background: {c.raised}; border: 1px solid {c.hairline}; border-radius: {grid(2)}px; }}
QFrame[toast="true"] {{ background: {c.text}; border-radius: {RADIUS}px; }}
QFrame[toast="true"] QLabel {{ color: {c.ground}; }}
"""


def _icon(name: str, colours: Palette) -> str:
    """The file of an icon in the scheme's ink, with forward slashes as style sheets want them."""
    return (seeds_folder() / "icons" / f"{name}-{colours.scheme}.svg").as_posix()
