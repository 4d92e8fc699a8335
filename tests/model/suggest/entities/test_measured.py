"""What a suggestion's score says: how often its rule is right."""

from collections.abc import Callable

from model.suggestion import SuggestedMention

Suggest = Callable[..., list[SuggestedMention]]


def score_of(found: list[SuggestedMention], label: str, text: str) -> float:
    return next(one.score for one in found if (one.label, one.text) == (label, text))


def test_sure_names_score_higher_than_those_that_stand_on_evidence(suggest: Suggest) -> None:
    sure = score_of(suggest("وصل إلى بغداد أمس"), "GPE", "بغداد")
    evident = score_of(suggest("وصل من عدن أمس"), "GPE", "عدن")
    assert sure > evident


def test_one_rule_scores_each_label_by_what_it_finds(suggest: Suggest) -> None:
    body = score_of(suggest("قالت شركة «درب الرمال» ذلك"), "ORG", "شركة «درب الرمال»")
    event = score_of(suggest("انتهى مهرجان «درب الرمال» أمس"), "EVENT", "مهرجان «درب الرمال»")
    assert body > event


def test_bare_guesses_score_lowest(suggest: Suggest) -> None:
    told = score_of(suggest("وأوضح شتاينغرين أن القرار صعب"), "PERS", "شتاينغرين")
    guessed = score_of(suggest("وتغلب على الفرنسي ليليانو تورامين في المباراة"), "PERS", "ليليانو تورامين")
    assert told > guessed
