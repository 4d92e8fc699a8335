"""Properties of offset converters and of folding: what comes back is what went in."""

from hypothesis import given
from hypothesis import strategies as st

from model.text.folding import fold, fold_aligned
from model.text.offsets import OffsetMap

TEXTS = st.text(st.one_of(st.sampled_from("والعراقبغدادًٌٍّّـأإآةىئؤ٣4 \u200f😀🇮🇶\ufeffİßΣ"), st.characters()))


@given(TEXTS)
def test_utf16_offsets_agree_with_the_encoder(text: str) -> None:
    offsets = OffsetMap(text)
    for at in range(len(text) + 1):
        unit = len(text[:at].encode("utf-16-le", "surrogatepass")) // 2
        assert offsets.to_utf16(at) == unit
        assert offsets.from_utf16(unit) == at


@given(TEXTS)
def test_utf8_offsets_agree_with_the_encoder(text: str) -> None:
    offsets = OffsetMap(text)
    for at in range(len(text) + 1):
        byte = len(text[:at].encode("utf-8", "surrogatepass"))
        assert offsets.to_utf8(at) == byte
        assert offsets.from_utf8(byte) == at


def test_an_offset_inside_a_character_goes_to_its_start() -> None:
    offsets = OffsetMap("ا😀ب")
    assert offsets.from_utf16(2) == 1
    assert offsets.from_utf8(4) == 1


@given(TEXTS)
def test_aligned_folding_equals_folding_and_points_into_the_original(text: str) -> None:
    folded = fold_aligned(text)
    assert folded.text == fold(text)
    assert len(folded.origins) == len(folded.text) + 1
    assert list(folded.origins) == sorted(folded.origins)
    for index, character in enumerate(folded.text):
        assert character in fold(text[folded.origins[index]])


@given(TEXTS, st.data())
def test_a_folded_range_goes_back_to_text_that_folds_to_it(text: str, data: st.DataObject) -> None:
    folded = fold_aligned(text)
    if not folded.text:
        return
    start = data.draw(st.integers(0, len(folded.text) - 1))
    end = data.draw(st.integers(start + 1, len(folded.text)))
    span = folded.original_span(start, end)
    assert folded.text[start:end] in fold(span.of(text))


def test_every_diacritic_of_camel_tools_is_folded_away() -> None:
    from camel_tools.utils.charsets import AR_DIAC_CHARSET

    assert fold("".join(AR_DIAC_CHARSET)) == ""


def test_spellings_of_one_word_meet() -> None:
    assert fold("أميركا") == fold("اميركا") == fold("أَميـركا")
    assert fold("إيران") == fold("ايران")
    assert fold("مصطفى") == fold("مصطفي")
    assert fold("القاهرة") == fold("القاهره")
    assert fold("٢٠٢٣") == fold("۲۰۲۳") == "2023"
    assert fold("سماء") != fold("سما")
