"""Plots of the report: SVG pictures as data addresses, which browsers and Qt's text views both show.

They follow the reader's light or dark scheme where the viewer knows it.
"""

from base64 import b64encode
from collections.abc import Mapping
from typing import Any

from lxml import etree
from lxml.builder import ElementMaker

from model.evaluation.calibration import Calibration
from model.messages import Message
from storage.evaluating.html_parts import Parts, showable
from storage.evaluating.names import KIND_NAMES

_SVG = ElementMaker(namespace="http://www.w3.org/2000/svg", nsmap={None: "http://www.w3.org/2000/svg"})
_INK, _FAINT, _ACCENT = "#1f2328", "#b9b5ad", "#2f6f9f"
_DARK = """@media (prefers-color-scheme: dark) {
.ink { fill: #e6e3dd; } .accent { fill: #6fb1e0; } .line { stroke: #6fb1e0; } .faint { stroke: #55575c; } }"""
_ROW = 22
_NAMES_WIDTH, _BARS_WIDTH, _VALUE_WIDTH = 230, 300, 60
_SIDE, _MARGIN = 220, 40
_FONT = {"font-family": "Noto Sans, Noto Naskh Arabic, sans-serif", "font-size": "12"}

Picture = tuple[str, str]
"""A data address and what the picture shows in words."""


def bars(values: Mapping[str, float], parts: Parts) -> Picture:
    """A bar for each value between 0 and 1, named; they grow in the direction of reading."""
    width, height = _NAMES_WIDTH + _BARS_WIDTH + _VALUE_WIDTH, _ROW * len(values) + 8
    shapes = []
    for row, (name, value) in enumerate(values.items()):
        middle, top = _ROW * row + 16, _ROW * row + 5
        length = _BARS_WIDTH * value
        begin, tip = (
            (_NAMES_WIDTH, _NAMES_WIDTH + length)
            if not parts.is_mirrored
            else (
                width - _NAMES_WIDTH - length,
                width - _NAMES_WIDTH - length,
            )
        )
        edge = width - _NAMES_WIDTH + 8 if parts.is_mirrored else _NAMES_WIDTH - 8
        shapes += [
            _text(name, edge, middle, anchor="start" if parts.is_mirrored else "end"),
            _SVG.rect(
                {"class": "accent", "fill": _ACCENT},
                x=_n(begin), y=_n(top), width=_n(length), height=_n(_ROW - 8), rx="2",
            ),
            _text(f"{value:.3f}", tip - 6 if parts.is_mirrored else tip + 6, middle,
                  anchor="end" if parts.is_mirrored else "start"),
        ]  # fmt: skip
    words = "; ".join(f"{name}: {value:.3f}" for name, value in values.items())
    return _picture(shapes, width, height, words)


def reliability(one: Calibration, parts: Parts) -> Picture:
    """The share that is right over the score, with the diagonal; bigger points stand for more suggestions."""
    title = f"{one.suggester} {one.version} · {parts.told(KIND_NAMES[one.kind])}"
    points = [(part.confidence, part.accuracy, part.count) for part in one.bins if part is not None]
    most = max(count for *_, count in points)
    shapes = [
        _text(title, _MARGIN + _SIDE / 2, 16, anchor="middle"),
        _line([(0, 0), (1, 0)], _FAINT, "faint"),
        _line([(0, 0), (0, 1)], _FAINT, "faint"),
        _line([(0, 0), (1, 1)], _FAINT, "faint", dashed=True),
        _line([(across, up) for across, up, _ in points], _ACCENT, "line"),
    ]
    for across, up, count in points:
        x, y = _place(across, up)
        radius = 2 + 4 * (count / most) ** 0.5
        shapes.append(_SVG.circle({"class": "accent", "fill": _ACCENT}, cx=_n(x), cy=_n(y), r=_n(radius)))
    for value in (0, 0.5, 1):
        x, y = _place(value, 0)
        shapes.append(_text(f"{value:g}", x, y + 16, anchor="middle"))
        x, y = _place(0, value)
        shapes.append(_text(f"{value:g}", x - 6, y + 4, anchor="end"))
    shapes.append(_text(parts.told(Message("score")), _MARGIN + _SIDE / 2, _MARGIN + _SIDE + 30, anchor="middle"))
    words = "; ".join(f"{across:.2f}: {up:.2f} ({count})" for across, up, count in points)
    return _picture(shapes, _SIDE + 2 * _MARGIN, _SIDE + 2 * _MARGIN, f"{title}: {words}")


def _place(across: float, up: float) -> tuple[float, float]:
    return _MARGIN + _SIDE * across, _MARGIN + _SIDE * (1 - up)


def _line(points: list[tuple[float, float]], colour: str, kind: str, *, dashed: bool = False) -> Any:
    places = " ".join(f"{_n(x)},{_n(y)}" for x, y in (_place(*point) for point in points))
    dashes = {"stroke-dasharray": "4 4"} if dashed else {}
    return _SVG.polyline({"class": kind, "stroke-width": "1.5"} | dashes, points=places, stroke=colour, fill="none")


def _text(text: str, x: float, y: float, *, anchor: str) -> Any:
    return _SVG.text(showable(text), {"class": "ink", "text-anchor": anchor} | _FONT, x=_n(x), y=_n(y), fill=_INK)


def _n(value: float) -> str:
    return f"{value:.1f}"


def _picture(shapes: list[Any], width: float, height: float, words: str) -> Picture:
    size = {"width": _n(width), "height": _n(height), "viewBox": f"0 0 {_n(width)} {_n(height)}"}
    drawn = etree.tostring(_SVG.svg(_SVG.style(_DARK), *shapes, size), encoding="utf-8")
    return f"data:image/svg+xml;base64,{b64encode(drawn).decode()}", words
