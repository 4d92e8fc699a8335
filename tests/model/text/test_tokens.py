"""Tokens are those of camel-tools, whichever way they were found."""

from camel_tools.tokenizers.word import simple_word_tokenize
from hypothesis import given
from hypothesis import strategies as st

from model.text.tokens import tokenize

_USUAL = "اأبتثجدرسعلمنهويةىؤئءـَّّ٠١٢09abXYZ.,:;!?()[]{}<>«»،؛؟“”„‘’–—…٪٫٬•°€£#*@_-+=/\\\\|~^`'\"$%& \n\t"
_RARER = "àÉñÿ‹›©®×÷●○■□▪▫◆◇☰☆★◄►▶◀▷◂▾▸▼▲↑↓←→↻✉✓✔♥⎙\u200e\u200f\u202b\u202c\ufeff"
_LETTERS = "".join(map(chr, [*range(0x621, 0x653), *range(0x660, 0x66A), *range(0x670, 0x6D4), *range(0xC0, 0x100)]))
_ANY = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)


@given(
    st.text(st.sampled_from(_USUAL + _RARER) | st.sampled_from(_LETTERS), max_size=60)
    | _ANY
    | st.sampled_from(["واو👍🏽كبير", "1️⃣ أولاً", "ℹ️", "a©b", "٣٪"])
)
def test_tokens_are_those_of_camel_tools(text: str) -> None:
    assert [token.text for token in tokenize(text)] == simple_word_tokenize(text)
