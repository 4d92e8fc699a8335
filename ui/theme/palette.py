"""The colours of the window and of tags, computed for light and dark; plain ``#rrggbb`` texts."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from ui.theme.families import EVENTS, Tint, family_tint, shade
from ui.theme.oklch import hex_of, lch_of_hex


class Scheme(StrEnum):
    """Whether the window is light or dark."""

    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True, slots=True)
class TagColours:
    """What a tag is painted with. ``text`` stands on ``fill`` and on ``chip``, ``frame`` on the surface."""

    fill: str
    frame: str
    chip: str
    text: str


@dataclass(frozen=True, slots=True)
class _Lightness:
    fill: float
    frame: float
    chip: float
    text: float
    fill_chroma: float
    chip_chroma: float


_LIGHTNESS = {
    Scheme.LIGHT: _Lightness(fill=0.945, frame=0.58, chip=0.89, text=0.29, fill_chroma=0.30, chip_chroma=0.50),
    Scheme.DARK: _Lightness(fill=0.33, frame=0.75, chip=0.38, text=0.96, fill_chroma=0.42, chip_chroma=0.55),
}
_TEXT_CHROMA = 0.45


def tag_colours(tint: Tint, scheme: Scheme) -> TagColours:
    """The colours of one tint: equal in lightness to those of every other tint of the scheme."""
    at = _LIGHTNESS[scheme]
    text_chroma = tint.chroma * (_TEXT_CHROMA if scheme is Scheme.LIGHT else 0.15)
    return TagColours(
        fill=hex_of(at.fill, tint.chroma * at.fill_chroma, tint.hue),
        frame=hex_of(at.frame, tint.chroma, tint.hue),
        chip=hex_of(at.chip, tint.chroma * at.chip_chroma, tint.hue),
        text=hex_of(at.text, text_chroma, tint.hue),
    )


@dataclass(frozen=True, slots=True)
class Palette:
    """Every colour of one scheme.

    ``ground`` lies behind everything, ``surface`` behind the article, ``raised`` behind rails and menus. ``quiet`` is
    for text that may recede (at least 4.5:1 on every surface), ``hairline`` for thin lines, ``accent`` for focus and
    the current question, ``amber`` for warnings, ``selection`` behind selected text.
    """

    scheme: Scheme
    ground: str
    surface: str
    raised: str
    text: str
    quiet: str
    hairline: str
    accent: str
    on_accent: str
    accent_soft: str
    amber: str
    amber_soft: str
    danger: str
    success: str
    selection: str
    events: TagColours
    unknown: TagColours
    labels: Mapping[str, TagColours] = field(hash=False)

    def for_mention(self, label: str) -> TagColours:
        """The colours of a mention label; of a neutral grey when the schema does not know it."""
        return self.labels.get(label, self.unknown)


@dataclass(frozen=True, slots=True)
class ColouredLabel:
    """A mention label as the palette needs it: its family, and a colour that the schema sets for it, if any."""

    name: str
    family: str
    colour: str | None = None


def palette(scheme: Scheme, labels: Iterable[ColouredLabel] = ()) -> Palette:
    """The palette of a scheme for the mention labels of a schema, in the schema's order."""
    return (_light if scheme is Scheme.LIGHT else _dark)(label_colours(labels, scheme))


def label_colours(labels: Iterable[ColouredLabel], scheme: Scheme) -> dict[str, TagColours]:
    """Colours by label. Of a colour set by the schema the hue and chroma are kept, the lightness is the scheme's."""
    seen: dict[str, int] = {}
    found = {}
    for label in labels:
        index = seen.get(label.family, 0)
        seen[label.family] = index + 1
        found[label.name] = tag_colours(_tint_of(label, index), scheme)
    return found


def _tint_of(label: ColouredLabel, index: int) -> Tint:
    if label.colour is None:
        return shade(family_tint(label.family), index)
    _, chroma, hue = lch_of_hex(label.colour)
    return Tint(hue, chroma)


def _light(labels: Mapping[str, TagColours]) -> Palette:
    return Palette(
        scheme=Scheme.LIGHT,
        ground=hex_of(0.965, 0.004, 85),
        surface=hex_of(0.99, 0.004, 85),
        raised=hex_of(1.0, 0.0, 85),
        text=hex_of(0.23, 0.01, 70),
        quiet=hex_of(0.49, 0.012, 70),
        hairline=hex_of(0.89, 0.006, 80),
        accent=hex_of(0.50, 0.16, 262),
        on_accent=hex_of(1.0, 0.0, 0),
        accent_soft=hex_of(0.93, 0.035, 262),
        amber=hex_of(0.54, 0.12, 65),
        amber_soft=hex_of(0.94, 0.05, 85),
        danger=hex_of(0.52, 0.18, 25),
        success=hex_of(0.50, 0.12, 150),
        selection=hex_of(0.87, 0.065, 255),
        events=tag_colours(EVENTS, Scheme.LIGHT),
        unknown=tag_colours(Tint(0, 0.0), Scheme.LIGHT),
        labels=labels,
    )


def _dark(labels: Mapping[str, TagColours]) -> Palette:
    return Palette(
        scheme=Scheme.DARK,
        ground=hex_of(0.19, 0.006, 260),
        surface=hex_of(0.225, 0.007, 260),
        raised=hex_of(0.265, 0.008, 260),
        text=hex_of(0.93, 0.006, 85),
        quiet=hex_of(0.72, 0.01, 85),
        hairline=hex_of(0.36, 0.01, 260),
        accent=hex_of(0.76, 0.12, 255),
        on_accent=hex_of(0.18, 0.02, 260),
        accent_soft=hex_of(0.35, 0.06, 258),
        amber=hex_of(0.80, 0.13, 80),
        amber_soft=hex_of(0.36, 0.05, 75),
        danger=hex_of(0.74, 0.14, 25),
        success=hex_of(0.76, 0.13, 150),
        selection=hex_of(0.40, 0.08, 255),
        events=tag_colours(EVENTS, Scheme.DARK),
        unknown=tag_colours(Tint(0, 0.0), Scheme.DARK),
        labels=labels,
    )
