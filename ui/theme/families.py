"""The hues of the families of labels: one point each of the OKLab plane, kept apart for every reader.

The points were found by a search that maximises the smallest distance of any two families, in light and dark, as seen
by everybody and as simulated for protanopia, deuteranopia and tritanopia (Machado, Oliveira and Fernandes 2009). At
equal lightness a reader with such a deficiency has one dimension of colour left, so families differ in chroma too.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tint:
    """Hue in degrees and OKLCH chroma at full strength."""

    hue: float
    chroma: float


FAMILIES = {
    "people": Tint(248, 0.15),
    "groups": Tint(308, 0.07),
    "bodies": Tint(316, 0.15),
    "places": Tint(136, 0.15),
    "facilities": Tint(160, 0.13),
    "times": Tint(56, 0.15),
    "numbers": Tint(72, 0.07),
    "works": Tint(0, 0.09),
}
EVENTS = Tint(260, 0.02)
"""Events are told from mentions by their shape, so they need no hue of their own: ink."""

_HUE_STEPS = (0.0, 7.0, -7.0, 12.0, -12.0)
_CHROMA_STEPS = (1.0, 0.8, 0.9, 0.7, 0.85)


def family_tint(family: str) -> Tint:
    """The tint of a family; families that a schema invents share the quiet one of numbers and events."""
    return FAMILIES.get(family, EVENTS)


def shade(tint: Tint, index: int) -> Tint:
    """The tint of the ``index``-th type of a family: near its family's, at the same lightness."""
    step = index % len(_HUE_STEPS)
    return Tint((tint.hue + _HUE_STEPS[step]) % 360, tint.chroma * _CHROMA_STEPS[step])
