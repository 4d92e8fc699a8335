"""Colours in OKLCH (Björn Ottosson's OKLab in polar form) and their contrast by WCAG 2."""

import math

Linear = tuple[float, float, float]
"""Red, green and blue in linear light, 0 to 1."""

Lab = tuple[float, float, float]
"""OKLab: lightness 0 to 1, green–red, blue–yellow."""

_STEPS = 24


def hex_of(lightness: float, chroma: float, hue: float) -> str:
    """``#rrggbb`` of a lightness (0–1), chroma (0–0.37) and hue in degrees.

    A colour that no screen shows is brought in by lowering its chroma; lightness and hue stay.
    """
    if not _shown(linear_of_lab(_lab(lightness, chroma, hue))):
        low, high = 0.0, chroma
        for _ in range(_STEPS):
            middle = (low + high) / 2
            low, high = (middle, high) if _shown(linear_of_lab(_lab(lightness, middle, hue))) else (low, middle)
        chroma = low
    return hex_of_linear(linear_of_lab(_lab(lightness, chroma, hue)))


def _lab(lightness: float, chroma: float, hue: float) -> Lab:
    angle = math.radians(hue)
    return lightness, chroma * math.cos(angle), chroma * math.sin(angle)


def _shown(colour: Linear) -> bool:
    return all(-1e-6 <= channel <= 1 + 1e-6 for channel in colour)


def linear_of_lab(lab: Lab) -> Linear:
    """Linear light of an OKLab colour; channels outside 0–1 cannot be shown."""
    lightness, a, b = lab
    l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    s = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return (
        4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
        -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
        -0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s,
    )


def lab_of_linear(colour: Linear) -> Lab:
    """OKLab of a colour in linear light."""
    red, green, blue = colour
    l = math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
    m = math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
    s = math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
    return (
        0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
        1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
        0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s,
    )


def linear_of_hex(colour: str) -> Linear:
    """Linear light of ``#rrggbb``."""
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return _to_linear(red), _to_linear(green), _to_linear(blue)


def hex_of_linear(colour: Linear) -> str:
    """``#rrggbb``, channels clipped to what a screen shows."""
    return "#" + "".join(f"{round(255 * _from_linear(min(1.0, max(0.0, channel)))):02x}" for channel in colour)


def lch_of_hex(colour: str) -> tuple[float, float, float]:
    """Lightness, chroma and hue in degrees of ``#rrggbb``."""
    lightness, a, b = lab_of_linear(linear_of_hex(colour))
    return lightness, math.hypot(a, b), math.degrees(math.atan2(b, a)) % 360


def _to_linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4


def _from_linear(channel: float) -> float:
    return 12.92 * channel if channel <= 0.0031308 else 1.055 * channel ** (1 / 2.4) - 0.055


def difference(one: str, other: str) -> float:
    """The distance of two colours in OKLab; about 0.02 is just noticeable side by side."""
    return math.dist(lab_of_linear(linear_of_hex(one)), lab_of_linear(linear_of_hex(other)))


def contrast(one: str, other: str) -> float:
    """WCAG 2 contrast of two colours, 1 to 21."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = linear_of_hex(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
