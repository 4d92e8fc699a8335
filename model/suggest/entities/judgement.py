"""Whether an opening noun and what follows it make a name, or only describe (rulings 3 and 4), and how surely."""

from dataclasses import dataclass

from model.messages import Message
from model.suggest.entities import vocabulary
from model.suggest.entities.common_words import is_common_form
from model.suggest.entities.complement import Complement
from model.suggest.entities.lexicon_index import Head, body_heads, post_heads
from model.suggest.entities.page import OPENING, Page, Stem

REASON_QUOTED = Message("opening noun with a quoted name")
REASON_NAME = Message("opening noun with a name")
REASON_NATIONALITY = Message("opening noun with a nationality")
REASON_COMPLEMENT = Message("opening noun with its complement")

PLACES = ("GPE", "LOC", "FAC")
_OTHER_RULES = frozenset({"direction", "neighbourhood_gate"})
_BETWEEN_TWO = 2
CONFERENCES = frozenset({"conference", "forum"})
"""Occasions that are named by what they are about."""
_STATE_OCCASIONS = frozenset({"constitution", "summit", "election", "cup"})
_ALONE = "ministry_alone"
_POWER = vocabulary.words("النووية الكهربائية الحرارية الكهروحرارية الكهرومائية الغازية الشمسية")
_TEAM = "فريق"
_ACTS = vocabulary.words("حركة مقاومة تنظيم")
"""Heads that are masdars first: حركة النقل، تنظيم الانتخابات."""
_ORGANISING = "تنظيم"
"""A group, or what is done with conferences and elections."""
_CARETAKING = "تصريف"
"""A government that only keeps affairs going is any government: حكومة تصريف الأعمال."""
_GUARD = "خفر"
_HONOURING = frozenset({"institute", "foundation"})
"""Bodies that bear somebody's name before what they are for: مؤسسة فلان للعلوم."""
_COMPLEX = "مجمع"
_COASTS = vocabulary.words("سواحل شواطئ")
"""A masculine nationality after them describes their guard: خفر السواحل الليبي."""
_DESCRIBED = frozenset({"base", "building", "crossing", "dam", "plant"})
"""Places that ordinary nouns describe (قاعة الدروس) or that are other things too (منفذ الهجوم، قاعدة الشراكة)."""
_NAMED_AFTER_PEOPLE = vocabulary.words("بلدة قرية مدينة حي محافظة ولاية معتمدية منطقة مخيم ناحية جهة عمادة دوار")
_WAY = "نهج"
"""A street in some countries, in all of them a way of doing things."""
_DISTRICT = "مديريه"
"""Before a place's name the district, else an office."""
_NAMED_BY_PLACE = frozenset(
    {"battle", "cup", "conference", "declaration", "summit", "agreement", "forum", "treaty", "vaccine"}
)

Verdict = tuple[float, Message] | None
"""The probability that an annotator accepts the name, and why; None for a description."""


@dataclass(frozen=True, slots=True)
class OpeningNoun:
    """A head noun at tokens ``first`` to ``last`` of an article."""

    first: int
    last: int
    stem: Stem
    head: Head

    @property
    def definite(self) -> bool:
        """Whether it bears the article."""
        return self.stem.key.startswith("ال")

    @property
    def noun(self) -> str:
        """Its first word, folded, without article and proclitics."""
        return self.stem.key.removeprefix("ال")


def judge(page: Page, found: OpeningNoun, whole: Complement) -> Verdict:
    """How surely it is a name and why, or None when it is a description."""
    kind = found.head.kind
    if found.head.key in _OTHER_RULES or vocabulary.ends_name(page.folded[found.first]):
        return None
    if found.head.key == _ALONE and not _stands_alone(page, found):
        return None
    bracket = whole.quoted is not None and page.raw(whole.quoted[0] - 1) == "("
    if whole.quoted is not None and (found.noun in vocabulary.NEVER_QUOTED or (bracket and kind in PLACES)):
        return None
    if whole.quoted is not None and _described_in_quotes(page, whole.quoted):
        return None
    if found.head.key == "channel" and whole.quoted is not None and page.word(whole.last) in _POWER:
        return None
    if whole.quoted is not None:
        return (0.9, REASON_QUOTED) if kind in ("ORG", "PRODUCT", "FAC", "EVENT") or not found.definite else None
    team = found.noun == _TEAM and (whole.proper or (whole.name is not None and whole.name.label == "GPE"))
    tasked = whole.nouns > 1 and page.word(found.last + 1) in vocabulary.TASKS
    weak = (
        found.noun in vocabulary.WEAK_HEADS
        and not (tasked and found.head.kind == "ORG")
        and not team
        and not _is_works(page, found, whole)
        and not (found.noun in vocabulary.SERVICES and whole.nationality)
    )
    if weak or (found.noun in vocabulary.LED and found.stem.proclitics.endswith("ب")):
        return None
    if kind == "ORG":
        return _judge_definite_body(page, found, whole) if found.definite else _judge_body(page, found, whole)
    return _judge_place(page, found, whole) if kind in PLACES else _judge_other(page, found, whole)


def _is_works(page: Page, found: OpeningNoun, whole: Complement) -> bool:
    """Whether a named station makes power or water: محطة الزهراء لتوليد الكهرباء، محطة بوشهر النووية."""
    named = whole.proper or whole.name is not None
    powered = any(page.word(at) in _POWER for at in range(found.last + 1, whole.last + 1))
    return found.head.key == "plant" and (whole.purpose or (named and powered))


def _described_in_quotes(page: Page, quoted: tuple[int, int]) -> bool:
    """Whether only an adjective without article is quoted: منظمة «إرهابية»."""
    return quoted[0] == quoted[1] and page.word(quoted[0]) in vocabulary.COMMON_DESCRIPTIONS


def _stands_alone(page: Page, found: OpeningNoun) -> bool:
    """Whether «الخارجية» is no adjective: nothing stands before it that it could describe (السياسة الخارجية)."""
    before = found.first - 1
    if not page.same_line(before, found.first) or not page.is_word(before):
        return True
    return vocabulary.ends_name(page.word(before)) or (found.stem.lead > 0 and not page.is_definite(before))


def _judge_definite_body(page: Page, found: OpeningNoun, whole: Complement) -> Verdict:
    many = found.noun in vocabulary.PLURAL_BODIES and found.noun not in vocabulary.STATE_BODIES
    if whole.nationality and (found.noun in vocabulary.STATE_BODIES or (whole.adjectives > 1 and not many)):
        return 0.9, REASON_NATIONALITY
    if found.noun in vocabulary.WEAK_HEADS or found.noun in vocabulary.PLURAL_BODIES:
        return None
    if found.noun in vocabulary.INSTITUTIONS and page.word(found.last + 1) in vocabulary.INSTITUTIONAL:
        return 0.75, REASON_COMPLEMENT
    return (0.75, REASON_COMPLEMENT) if whole.adjectives > 1 or (whole.purpose and whole.adjectives) else None


def _judge_body(page: Page, found: OpeningNoun, whole: Complement) -> Verdict:
    name = whole.name
    if whole.proper:
        return 0.65, REASON_COMPLEMENT
    if found.noun in vocabulary.PLURAL_BODIES:
        return None
    if name is not None and name.label == "GPE" and found.noun == _DISTRICT:
        return None
    if name is not None and found.noun == _ORGANISING and name.label == "EVENT":
        return None
    if name is not None:
        ruled = found.noun in vocabulary.RULED_BODIES or (found.head.key in _HONOURING and whole.purpose)
        if found.noun in vocabulary.LED and name.label != "PERS" and found.noun not in ("قياده", "تنظيم"):
            return None
        return (0.85, REASON_NAME) if name.label != "PRODUCT" and (name.label != "PERS" or ruled) else None
    complement = page.word(found.last + 1).removeprefix("ال")
    if complement == _CARETAKING and found.head.key == "government":
        return None
    posted = found.head.key != "office" and complement in post_heads() and complement not in vocabulary.PLURAL_POSTS
    if posted and whole.nouns == 1 and whole.nationality:
        return None
    if whole.nationality:
        return 0.85, REASON_NATIONALITY
    field = page.word(found.last + 1) in vocabulary.DEPARTMENTS
    busy = found.noun in _ACTS and (complement in vocabulary.ACTIVITIES or field)
    if found.noun in vocabulary.LOOSE_BODIES and (busy or not whole.adjectives):
        return None
    common = page.word(found.last + whole.nouns) in vocabulary.COMMON_COMPLEMENTS
    if common and whole.nouns == 1 and not whole.adjectives:
        return None
    return 0.6 if found.noun in vocabulary.RULED_BODIES else 0.75, REASON_COMPLEMENT


def _judge_place(page: Page, found: OpeningNoun, whole: Complement) -> Verdict:
    if found.head.key == "border":
        sides = found.definite and whole.nationality and whole.adjectives == _BETWEEN_TWO
        return (0.8, REASON_NATIONALITY) if sides else None
    if found.head.key == "plant" and _is_works(page, found, whole):
        return 0.75, REASON_COMPLEMENT
    if found.definite:
        state = found.head.kind == "FAC" and whole.nationality and found.noun in vocabulary.STATE_PLACES
        hospital = found.head.key == "hospital" and found.noun != _COMPLEX and whole.adjectives > 0
        if found.head.key == "coast" and page.word(found.first - 1) == _GUARD:
            return None
        if found.head.key == "coast":
            agrees = found.noun not in _COASTS or page.word(found.last + 1).endswith("ه")
            return (0.8, REASON_NATIONALITY) if whole.nationality and agrees else None
        return (0.7, REASON_NATIONALITY if state else REASON_COMPLEMENT) if state or hospital else None
    if found.noun in vocabulary.PLURAL_PLACES:
        return None
    if whole.name is not None and whole.name.label in PLACES and not whole.nouns:
        return 0.85, REASON_NAME
    if whole.proper:
        return 0.7, REASON_COMPLEMENT
    if named_after_somebody(found, whole):
        return 0.8, REASON_NAME
    if any(head.kind in ("ORG", "OCC") for head in body_heads().get(found.noun, ())):
        return None
    held = whole.name is not None and whole.name.label in ("PERS", "ORG") and not whole.nouns
    if held and found.head.kind == "FAC" and found.head.key != "prison":
        return 0.85, REASON_NAME
    if whole.name is None and whole.nouns == 1 and _names_place(page, found, whole):
        return 0.7, REASON_COMPLEMENT
    return None


def named_after_somebody(found: OpeningNoun, whole: Complement) -> bool:
    """Whether a place bears what would else be read as somebody's name: معتمدية سيدي علوان."""
    name = whole.name
    person = name is not None and name.label == "PERS" and name.key is None and not whole.nouns
    return person and found.noun in _NAMED_AFTER_PEOPLE


def _is_theme(page: Page, found: OpeningNoun, whole: Complement) -> bool:
    """Whether a conference's complement is what it is about, not the people who hold it: مؤتمر البرلمانات العربية."""
    own = page.word(found.last + 1).removeprefix("ال") in body_heads() and not whole.adjectives
    return whole.nouns > 0 and not own and page.word(found.last + whole.nouns) not in vocabulary.COMMON_COMPLEMENTS


def _names_place(page: Page, found: OpeningNoun, whole: Complement) -> bool:
    """Whether one unknown noun after a class word can be the place's name: no institution, no adjective after it."""
    word = page.word(found.last + 1)
    described = found.head.kind == "LOC" or found.noun == _WAY or found.head.key in _DESCRIBED
    if is_common_form(word) and described:
        return False
    if word in vocabulary.COMMON_COMPLEMENTS or (found.head.kind == "GPE" and whole.adjectives):
        return False
    bare = word.removeprefix("ال")
    posted = bare in post_heads() or word in post_heads()
    institution = word in vocabulary.DEPARTMENTS or bare in body_heads() or posted
    return not institution or found.head.key in ("street", "quarter")


def _judge_other(page: Page, found: OpeningNoun, whole: Complement) -> Verdict:
    if found.definite:
        if found.head.key in CONFERENCES and whole.purpose:
            return 0.7, REASON_COMPLEMENT
        named = found.head.key in _STATE_OCCASIONS and whole.nationality
        return (0.7, REASON_NATIONALITY) if named else None
    if whole.nouns and whole.name is not None:
        return None
    if found.head.key == "declaration" and page.raw(found.first - 1) not in OPENING:
        return None
    if whole.name is not None and whole.name.label in ("GPE", "LOC", "ORG", "PRODUCT"):
        named = found.head.key in _NAMED_BY_PLACE or whole.name.label == "PRODUCT"
        return (0.7, REASON_NAME) if named else None
    if page.word(found.last + 1).removeprefix("ال") in post_heads():
        return None
    if found.head.key in CONFERENCES and page.is_definite(whole.last):
        return (0.65, REASON_COMPLEMENT) if _is_theme(page, found, whole) else None
    law = found.head.key in ("law", "agreement") and whole.nouns + whole.adjectives > 1
    return (0.65, REASON_COMPLEMENT) if law else None
