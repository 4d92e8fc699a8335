"""The bundled fonts: Amiri for article text, Noto Sans Arabic and Noto Sans for the interface."""

from functools import cache

from PySide6.QtGui import QFont, QFontDatabase

from model.errors import TawsimError
from model.messages import Message
from model.seeds import seeds_folder

TEXT_FAMILY = "Amiri"
INTERFACE_FAMILIES = ("Noto Sans Arabic", "Noto Sans")
"""Arabic first; the second has the Latin letters, digits and brackets that the first lacks."""


@cache
def load_fonts() -> tuple[str, ...]:
    """Register the fonts of ``seeds/fonts`` with Qt, once; needs a ``QGuiApplication``. Returns their families."""
    folder = seeds_folder() / "fonts"
    families: dict[str, None] = {}
    for path in sorted(folder.glob("*.ttf")):
        families.update(dict.fromkeys(QFontDatabase.applicationFontFamilies(_register(str(path)))))
    missing = [family for family in (TEXT_FAMILY, *INTERFACE_FAMILIES) if family not in families]
    if missing:
        raise TawsimError(
            Message(
                "The fonts {families} are missing from {folder}. The program was not installed completely: "
                "install it again. Nothing was opened.",
                families=", ".join(missing),
                folder=str(folder),
            )
        )
    return tuple(families)


def _register(path: str) -> int:
    identifier = QFontDatabase.addApplicationFont(path)
    if identifier < 0:
        raise TawsimError(
            Message(
                "The font file {path} cannot be read. The program was not installed completely: install it again. "
                "Nothing was opened.",
                path=path,
            )
        )
    return identifier


def text_font(pixels: float, *, bold: bool = False) -> QFont:
    """The font of article text."""
    return _font((TEXT_FAMILY,), pixels, bold=bold)


def interface_font(pixels: float, *, bold: bool = False) -> QFont:
    """The font of everything that is not article text."""
    return _font(INTERFACE_FAMILIES, pixels, bold=bold)


def _font(families: tuple[str, ...], pixels: float, *, bold: bool) -> QFont:
    return QFont(_prototype(families, pixels, bold))


@cache
def _prototype(families: tuple[str, ...], pixels: float, bold: bool) -> QFont:
    font = QFont(list(families))
    font.setPixelSize(max(1, round(pixels)))
    font.setBold(bold)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font
