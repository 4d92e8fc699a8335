"""Verbs and nouns come in the forms that Arabic gives them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.suggest.events.inflection import Kind, feminine_plural, noun_forms, participle_forms, verb_forms
from model.suggest.events.lexicon import load_forms
from model.suggest.events.lookup import read_word
from model.text.folding import fold


@pytest.mark.parametrize(
    ("perfect", "imperfect", "forms"),
    [
        ("قال", "يقول", "قال قالت قالوا قلنا يقول تقول نقول يقولون قيل يقال يقل"),
        ("دعا", "يدعو", "دعا دعت دعوا دعونا دعي يدعو تدعو يدعون يدعى يدع"),
        ("التقى", "يلتقي", "التقى التقت التقيا التقوا التقينا يلتقي يلتقيان يلتقون يلتق"),
        ("قاطع", "يقاطع", "قاطع قاطعوا قوطع يقاطع نقاطع يقاطعون"),
        ("أدان", "يدين", "أدان أدانت أدنا أدين يدين يدان"),
        ("هنأ", "يهنئ", "هنأ هنأت هنأوا هنئ يهنئ يهنئون"),
        ("استقال", "يستقيل", "استقال استقالت استقلنا يستقيل يستقيلون"),
    ],
)
def test_a_verb_has_its_forms(perfect: str, imperfect: str, forms: str) -> None:
    made = {form.text for form in verb_forms(perfect, imperfect)}
    assert {fold(form) for form in forms.split()} <= made


def test_shortened_forms_are_told_from_full_ones() -> None:
    kinds = {form.text: form.kind for form in verb_forms("قال", "يقول")}
    assert kinds["يقل"] is Kind.JUSSIVE
    assert kinds["يقول"] is Kind.IMPERFECT


def test_nouns_change_before_pronouns() -> None:
    before = {form.text for form in noun_forms("لقاء") if form.before_pronoun}
    assert before == {"لقاي", "لقاو"}
    assert "زيارت" in {form.text for form in noun_forms("زيارة") if form.before_pronoun}
    assert feminine_plural("زيارة") == "زيارات"
    assert feminine_plural("اجتماع") == "اجتماعات"


def test_a_circumstance_is_accusative() -> None:
    assert "موكد" not in {form.text for form in participle_forms("مؤكد", Kind.CIRCUMSTANCE)}
    assert "موقع" in {form.text for form in participle_forms("موقع", Kind.PASSIVE)}


@given(st.data())
def test_every_form_of_the_lexicon_is_read_back_behind_a_conjunction(data: st.DataObject) -> None:
    text = data.draw(st.sampled_from(sorted(load_forms())))
    form, sense = load_forms()[text][0]
    word = "و" + text + ("ها" if form.before_pronoun else "")
    assert any(reading.sense is sense and reading.proclitics == "و" for reading in read_word(word))


@given(st.text("وفبلكسالقتهمينيةأىءؤ"))
def test_the_stem_lies_inside_the_word(word: str) -> None:
    folded = fold(word)
    for reading in read_word(folded):
        assert folded[: reading.start] == reading.proclitics
        assert folded[reading.end :] == reading.pronoun
        assert 0 <= reading.start < reading.end <= len(folded)
