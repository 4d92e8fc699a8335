"""The style sheet: its icons are there, drawn in inks that show on what lies behind them."""

import re
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from ui.theme import Scheme, palette
from ui.theme.oklch import contrast
from ui.theme.style import style_sheet

ICON = re.compile(r'url\("([^"]+)"\)')
INK = re.compile(r'stroke="(#[0-9a-f]{6})"')


@pytest.mark.parametrize("scheme", list(Scheme))
def test_icons_are_there_and_show(scheme: Scheme) -> None:
    colours = palette(scheme)
    paths = {Path(path) for path in ICON.findall(style_sheet(colours))}
    assert {path.name for path in paths} == {f"chevron-{scheme}.svg", f"check-{scheme}.svg"}
    for path in paths:
        assert not QImage(str(path)).isNull(), "the format's plug-in is there too"
        (ink,) = INK.findall(path.read_text("utf-8"))
        behind = colours.accent if path.name.startswith("check") else colours.surface
        assert contrast(ink, behind) >= 4.5


def test_every_brace_of_the_sheet_has_its_other_half() -> None:
    sheet = style_sheet(palette(Scheme.LIGHT))
    assert sheet.count("{") == sheet.count("}") > 20
    assert "None" not in sheet
