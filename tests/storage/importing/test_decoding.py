import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.seeds import seeds_folder
from storage.importing.decoding import decode
from storage.importing.source_file import UnreadableError

SENTENCE = (
    "أعلنت وزارة الزراعة أمس أن محصول الزيتون في إدلب تراجع بنسبة 15% عن العام الماضي، وقالت إن السبب قلة الأمطار."
)
PAGES = sorted((seeds_folder() / "corpus" / "articles").glob("*.txt"))[:12]


def arabic_only(text: str, encoding: str) -> str:
    """The text without what an old code page cannot hold."""
    return text.encode(encoding, "ignore").decode(encoding)


@pytest.mark.parametrize("encoding", ["utf-8", "windows-1256", "iso-8859-6"])
def test_real_pages_are_decoded_from_each_encoding_without_marks(encoding: str) -> None:
    for page in PAGES:
        text = arabic_only(page.read_bytes().decode(), encoding)
        found = decode(text.encode(encoding))
        assert (found.encoding, found.text) == (encoding, text), page.name


@pytest.mark.parametrize("encoding", ["windows-1256", "iso-8859-6"])
def test_one_sentence_is_enough_to_tell_the_code_pages_apart(encoding: str) -> None:
    text = arabic_only(SENTENCE, encoding)
    assert decode(text.encode(encoding)).encoding == encoding


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
    ],
)
@given(text=st.text(st.characters(exclude_categories=["Cs"])))
def test_a_mark_decides_and_only_the_first_one_is_no_text(mark: bytes, encoding: str, text: str) -> None:
    # a NUL after the mark of UTF-16 reads as the mark of UTF-32
    text = "\ufeff" + text if not text.startswith("\0") else "ب" + text
    found = decode(mark + text.encode(encoding))
    assert (found.text, found.encoding) == (text, encoding)


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1))
def test_utf8_comes_back_exactly(text: str) -> None:
    text = text.removeprefix("\ufeff") or "ب"
    assert decode(text.encode()).text == text


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_without_its_mark_is_found_by_its_bytes(encoding: str) -> None:
    assert decode(SENTENCE.encode(encoding)).text == SENTENCE


def test_a_wanted_encoding_is_used_whatever_it_looks_like() -> None:
    assert decode(SENTENCE.encode(), wanted="utf8").encoding == "utf-8"
    assert decode("ا".encode("iso8859_6"), wanted="cp1256").text == "ا"
    assert decode(codecs.BOM_UTF16_BE + SENTENCE.encode("utf-16-be"), wanted="utf-16").text == SENTENCE


def test_a_wanted_encoding_that_does_not_fit_is_refused_with_the_byte() -> None:
    with pytest.raises(UnreadableError, match="byte 3"):
        decode(b"abc\xff", wanted="utf-8")
    with pytest.raises(UnreadableError, match="no encoding called"):
        decode(b"abc", wanted="klingon")


def test_a_declaration_counts_only_when_it_fits() -> None:
    assert decode(SENTENCE.encode("cp1256"), declared="windows-1256").encoding == "windows-1256"
    assert decode(SENTENCE.encode(), declared="ascii").encoding == "utf-8"


@pytest.mark.parametrize(
    "content",
    [b"\x89PNG\r\n\x1a\n" + bytes(range(256)), b"%PDF-1.7\n" + b"text " * 50, bytes(range(256)) * 20, b"\0" * 4096],
)
def test_binary_files_are_refused(content: bytes) -> None:
    with pytest.raises(UnreadableError, match="binary"):
        decode(content)


def test_bytes_in_no_plausible_encoding_are_refused() -> None:
    # Hebrew in its own code page, cut with bytes that no Arabic code page has in prose
    garbled = bytes((value * 37) % 96 + 160 for value in range(3000))
    with pytest.raises(UnreadableError, match="could not be found out"):
        decode(garbled)
