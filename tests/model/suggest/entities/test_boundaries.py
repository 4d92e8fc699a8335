"""Where names begin and end: clitics, the article, marks, longer words (guidelines, section 2)."""

import re
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from model.suggest.entities.page import stems
from model.suggestion import SuggestedMention
from model.text.folding import fold

Tags = Callable[..., list[tuple[str, str]]]
Suggest = Callable[..., list[SuggestedMention]]

COUNTRIES = ("العراق", "الأردن", "ألمانيا", "ليبيا", "بلجيكا", "كندا", "واليابان"[1:])


@pytest.mark.parametrize("country", COUNTRIES)
@pytest.mark.parametrize("proclitic", ["", "و", "ب", "ف", "ك", "وب"])
def test_proclitics_stay_outside(tags: Tags, country: str, proclitic: str) -> None:
    assert ("GPE", country) in tags(f"سافر الوفد {proclitic}{country} أول أمس")


def test_the_second_lam_opens_a_name_after_the_preposition(suggest: Suggest) -> None:
    (found,) = [mention for mention in suggest("رسالة للعراق") if mention.label == "GPE"]
    assert found.text == "لعراق"
    assert found.identity_key == "iraq"


def test_letters_of_the_word_are_never_cut(tags: Tags) -> None:
    for word in ("واشنطن", "بغداد", "ليبيا", "بيروت", "كندا", "فرنسا"):
        assert tags(f"إلى {word}.") == [("GPE", word)]


def test_no_name_inside_a_longer_word(tags: Tags) -> None:
    assert not [tag for tag in tags("تعريقها وتبغددها ومصريفة") if tag[0] == "GPE"]


def test_spelling_marks_belong_to_the_name(tags: Tags) -> None:
    assert ("GPE", "لبنـــان") in tags("عاد إلى لبنـــان")
    assert ("NORP", "الأميركيّة") in tags("المصالح الأميركيّة")


@pytest.mark.parametrize(("opening", "closing"), [("«", "»"), ('"', '"'), ("“", "”"), ("(", ")")])
def test_marks_that_open_inside_a_name_stay_inside(tags: Tags, opening: str, closing: str) -> None:
    name = f"شركة {opening}نجم الشرق{closing}"
    found = tags(f"وقّعت {name} عقداً")
    assert ("ORG", name) in found
    assert ("ORG", "نجم الشرق") in found


def test_marks_around_a_name_stay_outside(tags: Tags) -> None:
    assert ("GPE", "تونس") in tags("زار «تونس» مرتين")


@given(st.text(alphabet="ابتثجحخدذرزسشصضطظعغفقكلمنهويةىأإآ", min_size=1, max_size=9))
def test_every_stem_is_a_tail_of_its_word(word: str) -> None:
    folded = fold(word)
    for stem in stems(folded):
        rest = folded[stem.lead :]
        assert stem.key in (rest, "ا" + rest, "ال" + rest)
        assert folded.startswith(stem.proclitics)
        assert not stem.proclitics.endswith("س")


PIECES = """وزير الخارجية|العراقي|فؤاد حسين|،|في|بغداد|للولايات المتحدة|قال|رئيس الوزراء|«|»|(|)|حكومة|السوداني|ومحمد
العبيدي|شركة|نجم|اليوم|.|حزب|التنمية|المتحدث باسم|123|@dalil|الجيش|وبلينكن|أبو|قتادة|مطار|القاهرة|الدولي|قانون
النفط|والغاز"""


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(("\n", *re.split(r"[|\n]", PIECES))), max_size=25))
def test_mentions_nest_and_never_cross(suggest: Suggest, pieces: list[str]) -> None:
    text = " ".join(pieces)
    found = suggest(text)
    assert found == suggest(text)
    spans = [mention.hull for mention in found]
    assert len({(mention.hull, mention.label) for mention in found}) == len(found)
    assert len(set(spans)) == len(spans)
    for mention in found:
        assert mention.text == mention.hull.of(text)
        assert mention.text == mention.text.strip()
        assert 0 < mention.score < 1
        assert (mention.identity_key is None) == (mention.label == "OCC")
    for one in spans:
        for two in spans:
            assert not one.overlaps(two) or one.contains(two) or two.contains(one)
