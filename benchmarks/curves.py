"""Curves as small SVG pictures."""

from collections.abc import Mapping, Sequence
from html import escape
from pathlib import Path

_WIDTH, _HEIGHT, _LEFT, _BOTTOM, _TOP = 480, 300, 48, 40, 28
_COLOURS = ("#2b6cb0", "#c05621", "#2f855a", "#6b46c1")
Points = Sequence[tuple[float, float]]


def write_curves(path: Path, title: str, across: str, lines: Mapping[str, Points]) -> None:
    """Lines over a common axis; values from 0 to 1 upwards."""
    most = max(x for points in lines.values() for x, _ in points)
    drawn = [_frame(title, across, most)]
    for number, (name, points) in enumerate(lines.items()):
        drawn.append(_line(name, points, most, _COLOURS[number % len(_COLOURS)], number))
    path.parent.mkdir(parents=True, exist_ok=True)
    opening = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}" font-family="sans-serif"'
    ground = f'<rect width="{_WIDTH}" height="{_HEIGHT}" fill="white"/>'
    content = "\n".join((f'{opening} font-size="11">', ground, *drawn, "</svg>\n"))
    path.write_text(content, encoding="utf-8")


def _x(value: float, most: float) -> float:
    return round(_LEFT + value / most * (_WIDTH - _LEFT - 16), 1)


def _y(value: float) -> float:
    return round(_HEIGHT - _BOTTOM - value * (_HEIGHT - _BOTTOM - _TOP), 1)


def _frame(title: str, across: str, most: float) -> str:
    parts = [f'<text x="{_LEFT}" y="16" font-size="13">{escape(title)}</text>']
    for tenth in range(0, 11, 2):
        y = _y(tenth / 10)
        parts.append(f'<line x1="{_LEFT}" x2="{_WIDTH - 16}" y1="{y}" y2="{y}" stroke="#ddd"/>')
        parts.append(f'<text x="{_LEFT - 6}" y="{y + 4}" text-anchor="end">{tenth / 10:.1f}</text>')
    for quarter in range(5):
        value = most * quarter / 4
        parts.append(f'<text x="{_x(value, most)}" y="{_HEIGHT - 22}" text-anchor="middle">{value:,.0f}</text>')
    parts.append(f'<text x="{_WIDTH / 2}" y="{_HEIGHT - 6}" text-anchor="middle">{escape(across)}</text>')
    return "\n".join(parts)


def _line(name: str, points: Points, most: float, colour: str, number: int) -> str:
    path = " ".join(f"{_x(x, most)},{_y(y)}" for x, y in points)
    dots = "".join(f'<circle cx="{_x(x, most)}" cy="{_y(y)}" r="2.5" fill="{colour}"/>' for x, y in points)
    y = _HEIGHT - _BOTTOM - 12 - 15 * number
    return (
        f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="1.5"/>{dots}'
        f'<text x="{_WIDTH - 24}" y="{y}" text-anchor="end" fill="{colour}">{escape(name)}</text>'
    )
