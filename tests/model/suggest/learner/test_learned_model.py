"""The bytes of a model: round trip, damage told clearly."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.errors import TawsimError
from model.suggest.context import Context
from model.suggest.learner.heading import version_of, with_heading
from model.suggest.learner.learned_model import LearnedModel
from model.suggest.learner.suggester import LearnedSuggester
from model.suggest.learner.training import train
from model.suggest.pipeline import Pipeline
from tests.model.suggest.learner.builders import crop_lesson

DATA = train([crop_lesson(number) for number in range(6)], rules=Pipeline(())).to_bytes()


def test_a_model_comes_back_from_its_bytes() -> None:
    model = LearnedModel.from_bytes(DATA, "it")
    assert model.to_bytes() == DATA
    assert model.version == version_of(DATA) == LearnedSuggester(DATA).version
    assert model.detector.tags.labels == ("CROP",)
    assert dict(model.policies)
    assert model.report.lessons == 6


@given(st.integers(0, len(DATA) - 1), st.integers(1, 255))
def test_a_changed_byte_is_found(at: int, by: int) -> None:
    damaged = bytearray(DATA)
    damaged[at] = (damaged[at] + by) % 256
    with pytest.raises(TawsimError) as raised:
        LearnedModel.from_bytes(bytes(damaged), "model.bin")
    assert "model.bin" in raised.value.message.english()


@pytest.mark.parametrize("length", [0, 5, len(DATA) // 2, len(DATA) - 1])
def test_a_part_of_a_model_is_none(length: int) -> None:
    with pytest.raises(TawsimError):
        LearnedModel.from_bytes(DATA[:length], "part")


def test_a_model_of_a_later_format_says_what_to_do() -> None:
    later = DATA.replace(b"model 1 ", b"model 2 ", 1)
    with pytest.raises(TawsimError, match="another version"):
        LearnedModel.from_bytes(later, "later")


@pytest.mark.parametrize("content", [b"\x80", b"", b"\xc1", b"no model"])
def test_contents_that_are_no_model_are_damaged_even_with_their_digest(content: bytes) -> None:
    with pytest.raises(TawsimError, match="damaged"):
        LearnedModel.from_bytes(with_heading(content, is_on=True), "it")


def test_a_model_that_is_off_is_not_even_read() -> None:
    article = crop_lesson(0).article
    off = with_heading(b"no model", is_on=False)
    assert LearnedSuggester(off).suggest(article, Context(article)) == []
    with pytest.raises(TawsimError, match="damaged"):
        LearnedSuggester(with_heading(b"no model", is_on=True)).suggest(article, Context(article))
