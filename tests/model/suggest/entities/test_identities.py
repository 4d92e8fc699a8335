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


def test_two_people_with_one_family_name_stay_apart(suggest: Suggest) -> None:
    found = suggest("قال جورج بوش إن الأمر صعب\nورفض كامل بوش ذلك\nوأضاف بوش أنه باق")
    people = [(mention.text, mention.identity_key) for mention in found if mention.label == "PERS"]
    assert people[0][1] != people[1][1] == people[2][1]


def test_given_names_with_one_skeleton_are_two_people(suggest: Suggest) -> None:
    found = keys(suggest("قال النائب محمد سالم إن\nورفض النائب محمد سليم ذلك"), "PERS")
    assert found["محمد سالم"] != found["محمد سليم"]


def test_doubled_letters_are_the_same_name(suggest: Suggest) -> None:
    found = keys(suggest("قال السفير خالد بربيروش إن\nوأضاف السفير خالد بربيرروش"), "PERS")
    assert len(found) == 2
    assert len(set(found.values())) == 1


def test_a_bloc_or_mission_is_not_its_party(suggest: Suggest) -> None:
    found = keys(suggest("رئيس كتلة حركة نداء تونس وبعثة الأمم المتحدة"), "ORG")
    assert found["كتلة حركة نداء تونس"] != found["نداء تونس"]
    assert found["حركة نداء تونس"] == found["نداء تونس"]


def test_a_known_body_shares_its_key_with_its_quoted_name(suggest: Suggest) -> None:
    found = keys(suggest("أعلنت حركة «أمل» موقفها"), "ORG")
    assert found["حركة «أمل»"] == found["أمل"]


def test_letters_apart_stand_for_a_body(suggest: Suggest) -> None:
    found = keys(suggest("نشرت وكالة «سهل الندى» الخبر وقال المتحدث لـ(س ن) إن"), "ORG")
    assert found["س ن"] == found["سهل الندى"]


def test_the_credit_of_a_picture_is_no_second_name(suggest: Suggest) -> None:
    found = keys(suggest("مقر الأمم المتحدة (أسوشيتد برس) أمس"), "ORG")
    assert found["الأمم المتحدة"] != found["أسوشيتد برس"]


def test_a_swallowed_article_does_not_change_the_key(suggest: Suggest) -> None:
    found = keys(suggest("رئيس اللجنة الدولية للصليب الأحمر\nتابع للجنة الدولية للصليب الأحمر"), "ORG")
    assert found["اللجنة الدولية للصليب الأحمر"] == found["لجنة الدولية للصليب الأحمر"]


def test_somebody_s_nickname_is_the_same_person(suggest: Suggest) -> None:
    found = keys(suggest("حكموا على خالد الدليمي المعروف بـ«الصومالي»\nوقالوا إن «الصومالي» فر"), "PERS")
    assert found["خالد الدليمي"] == found["الصومالي"]


def scores(found: list[SuggestedMention]) -> dict[tuple[str, str], float | None]:
    return {(mention.label, mention.text): mention.identity_score for mention in found}


def test_every_key_says_how_likely_it_is_right(suggest: Suggest) -> None:
    text = "قال الوزير كامل الدليمي إن بغداد\nوأضاف الدليمي أن شركة «درب الرمال» (دربكو) في ليبيا @darbco"
    found = suggest(text)
    assert {mention.label for mention in found} >= {"PERS", "GPE", "ORG", "OCC", "WEBSITE"}
    for mention in found:
        assert (mention.identity_score is None) == (mention.identity_key is None)


def test_sure_names_of_the_lexicon_are_surest_and_guesses_less_sure(suggest: Suggest) -> None:
    text = "زار السفير فرناندو غوتيلاس بغداد أمس\nوأضاف السفير فرناندو جوتيلاس أن وزارة الدفاع العراقية"
    found = scores(suggest(text + "\nنفت وزارة الدفاع ذلك"))
    sure = found["GPE", "بغداد"]
    other = found["PERS", "فرناندو جوتيلاس"]
    short = found["ORG", "وزارة الدفاع"]
    assert sure is not None
    assert other is not None
    assert short is not None
    assert sure > other > short


def test_a_shared_form_is_the_thing_that_the_article_names_otherwise_too(suggest: Suggest) -> None:
    alone = keys(suggest("وصل إلى عمان أمس"), "GPE")
    beside = keys(suggest("وصل من سلطنة عمان أمس\nوعاد إلى عمان أمس"), "GPE")
    assert beside["سلطنة عمان"] == beside["عمان"] != alone["عمان"]


def test_given_names_cut_short_and_provinces_spelt_otherwise(suggest: Suggest) -> None:
    found = keys(suggest("قال الجنرال جوزيف ماكوردي ذلك\nوعاد الجنرال جو ماكوردي أمس"), "PERS")
    assert found["جوزيف ماكوردي"] == found["جو ماكوردي"]
    places = keys(suggest("في ميشيغان أمس\nوقال حاكم ولاية ميشيغن ذلك"), "GPE")
    assert places["ميشيغان"] == places["ولاية ميشيغن"]


def test_a_province_that_ends_in_a_region_s_name_is_another_place(suggest: Suggest) -> None:
    found = keys(suggest("في بغداد أمس\nفي ولاية شمال بغداذ"), "GPE")
    assert len(set(found.values())) == len(found)
