"""Which mentions share a key within an article."""

from collections.abc import Callable

from model.suggestion import SuggestedMention

Suggest = Callable[..., list[SuggestedMention]]


def keys(found: list[SuggestedMention], label: str) -> dict[str, str | None]:
    return {mention.text: mention.identity_key for mention in found if mention.label == label}


def test_spellings_and_names_of_one_state_meet(suggest: Suggest) -> None:
    found = keys(suggest("أميركا والولايات المتحدة الأمريكية وأمريكا"), "GPE")
    assert len(set(found.values())) == 1
    assert len(found) == 3


def test_short_and_full_names_of_a_person_meet(suggest: Suggest) -> None:
    found = keys(suggest("قال النائب كامل الدليمي إن\nوأضاف الدليمي أن سمير العاني رفض"), "PERS")
    assert found["كامل الدليمي"] == found["الدليمي"] != found["سمير العاني"]


def test_transliterations_of_an_unlisted_name_meet(suggest: Suggest) -> None:
    found = keys(suggest("قال السفير فرناندو غوتيلاس أمس\nوأضاف السفير فرناندو جوتيلاس"), "PERS")
    assert len(found) == 2
    assert len(set(found.values())) == 1


def test_class_word_name_and_gloss_meet(suggest: Suggest) -> None:
    text = "أعلنت شركة «درب الرمال» للنقل (دربكو) إفلاسها، وقالت «درب الرمال» إن"
    found = keys(suggest(text), "ORG")
    assert found["شركة «درب الرمال» للنقل"] == found["درب الرمال"] == found["دربكو"]


def test_spellings_of_a_nationality_give_one_body(suggest: Suggest) -> None:
    found = keys(suggest("لجنة العلاقات الأميركية ولجنة العلاقات الأمريكية"), "ORG")
    assert len(found) == 2
    assert len(set(found.values())) == 1


def test_nationalities_have_the_key_of_the_lexicon(suggest: Suggest) -> None:
    assert set(keys(suggest("العراقي والعراقيون والعراقية"), "NORP").values()) == {"norp_iraqi"}


def test_posts_have_no_identity(suggest: Suggest) -> None:
    assert keys(suggest("قال وزير المالية إن"), "OCC") == {"وزير المالية": None}
