"""Shows a report that needs nothing from elsewhere, in the colours of the window."""

import re
from base64 import b64decode
from typing import Any
from unicodedata import bidirectional

from PySide6.QtCore import QByteArray, Qt, QUrl
from PySide6.QtGui import QColor, QImage, QPalette
from PySide6.QtWidgets import QTextBrowser, QWidget

_STYLE = re.compile(r"<style>.*?</style>", re.DOTALL)
_PARAGRAPH = re.compile(r'<p dir="auto">(.*?)</p>', re.DOTALL)
_SHADED = re.compile(r'style="background-color: rgba\((\d+), (\d+), (\d+), ([\d.]+)\)"')
_TABLE = re.compile(r"<table>(.*?)</table>", re.DOTALL)
"""Not those with a class of their own: matrices of labels, which read from the left in every language."""
_ROW, _CELL = re.compile(r"(?<=<tr>).*?(?=</tr>)", re.DOTALL), re.compile(r"<t[hd].*?</t[hd]>", re.DOTALL)
_MARKS = re.compile(r"<[^>]*>|&[^;]*;")
_PICTURE = re.compile(r"data:image/svg\+xml;base64,(.*)", re.DOTALL)
_FOR_DARK = re.compile(r"@media \(prefers-color-scheme: dark\) \{(.*?\})\s*\}", re.DOTALL)
_DARK_BELOW = 128
"""The lightness, 0 to 255, of a dark ground."""


class ReportView(QTextBrowser):
    """A text browser that follows no links and loads nothing but the pictures that the page itself holds."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setOpenLinks(False)

    def show_page(self, page: str) -> None:
        """Show a page; what is for browsers is put into words that Qt's text knows."""
        self.document().setDefaultStyleSheet(self._style())
        plain = _STYLE.sub("", page)
        plain = _SHADED.sub(self._shade, _PARAGRAPH.sub(_directed, plain))
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            plain = _TABLE.sub(_mirrored, plain)
        self.setHtml(plain)

    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        """Pictures within the page; nothing else."""
        found = _PICTURE.fullmatch(name if isinstance(name, str) else name.toString())
        if found is None:
            return None
        picture = b64decode(found[1]).decode()
        if self._colour(QPalette.ColorRole.Base).lightness() < _DARK_BELOW:
            picture = _FOR_DARK.sub(r"\1", picture)
        return QImage.fromData(QByteArray(picture.encode()))

    def _colour(self, role: QPalette.ColorRole) -> QColor:
        return self.palette().color(role)

    def _style(self) -> str:
        line, quiet, marked = (
            self._colour(role).name()
            for role in (QPalette.ColorRole.Mid, QPalette.ColorRole.PlaceholderText, QPalette.ColorRole.Highlight)
        )
        return (
            f"th, td {{ padding: 3px 10px; border-bottom: 1px solid {line}; white-space: nowrap; }} "
            f"th {{ color: {quiet}; text-align: left; }} p {{ margin: 2px 0; }} "
            f".faint {{ color: {quiet}; }} .label {{ font-weight: 600; }} mark {{ background-color: {marked}; }}"
        )

    def _shade(self, cell: re.Match[str]) -> str:
        """A colour over the ground as one that covers it: Qt would lay it over each letter once more."""
        ground, over = self._colour(QPalette.ColorRole.Base), QColor(*(int(cell[at]) for at in (1, 2, 3)))
        share = float(cell[4])
        red, green, blue = (
            round(share * above + (1 - share) * below)
            for above, below in (
                (over.red(), ground.red()),
                (over.green(), ground.green()),
                (over.blue(), ground.blue()),
            )
        )
        return f'bgcolor="{QColor(red, green, blue).name()}"'


def _directed(paragraph: re.Match[str]) -> str:
    """With the direction that browsers would find out, which Qt does not."""
    letters = (bidirectional(letter) for letter in _MARKS.sub("", paragraph[1]))
    first = next((kind for kind in letters if kind in ("L", "R", "AL")), "L")
    return f'<p dir="{"ltr" if first == "L" else "rtl"}">{paragraph[1]}</p>'


def _mirrored(table: re.Match[str]) -> str:
    """The cells of each row in reverse, since Qt lays out every table from the left."""
    rows = _ROW.sub(lambda row: "".join(reversed(_CELL.findall(row[0]))), table[1])
    return f'<table align="right">{rows}</table>'
