"""Evidence for names of the lexicon that are ordinary words too (عدن، الهول، أمل): neighbours, quotes, coordination."""

from dataclasses import replace

from model.suggest.entities import vocabulary
from model.suggest.entities.common_words import is_common_form
from model.suggest.entities.drafts import Board, Draft
from model.suggest.entities.lexicon_index import body_heads, post_heads
from model.suggest.entities.lexicon_rule import Match
from model.suggest.entities.page import OPENING, Page

_PLACES = ("GPE", "LOC", "FAC")
_TOWARDS = vocabulary.words(
    """في إلى من بين نحو قرب قبالة باتجاه غادر شرقي غربي شمالي جنوبي شمال جنوب شرق غرب وسط أهالي مدينة ضواحي ريف
    سكان داخل"""
)
_OTHER_WORDS = vocabulary.WHOLE_WORDS | vocabulary.FUNCTION_WORDS | vocabulary.PREPOSITIONS
_SHORTEST = 3
_DRONES, _SHADDA, _NEAR = "drones", "\u0651", 2
_DOWNED = vocabulary.words(
    """إسقاط وإسقاط أسقط أسقطت وأسقطت تسقط يسقط إسقاطها بواسطة باستخدام غارة سرب اعتراض اعترضت اعترض دمرت تدمير طائرات
    استهدفته استهدفتها اغتالته بهجوم هجوم هجمات"""
)
"""What is done to drones, or with them."""
_ENDING_MARKS = "»)”]›"
_BELONGING = vocabulary.words(
    "التابع التابعة التابعين تابع تابعة الموالية الموالي المرتبطة المرتبط زعيم مقاتلي مسلحي عناصر قيادي"
)
"""What is said of those who belong to a group, armed or not: التابعة للقاعدة."""
_COMPASS = frozenset({"the_east", "the_west", "the_north", "the_south"})
_MANY_PLACES = vocabulary.words("ولايات محافظات مدن مناطق أهالي سكان بلدات قرى")
_COMMAS = frozenset("،,")
_MET = ("ب",)
"""The preposition of whom one meets, calls or praises: اتصل بالسوداني."""
_PRONOUNS = ("ها", "هم", "هما")
_TONGUE = vocabulary.words("اللغة باللغة لغة واللغة يتقن تتقن يتحدث تتحدث بالعربية")


def add_evident(page: Page, board: Board, unsure: list[Match]) -> None:
    """Draft the ambiguous matches that their surroundings confirm; one confirmed confirms its repeats by agreement."""
    for match in unsure:
        if match.entry.label == "LANGUAGE":
            _language(page, board, match)
        elif _inner_name(board, match):
            board.add(match.draft(0.85))
        elif board.covering(match.first, "PERS", "GPE", "ORG", "LOC", "FAC") is None:
            score = _score(page, board, match)
            if score:
                board.add(match.draft(score))


def _inner_name(board: Board, match: Match) -> bool:
    """Whether it is the name after the class word of a longer name of the same thing (حركة [أمل])."""
    outer = board.covering(match.first, match.entry.label)
    same = outer is not None and outer.key == match.entry.key
    return same and outer is not None and outer.first == match.first - 1 and outer.last == match.last


def _score(page: Page, board: Board, match: Match) -> float:
    label, before = (
        match.entry.label,
        page.word(match.first - 1) if page.same_line(match.first - 1, match.first) else "",
    )
    if match.last > match.first:
        return 0.75 if label != "NORP" else 0.0
    if (
        page.raw(match.first - 1) in OPENING
        and page.is_mark(match.last + 1)
        and label in ("ORG", "PRODUCT", "FAC", "EVENT")
    ):
        return 0.85
    nisba = board.starting(match.first, "NORP") if label in _PLACES else None
    if nisba is not None and nisba.place == (match.first, match.stem.lead, match.last):
        return 0.85 if stands_as_noun(page, board, match.first, match.stem.lead) else 0.0
    if match.entry.key == _DRONES:
        return 0.8 if _is_drone(page, match) else 0.0
    if label == "NORP":
        nation = page.is_definite(match.first) and match.stem.key not in vocabulary.CURRENTS
        return 0.8 if nation and before in vocabulary.DESCRIBED_BY_NATION else 0.0
    if label == "ORG" and before in _BELONGING and match.first == match.last:
        return 0.75
    known = not match.entry.ambiguous and page.folded[match.first] not in _OTHER_WORDS
    if match.stem.lead and known and label == "GPE" and _ends_phrase(page, match.last):
        return 0.75
    if label == "PERS" and match.stem.proclitics[-1:] in _MET and _nisba_at(board, match) is not None:
        return _person(page, board, match, before)
    if match.stem.lead and match.stem.proclitics != "و":
        return 0.7 if label in _PLACES and match.stem.proclitics[-1:] == "ب" and _stands(page, match) else 0.0
    if _is_head(before, label):
        return 0.85 if match.stem.key not in vocabulary.COMMON_COMPLEMENTS else 0.0
    if label == "PERS":
        return _person(page, board, match, before)
    if label in _PLACES:
        return _place(page, board, match, before)
    return 0.0


def _nisba_at(board: Board, match: Match) -> Draft | None:
    """The nationality that the same word may be."""
    nisba = board.starting(match.first, "NORP")
    return nisba if nisba is not None and nisba.place == (match.first, match.stem.lead, match.last) else None


def _is_drone(page: Page, match: Match) -> bool:
    """«مسيرة» as a machine, not a march: with shadda, or shot down, counted, or the means of an attack."""
    before = {page.word(index) for index in range(match.first - _NEAR, match.first)}
    return _SHADDA in page.raw(match.first) or not _DOWNED.isdisjoint(before)


def _stands(page: Page, match: Match) -> bool:
    common = match.stem.key in vocabulary.COMMON_COMPLEMENTS
    return len(match.stem.key) > _SHORTEST and not common and _ends_phrase(page, match.last)


def _is_head(before: str, label: str) -> bool:
    heads = body_heads()
    key = next((key for key in (before, before[1:]) if key in heads and not key.startswith("ال")), "")
    return bool(key) and any(
        head.kind == label or (label == "GPE" and head.kind in ("FAC", "LOC")) for head in heads[key]
    )


def _person(page: Page, board: Board, match: Match, before: str) -> float:
    """A person known by a word (السوداني، سلام): after what a person governs, after a verb of speech."""
    if before in vocabulary.RULED_BODIES:
        return 0.8
    alone = not match.stem.lead and _ends_phrase(page, match.last)
    heads_line = not before and not page.same_line(match.first - 1, match.first)
    if heads_line and (page.word(match.last + 1) == ":" or vocabulary.is_verb(page.word(match.last + 1))):
        return 0.75
    if vocabulary.is_speech_verb(before) and alone:
        return 0.75
    nisba = board.starting(match.first, "NORP")
    if nisba is None or nisba.place != (match.first, match.stem.lead, match.last) or _nation_named(page, board, nisba):
        return 0.0
    alone = alone or not page.is_definite(match.last + 1)
    return 0.7 if alone and stands_as_noun(page, board, match.first, match.stem.lead) else 0.0


def _nation_named(page: Page, board: Board, nisba: Draft) -> bool:
    """Whether the article speaks of the nation too (السودان، السودانية), so that its nisba is no family name."""
    word = page.key_of(nisba.first, nisba.lead, nisba.last)
    state = word[:-1]
    return any(
        (draft.label == "GPE" and state in page.key_of(draft.first, draft.lead, draft.last).split())
        or (draft.key == nisba.key and page.key_of(draft.first, draft.lead, draft.last) != word)
        for draft in board
        if draft.label in ("GPE", "NORP")
    )


def _place(page: Page, board: Board, match: Match, before: str) -> float:
    if match.entry.key in _COMPASS and page.word(match.last + 1) == "من":
        return 0.0
    if before in _MANY_PLACES:
        return 0.8
    if match.entry.key in _COMPASS and before == "في" and not page.is_definite(match.last + 1):
        return 0.7
    if (
        before in _TOWARDS
        and not (before == "في" and is_common_form(match.stem.key))
        and not _opens_names(match.stem.key)
        and page.word(match.first) not in vocabulary.COMMON_COMPLEMENTS
        and _ends_phrase(page, match.last)
    ):
        return 0.75
    if not before and page.same_line(match.last, match.last + 1) and not page.is_word(match.last + 1):
        return 0.7
    earlier = match.first - 1 - int(page.word(match.first - 1) in _COMMAS)
    sure = match.stem.proclitics == "و" and board.covering(earlier, *_PLACES) is not None
    amid = earlier < match.first - 1 and page.word(match.last + 1) in _COMMAS
    sure = sure or (amid and board.covering(earlier, *_PLACES) is not None)
    following = page.follows(match.last)
    draft = board.starting(following, *_PLACES) if following >= 0 else None
    joined = draft is not None and draft.lead == 1 and page.word(following).startswith("و")
    return 0.8 if sure or joined else 0.0


def stands_as_noun(page: Page, board: Board, first: int, lead: int) -> bool:
    """Whether a nisba has no noun before it that it could describe: السعودية، السوداني as names."""
    if not page.same_line(first - 1, first):
        return True
    if not page.is_word(first - 1):
        return page.raw(first - 1) not in _ENDING_MARKS
    if page.raw(first - 1).endswith(_PRONOUNS):
        return True
    before = page.word(first - 1)
    if vocabulary.ends_name(before):
        return True
    if lead and page.word(first)[:1] == "و":
        return board.covering(first - 1, "GPE", "PERS") is not None and board.covering(first - 1, "NORP") is None
    return lead > 0


def _opens_names(word: str) -> bool:
    """A noun that opens names or posts is itself no place after a preposition (في بيان)."""
    return word in body_heads() or word in post_heads()


def _ends_phrase(page: Page, last: int) -> bool:
    """Whether nothing after it can be its complement or adjective."""
    following = page.follows(last)
    return following < 0 or not page.is_word(following) or vocabulary.ends_name(page.word(following))


def _language(page: Page, board: Board, match: Match) -> None:
    before = page.word(match.first - 1)
    spoken = match.stem.proclitics.endswith("ب") and board.covering(match.first - 1, "NORP", "ORG") is None
    ended = not page.is_definite(match.last + 1)
    if before in _TONGUE or (spoken and page.folded[match.first].endswith("يه") and ended):
        nisba = board.starting(match.first, "NORP")
        if nisba is not None:
            board.remove(nisba)
        board.add(replace(match.draft(0.8), lead=match.stem.lead))
