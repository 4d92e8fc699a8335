from pathlib import Path

import pytest
from PySide6.QtGui import QFontMetricsF, QRawFont
from PySide6.QtWidgets import QApplication

from model.errors import TawsimError
from ui import fonts


def test_the_text_font_is_amiri_with_latin_brackets_and_both_digits(qapp: QApplication) -> None:
    fonts.load_fonts()
    raw = QRawFont.fromFont(fonts.text_font(22))
    assert raw.familyName() == "Amiri"
    assert all(raw.supportsCharacter(ord(character)) for character in "ابجدهوز()«»AZaz09٠٩")


def test_interface_font_has_arabic_and_latin_of_one_weight(qapp: QApplication) -> None:
    fonts.load_fonts()
    assert QFontMetricsF(fonts.interface_font(13, bold=True)).horizontalAdvance("نص text") > QFontMetricsF(
        fonts.interface_font(13)
    ).horizontalAdvance("نص text")


def test_fonts_stay_small() -> None:
    files = list((Path(__file__).parents[2] / "seeds" / "fonts").glob("*.ttf"))
    assert len(files) == 6
    assert sum(path.stat().st_size for path in files) < 3_000_000


def test_missing_fonts_are_told(qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TAWSIM_SEEDS", str(tmp_path))
    fonts.load_fonts.cache_clear()
    with pytest.raises(TawsimError, match="Amiri"):
        fonts.load_fonts()
    (tmp_path / "fonts").mkdir()
    (tmp_path / "fonts" / "broken.ttf").write_bytes(b"no font")
    with pytest.raises(TawsimError, match="broken"):
        fonts.load_fonts()


@pytest.fixture(autouse=True)
def _fresh() -> None:
    fonts.load_fonts.cache_clear()
