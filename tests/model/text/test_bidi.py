import pytest

from model.text.bidi import BidiControls, bidi_controls


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("اجتمع وزير الخارجية مع Joe Biden (46) أمس.", BidiControls.ABSENT),
        ("قال الوزير \u200fأمس", BidiControls.HARMLESS),
        ("قال \u2067الوزير\u2069 أمس", BidiControls.HARMLESS),
        ("وصل \u202eJoe Biden\u202c أمس", BidiControls.REORDERING),
        ("السطر سليم\nوهذا \u202eABC 123\u202c مقلوب", BidiControls.REORDERING),
        ("بقيت \u202bمفتوحة\nABC", BidiControls.HARMLESS),
        ("نصف زوج \ud800 ثم \u200f", BidiControls.HARMLESS),
        ("", BidiControls.ABSENT),
    ],
)
def test_controls(text: str, expected: BidiControls) -> None:
    assert bidi_controls(text) is expected


def test_direction_of_the_lines_matters() -> None:
    text = "\u200fABC, DEF."
    assert bidi_controls(text, right_to_left=True) is BidiControls.HARMLESS
    assert bidi_controls("ABC \u2067DEF!\u2069 GHI", right_to_left=False) is BidiControls.REORDERING
