"""Paints the page: fills, frames and chips; arcs; selection and letters; rings, caret and marks of controls."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QPainter, QPolygonF, QRegion, QStaticText, QTextOption

from model.text.bidi import CONTROL
from ui.article.arcs import arc_paths
from ui.article.arrange import CHIP_PADDING, UNDERLINE, extents_of
from ui.article.chips import ShownChip, shown_chips
from ui.article.fading import Fade
from ui.article.flow import Flow
from ui.article.folding import Fold
from ui.article.geometry import caret_place, piece_rects
from ui.article.inks import Inks, TagInk
from ui.article.metrics import PageMetrics
from ui.article.paragraph import Line, Paragraph, Piece
from ui.article.state import ViewState
from ui.article.tags import Tag, TagKind
from ui.language import language, number, tr

_RADIUS = 3.0
_MARK = 2.6
_BEYOND = 4.0
"""How far rings reach out of their lines."""


@dataclass
class PaintedPage:
    """What is painted and where: the column's left edge and the page's top in viewport coordinates."""

    flow: Flow
    state: ViewState
    inks: Inks
    fade: Fade
    left: int
    top: int
    roles: dict[str, str] = field(default_factory=dict)


class PagePainter:
    """Paints a region of the viewport; keeps elided chip texts between paints."""

    def __init__(self) -> None:
        self.paragraphs_painted = 0
        self._texts: dict[tuple[str, int, bool, int], QStaticText] = {}

    def paint(self, painter: QPainter, page: PaintedPage, region: QRegion, width: int) -> None:
        """Paint what a region of the viewport shows of the page."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(region.boundingRect(), page.inks.surface)
        page.roles = page.state.roles()
        shown = self._paragraphs(page, region, width)
        self.paragraphs_painted += len(shown)
        for paragraph in shown:
            self._under(painter, page, paragraph, region)
        self._arcs(painter, page, region)
        for paragraph in shown:
            self._over(painter, page, paragraph, region)
        self._caret(painter, page)

    def _paragraphs(self, page: PaintedPage, region: QRegion, width: int) -> list[Paragraph]:
        flow, bounds = page.flow, region.boundingRect()
        if not flow.paragraphs:
            return []
        found = []
        for index in flow.shown_between(bounds.top() - page.top, bounds.bottom() - page.top):
            flow.ensure(index)
            top, bottom = flow.top(index) + page.top, flow.top(index + 1) + page.top
            if bottom > top and region.intersects(QRectF(0, top, width, bottom - top).toRect()):
                found.append(flow.paragraphs[index])
        return found

    def _under(self, painter: QPainter, page: PaintedPage, paragraph: Paragraph, region: QRegion) -> None:
        flow = page.flow
        fold = flow.fold_headed_by(paragraph)
        if fold is not None:
            self._fold_line(painter, page, fold)
        if flow.is_hidden(paragraph):
            return
        painter.save()
        painter.translate(page.left, page.top + flow.text_top(paragraph))
        for line in _lines(page, paragraph, region):
            self._faded(painter, page, line)
            self._tags(painter, page, line)
            self._joints(painter, page, paragraph, line)
            for chip in shown_chips(line, page.state, page.roles, flow.metrics):
                self._chip(painter, page, chip)
            self._selection(painter, page, paragraph, line)
        painter.restore()

    def _fold_line(self, painter: QPainter, page: PaintedPage, fold: Fold) -> None:
        metrics = page.flow.metrics
        top = page.top + page.flow.top(fold.first)
        area = QRectF(page.left, top, metrics.column, metrics.fold_height)
        text = fold_text(fold)
        painter.setFont(metrics.chip_font)
        extent = metrics.chip_measure.horizontalAdvance(text) + 28
        painter.setPen(page.inks.hairline)
        middle = round(area.center().y()) + 0.5
        painter.drawLine(QPointF(area.left(), middle), QPointF(area.center().x() - extent / 2, middle))
        painter.drawLine(QPointF(area.center().x() + extent / 2, middle), QPointF(area.right(), middle))
        painter.setPen(page.inks.quiet)
        painter.setLayoutDirection(language.direction)
        painter.drawText(area, int(Qt.AlignmentFlag.AlignCenter), text)

    def _tags(self, painter: QPainter, page: PaintedPage, line: Line) -> None:
        for piece in sorted(line.pieces, key=lambda piece: -piece.level):
            ink = page.inks.of(piece.tag)
            rects = piece_rects(line, piece)
            if piece.tag.kind is TagKind.EVENT:
                _underline(painter, line, piece, ink)
                continue
            lit = piece.tag.id in page.roles
            painter.setPen(ink.frame)
            painter.setBrush(QBrush(ink.fill) if ink.fill is not None else Qt.BrushStyle.NoBrush)
            for rect in rects:
                painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS, _RADIUS)
            if lit:
                painter.setPen(page.inks.arc)
                painter.setBrush(Qt.BrushStyle.NoBrush)
                for rect in rects:
                    painter.drawRoundedRect(rect.adjusted(-0.5, -0.5, 0.5, 0.5), _RADIUS, _RADIUS)

    def _faded(self, painter: QPainter, page: PaintedPage, line: Line) -> None:
        pieces = page.fade.on(line)
        if not pieces:
            return
        painter.save()
        painter.setOpacity(page.fade.opacity)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for piece in pieces:
            painter.setPen(page.inks.of(piece.tag).frame)
            for rect in piece_rects(line, piece):
                painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS, _RADIUS)
        painter.restore()

    def _joints(self, painter: QPainter, page: PaintedPage, paragraph: Paragraph, line: Line) -> None:
        for tag in {piece.tag.id: piece.tag for piece in line.pieces if len(piece.tag.fragments) > 1}.values():
            ink = page.inks.of(tag)
            painter.setPen(ink.frame)
            y = line.ink_bottom - 1.0
            for left, right in _gaps(page.flow.metrics, paragraph, line, tag):
                painter.drawLine(QPointF(left, y), QPointF(right, y))

    def _chip(self, painter: QPainter, page: PaintedPage, chip: ShownChip) -> None:
        metrics, ink = page.flow.metrics, page.inks.of(chip.tag)
        current = chip.tag.id == page.state.current
        area = QRectF(chip.left + 0.5, chip.top + 0.5, chip.width - 1.0, metrics.chip_height - 1.0)
        fill = page.inks.raised if current and ink.chip is None else ink.chip
        if chip.lit and not current:
            fill = page.inks.accent_soft
        painter.setBrush(QBrush(fill) if fill is not None else Qt.BrushStyle.NoBrush)
        painter.setPen(page.inks.accent if current else ink.chip_frame)
        painter.drawRoundedRect(area, _RADIUS, _RADIUS)
        event = chip.tag.kind is TagKind.EVENT
        if event:
            area = self._event_mark(painter, page, area, ink)
        text = self._static_text(chip.text, area.width() + 1.0 - 2 * CHIP_PADDING, metrics, bold=event)
        painter.setFont(metrics.event_chip_font if event else metrics.chip_font)
        painter.setPen(page.inks.text if chip.lit else ink.chip_text)
        size = text.size()
        painter.drawStaticText(
            QPointF(area.center().x() - size.width() / 2, area.center().y() - size.height() / 2), text
        )

    def _event_mark(self, painter: QPainter, page: PaintedPage, area: QRectF, ink: TagInk) -> QRectF:
        room = float(page.flow.metrics.chip_size)
        leading_right = page.flow.metrics.right_to_left
        x = area.right() - room * 0.75 if leading_right else area.left() + room * 0.75
        y = area.center().y()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink.chip_text)
        painter.drawPolygon(
            QPolygonF([QPointF(x - _MARK, y), QPointF(x, y - _MARK), QPointF(x + _MARK, y), QPointF(x, y + _MARK)])
        )
        return area.adjusted(0, 0, -room, 0) if leading_right else area.adjusted(room, 0, 0, 0)

    def _static_text(self, text: str, width: float, metrics: PageMetrics, *, bold: bool) -> QStaticText:
        key = (text, round(width), bold, metrics.chip_size)
        found = self._texts.get(key)
        if found is None:
            measure = metrics.event_chip_measure if bold else metrics.chip_measure
            option = QTextOption(Qt.AlignmentFlag.AlignLeft)
            option.setTextDirection(language.direction)
            option.setWrapMode(QTextOption.WrapMode.NoWrap)
            found = QStaticText(measure.elidedText(text, Qt.TextElideMode.ElideRight, max(0.0, width) + 0.5))
            found.setTextFormat(Qt.TextFormat.PlainText)
            found.setTextOption(option)
            found.prepare(font=metrics.event_chip_font if bold else metrics.chip_font)
            if len(self._texts) > 4000:
                self._texts.clear()
            self._texts[key] = found
        return found

    def _selection(self, painter: QPainter, page: PaintedPage, paragraph: Paragraph, line: Line) -> None:
        selection = page.state.selection
        if selection is None:
            return
        start, end = selection.start - paragraph.start, selection.end - paragraph.start
        if start >= line.end or end <= line.start:
            return
        for left, right in extents_of(paragraph, line, start, end, page.flow.metrics):
            painter.fillRect(
                QRectF(left, line.frame_top, right - left, line.ink_bottom - line.frame_top), page.inks.selection
            )

    def _arcs(self, painter: QPainter, page: PaintedPage, region: QRegion) -> None:
        if not page.state.arcs:
            return
        painter.save()
        painter.translate(page.left, page.top)
        painter.setPen(page.inks.arc)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        seen = QRectF(region.boundingRect().translated(-page.left, -page.top))
        for path in arc_paths(page.flow, page.state):
            if path.controlPointRect().adjusted(-2, -2, 2, 2).intersects(seen):
                painter.drawPath(path)
        painter.restore()

    def _over(self, painter: QPainter, page: PaintedPage, paragraph: Paragraph, region: QRegion) -> None:
        if page.flow.is_hidden(paragraph) or paragraph.layout is None:
            return
        painter.save()
        top = page.top + page.flow.text_top(paragraph)
        painter.translate(page.left, top)
        painter.setPen(page.inks.quiet if page.flow.metrics.style(paragraph.zone).quiet else page.inks.text)
        clip = QRectF(region.boundingRect().translated(-page.left, -top))
        paragraph.layout.draw(painter, QPointF(0.0, 0.0), [], clip)
        for line in _lines(page, paragraph, region):
            self._ring(painter, page, line)
            self._controls(painter, page, paragraph, line)
        painter.restore()

    def _ring(self, painter: QPainter, page: PaintedPage, line: Line) -> None:
        if page.state.current is None:
            return
        for piece in line.pieces:
            if piece.tag.id == page.state.current:
                painter.setPen(page.inks.focus_ring)
                painter.setBrush(Qt.BrushStyle.NoBrush)
                for rect in piece_rects(line, piece):
                    painter.drawRoundedRect(rect.adjusted(-1.5, -0.5, 1.5, 0.5), _RADIUS + 1, _RADIUS + 1)

    def _controls(self, painter: QPainter, page: PaintedPage, paragraph: Paragraph, line: Line) -> None:
        for match in CONTROL.finditer(paragraph.text, line.start, line.end):
            for left, right in extents_of(paragraph, line, match.start(), match.end(), page.flow.metrics):
                x = (left + right) / 2
                painter.setPen(page.inks.amber)
                painter.setBrush(page.inks.amber)
                painter.drawLine(QPointF(x, line.frame_top + 2), QPointF(x, line.ink_bottom - 2))
                painter.drawEllipse(QPointF(x, line.frame_top + 2), _MARK, _MARK)

    def _caret(self, painter: QPainter, page: PaintedPage) -> None:
        if page.state.caret is None:
            return
        place = caret_place(page.flow, page.state.caret)
        if place is not None:
            painter.setPen(page.inks.caret)
            moved = place.translated(page.left, page.top)
            painter.drawLine(moved.topLeft(), moved.bottomLeft())


def _lines(page: PaintedPage, paragraph: Paragraph, region: QRegion) -> Sequence[Line]:
    """The lines that reach into a region."""
    top = page.top + page.flow.text_top(paragraph)
    bounds = region.boundingRect()
    return paragraph.lines_between(bounds.top() - top - _BEYOND, bounds.bottom() - top + _BEYOND)


def fold_text(fold: Fold) -> str:
    """What stands on the line of a fold."""
    return tr(
        "{number} lines of the site's interface",
        one="one line of the site's interface",
        count=fold.count,
        number=number(fold.count),
    )


def _underline(painter: QPainter, line: Line, piece: Piece, ink: TagInk) -> None:
    painter.setPen(ink.underline)
    y = line.ink_bottom + UNDERLINE / 2
    for left, right in piece.stretches:
        painter.drawLine(QPointF(left, y), QPointF(right, y))


def _gaps(metrics: PageMetrics, paragraph: Paragraph, line: Line, tag: Tag) -> Sequence[tuple[float, float]]:
    """The stretches of a line between the fragments of a discontinuous tag."""
    return [
        stretch
        for before, after in zip(tag.fragments, tag.fragments[1:], strict=False)
        if before.end - paragraph.start < line.end and after.start - paragraph.start > line.start
        for stretch in extents_of(paragraph, line, before.end - paragraph.start, after.start - paragraph.start, metrics)
    ]
