"""Every pair of colours that a reader must tell apart or read, by computation."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.theme import ColouredLabel, Palette, Scheme, palette
from ui.theme.families import EVENTS, FAMILIES
from ui.theme.oklch import (
    contrast,
    difference,
    hex_of,
    hex_of_linear,
    lab_of_linear,
    lch_of_hex,
    linear_of_hex,
    linear_of_lab,
)
from ui.theme.palette import tag_colours

# Machado, Oliveira, Fernandes: A Physiologically-based Model for Simulation of Color Vision Deficiency
# (2009), at severity 1
DEFICIENCIES = {
    "protanopia": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deuteranopia": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.01182, 0.04294, 0.968881)),
    "tritanopia": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.3039)),
}
JUST_NOTICEABLE = 0.02
LABELS = [ColouredLabel(f"{family}{index}", family) for family in FAMILIES for index in range(4)]


def seen_with(deficiency: str, colour: str) -> str:
    linear = linear_of_hex(colour)
    red, green, blue = (sum(a * b for a, b in zip(row, linear, strict=True)) for row in DEFICIENCIES[deficiency])
    return hex_of_linear((red, green, blue))


@pytest.fixture(params=list(Scheme))
def colours(request: pytest.FixtureRequest) -> Palette:
    return palette(request.param, LABELS)


def test_contrast_of_black_on_white_is_21() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)


def test_known_oklch_value() -> None:
    assert lch_of_hex("#ff0000") == pytest.approx((0.628, 0.2577, 29.23), abs=1e-2)


@given(st.integers(0, 0xFFFFFF))
def test_hex_and_oklab_round_trip(value: int) -> None:
    colour = f"#{value:06x}"
    assert hex_of_linear(linear_of_lab(lab_of_linear(linear_of_hex(colour)))) == colour


@given(st.floats(0.15, 0.97), st.floats(0, 0.4), st.floats(0, 360))
def test_a_colour_out_of_gamut_keeps_its_lightness(lightness: float, chroma: float, hue: float) -> None:
    assert lch_of_hex(hex_of(lightness, chroma, hue))[0] == pytest.approx(lightness, abs=0.012)


def test_text_on_every_fill_and_chip_keeps_7_to_1(colours: Palette) -> None:
    for tag in (*colours.labels.values(), colours.events, colours.unknown):
        assert contrast(colours.text, tag.fill) >= 7
        assert contrast(colours.quiet, tag.fill) >= 4.5
        assert contrast(tag.text, tag.chip) >= 7
        assert contrast(tag.text, tag.fill) >= 7
        assert contrast(tag.text, colours.surface) >= 7, "a suggestion's chip has no fill"


def test_text_on_surfaces(colours: Palette) -> None:
    for surface in (colours.ground, colours.surface, colours.raised):
        assert contrast(colours.text, surface) >= 7
        for quieter in (colours.quiet, colours.accent, colours.amber, colours.danger, colours.success):
            assert contrast(quieter, surface) >= 4.5
    assert contrast(colours.text, colours.selection) >= 7
    assert contrast(colours.text, colours.accent_soft) >= 7
    assert contrast(colours.text, colours.amber_soft) >= 7
    assert contrast(colours.on_accent, colours.accent) >= 4.5


def test_frames_show_on_the_surface(colours: Palette) -> None:
    for tag in (*colours.labels.values(), colours.events):
        assert contrast(tag.frame, colours.surface) >= 3


def test_families_are_equal_in_lightness(colours: Palette) -> None:
    tags = list(colours.labels.values())
    for part in ("fill", "frame", "chip"):
        values = [lch_of_hex(getattr(tag, part))[0] for tag in tags]
        assert max(values) - min(values) < 0.02, part


@pytest.mark.parametrize("scheme", list(Scheme))
@pytest.mark.parametrize("deficiency", [None, *DEFICIENCIES])
def test_families_are_told_apart(scheme: Scheme, deficiency: str | None) -> None:
    frames = {name: tag_colours(tint, scheme).frame for name, tint in {**FAMILIES, "events": EVENTS}.items()}
    if deficiency is not None:
        frames = {name: seen_with(deficiency, colour) for name, colour in frames.items()}
    for one, other in itertools.combinations(frames, 2):
        assert difference(frames[one], frames[other]) > JUST_NOTICEABLE, (one, other)


def test_types_of_a_family_differ_from_each_other(colours: Palette) -> None:
    for family in FAMILIES:
        frames = [colours.for_mention(f"{family}{index}").frame for index in range(4)]
        assert len(set(frames)) == 4


def test_a_colour_of_the_schema_gives_hue_but_not_lightness() -> None:
    set_by_schema = palette(Scheme.LIGHT, [ColouredLabel("X", "people", "#00ff00")]).for_mention("X")
    lightness, _, hue = lch_of_hex(set_by_schema.frame)
    assert lightness == pytest.approx(0.58, abs=0.01)
    assert hue == pytest.approx(lch_of_hex("#00ff00")[2], abs=2)


def test_an_unknown_label_is_grey() -> None:
    assert lch_of_hex(palette(Scheme.DARK).for_mention("?").frame)[1] < 0.01
