"""What the rules tag, each with its counter-example (guidelines, sections 3 and 5)."""

from collections.abc import Callable

import pytest

Tags = Callable[..., list[tuple[str, str]]]


def of(label: str, found: list[tuple[str, str]]) -> list[str]:
    return [text for kind, text in found if kind == label]


@pytest.mark.parametrize(
    ("text", "post"),
    [
        ("صرّح وزير الداخلية والبلديات اللبناني أمس", "وزير الداخلية والبلديات اللبناني"),
        ("قال المتحدث باسم البنتاغون إن", "المتحدث باسم البنتاغون"),
        ("دعا الأمين العام للأمم المتحدة إلى", "الأمين العام للأمم المتحدة"),
        ("انتُخب رئيساً للجمهورية أمس", "رئيساً للجمهورية"),
        ("غادر رئيس أركان الجيش القاعة", "رئيس أركان الجيش"),
        ("وصل المبعوث الفرنسي الخاص إلى ليبيا مساءً", "المبعوث الفرنسي الخاص إلى ليبيا"),
        ("قال وزير الدفاع في حكومة طالبان أمس", "وزير الدفاع في حكومة طالبان"),
    ],
)
def test_a_post_reaches_to_the_end_of_its_complement(tags: Tags, text: str, post: str) -> None:
    assert post in of("OCC", tags(text))


@pytest.mark.parametrize(
    "text", ["قال الوزير إن", "التقى مسؤولين كباراً", "غادر الجنود المدينة", "شكا مسؤول من التأخير"]
)
def test_bare_posts_and_roles_are_no_mentions(tags: Tags, text: str) -> None:
    assert of("OCC", tags(text)) == []


def test_a_title_and_a_name_are_two_mentions(tags: Tags) -> None:
    found = tags("التقى الشيخ سالم العتيبي والنائبة هدى المصري")
    assert of("OCC", found) == ["الشيخ", "النائبة"]
    assert of("PERS", found) == ["سالم العتيبي", "هدى المصري"]


def test_a_profession_counts_beside_a_name_only(tags: Tags) -> None:
    assert "المحامي" in of("OCC", tags("وقال المحامي خالد الجبوري إن موكله بريء"))
    assert of("OCC", tags("وقال المحامي إن موكله بريء")) == []


def test_nationalities_nest_in_longer_names(tags: Tags) -> None:
    found = tags("أعلنت وزارة الدفاع الإيطالية سحب القوات الإيطالية")
    assert of("ORG", found) == ["وزارة الدفاع الإيطالية", "القوات الإيطالية"]
    assert of("NORP", found) == ["الإيطالية", "الإيطالية"]


@pytest.mark.parametrize(
    "text", ["عادت القوات إلى الثكنة", "اجتمعت اللجنة أمس", "قرر البرلمان التأجيل", "لجنة عسكرية مشتركة"]
)
def test_bare_class_nouns_stay_untagged(tags: Tags, text: str) -> None:
    assert of("ORG", tags(text)) == []


def test_descriptive_tails_stay_outside(tags: Tags) -> None:
    assert "الجيش السوداني" in of("ORG", tags("قصف الجيش السوداني بقيادة البرهان مواقع"))


def test_class_word_and_name_are_both_tagged(tags: Tags) -> None:
    found = tags("سيطر تنظيم داعش على محافظة نينوى")
    assert of("ORG", found) == ["تنظيم داعش", "داعش"]
    assert of("GPE", found) == ["محافظة نينوى", "نينوى"]


def test_a_family_name_that_is_a_nationality(tags: Tags) -> None:
    found = tags("قال محمد شياع السوداني إن الجيش السوداني\nوأضاف السوداني أن حكومة السوداني")
    assert of("PERS", found) == ["محمد شياع السوداني", "السوداني", "السوداني"]
    assert of("NORP", found) == ["السوداني"]


def test_short_forms_are_found_before_and_after_the_full_name(tags: Tags) -> None:
    found = tags("زيارة الزبيدي\nوصل رائد الزبيدي إلى عمّان، ثم غادر الزبيدي المطار وللزبيدي شقيق")
    assert of("PERS", found) == ["الزبيدي", "رائد الزبيدي", "الزبيدي", "لزبيدي"]


def test_a_kunya_and_a_compound_given_name(tags: Tags) -> None:
    assert "أبو عمر البغدادي" in of("PERS", tags("قُتل أبو عمر البغدادي في الغارة"))
    assert "عبد الرحيم بن صالح" in of("PERS", tags("وقال عبد الرحيم بن صالح إن"))


def test_a_preposition_is_no_given_name(tags: Tags) -> None:
    assert of("PERS", tags("ردّ خالد الجبوري على الأسئلة")) == ["خالد الجبوري"]


def test_bracketed_second_names(tags: Tags) -> None:
    found = tags("أفاد مكتب الأمم المتحدة لتنسيق الشؤون الإنسانية (OCHA) بأن")
    assert "OCHA" in of("ORG", found)


def test_seats_of_power_are_places_after_a_preposition(tags: Tags) -> None:
    assert of("FAC", tags("استقبله في البيت الأبيض")) == ["البيت الأبيض"]
    assert of("ORG", tags("نفى البيت الأبيض الخبر")) == ["البيت الأبيض"]


def test_languages_by_their_context(tags: Tags) -> None:
    assert of("LANGUAGE", tags("تحدث بالفرنسية، ويتقن التركية")) == ["الفرنسية", "التركية"]
    assert of("LANGUAGE", tags("القوات الفرنسية والتركية")) == []


def test_laws_events_and_regions(tags: Tags) -> None:
    assert of("LAW", tags("اعتمد المجلس القرار 1701 بالإجماع")) == ["القرار 1701"]
    assert of("EVENT", tags("ذكرى مجازر 8 ماي 1945")) == ["مجازر 8 ماي 1945"]
    assert of("LOC", tags("قصف على شمال غربي سوريا")) == ["شمال غربي سوريا"]
    assert of("LOC", tags("قصف غربي دمشق")) == []


@pytest.mark.parametrize("address", ["@dar_alsalam", "https://news.example/a/b?c=1", "mawqi3.example/ar"])
def test_addresses(tags: Tags, address: str) -> None:
    assert tags(f"عبر {address}، مساءً") == [("WEBSITE", address)]


def test_decimal_numbers_and_initials_are_no_addresses(tags: Tags) -> None:
    assert of("WEBSITE", tags("ارتفع 3.5 في U.S. أمس")) == []


def test_zones_limit_what_is_tagged(tags: Tags) -> None:
    text = "رويترز - بيروت\nالقائمة العراق\nوصل إلى العراق"
    assert tags(text, ("byline", "boilerplate", "body")) == [("ORG", "رويترز"), ("GPE", "العراق")]


@pytest.mark.parametrize("name", ["شرورق", "أم رطيب", "رأس كمباز"])
def test_unknown_places_after_their_class_word(tags: Tags, name: str) -> None:
    assert of("GPE", tags(f"في بلدة {name}، أمس")) == [f"بلدة {name}", name]


@pytest.mark.parametrize("text", ["في بلدة صغيرة، أمس", "إلى معبر حدودي، ثم", "من قرية نائية.", "سكان مدينة بأكملها"])
def test_described_places_are_no_names(tags: Tags, text: str) -> None:
    assert [tag for tag in tags(text) if tag[0] in ("GPE", "FAC")] == []


def test_a_masculine_nisba_after_a_government_is_its_leader(tags: Tags) -> None:
    found = tags("تسعى حكومة اليمني إلى التسوية، وتسعى الحكومة اليمنية إلى السلام")
    assert of("PERS", found) == ["اليمني"]
    assert of("NORP", found) == ["اليمنية"]


def test_numbers_of_earlier_suggesters_do_not_cut_names(tags: Tags) -> None:
    assert of("PERS", tags("استقبل الملك محمد السادس الوفد")) == ["محمد السادس"]
