"""People: names after posts and titles, after verbs of speech, by given name, by kunya, in apposition to a post."""

from model.messages import Message
from model.suggest.entities import vocabulary
from model.suggest.entities.common_words import is_common
from model.suggest.entities.drafts import Board, Draft
from model.suggest.entities.evidence import stands_as_noun
from model.suggest.entities.lexicon_index import body_heads, given_readings, post_heads, post_readings
from model.suggest.entities.page import Page
from model.suggest.entities.person_names import NameChain, NameReader
from model.suggest.entities.posts import REASON_POST, REASON_PROFESSION, REASON_TITLE, Post

REASON_AFTER_POST = Message("name after a post or title")
REASON_GIVEN = Message("given name with a family name")
REASON_SPEAKER = Message("name after a verb of speech")
REASON_ACTING = Message("family name after a verb")
REASON_KUNYA = Message("kunya")
REASON_INTRODUCED = Message("name that the word before it introduces")
REASON_APPOSED = Message("unlisted words after a definite noun")
REASON_LISTED = Message("next name of a list of people")

_FAITH = "الدين"
"""After it even a word of the lexicon begins a given name: بدر الدين."""
_COMMAS = frozenset("،,")
_QUOTES = frozenset('«"“„')
_MOST_QUOTED = 4
_RELATED = vocabulary.words("ل الذي التي")
"""What a person's name may stand before: قالت هدى كريم لـ، ضياء بركات الذي."""
_RATHER_WORDS = vocabulary.words("ذكرى هائل")
"""Given names that are ordinary words first: ذكرى ميلاد."""
_BY_KUNYA = vocabulary.words("بأبو بأبي بأم")
_CALLED = vocabulary.words("المدعو المدعوة المكنى الملقب يدعى تدعى اسمه اسمها واسمه واسمها")
_BEFORE_PERSONS = _CALLED | vocabulary.words(
    "أن إن بأن وأن مع نجله شقيقه شقيقها زوجته زوجها زوجة ابنه ابنها شقيق نجل والد والدة"
)
_PARTICIPLES = vocabulary.words("الحاكم الشهيد الشهيدة القائد القائدة الحاكمة")
"""Titles that describe a definite noun before them: الائتلاف الحاكم."""
_TEAM_OR_RANK = vocabulary.words("الفريق فريق النجم الحارس")
"""Titles that are other things too: the name after them must be a known one."""
_SHORT_WORD = 3
_POST_DISTANCE = 7
_PLURAL = ("ين", "ون", "ات")
_IMPERFECT = ("ن", "ي", "ت", "س", "ال")
_SURE_PLACE, _SURE_PERSON, _SURE_GIVEN = 0.7, 0.75, 0.9
_OTHERS = ("GPE", "LOC", "FAC", "ORG", "LAW", "EVENT", "PRODUCT")


def add_given_names(page: Page, board: Board) -> None:
    """Names that begin with a known given name or a kunya, wherever they stand."""
    reader = NameReader(page, board)
    starts = {
        *page.places(given_readings),
        *page.places(vocabulary.KUNYA.__contains__),
        *page.places(_BY_KUNYA.__contains__),
        *(index for index in page.places(_unheard) if page.is_definite(index - 1)),
        *(index + 1 for index in page.places(_introducing)),
        *(index + 1 for index in page.places(vocabulary.is_verb) if page.is_definite(index + 1)),
        *(draft.last + 1 for draft in board if draft.label in ("NORP", "PERS")),
    }
    last = -1
    for index in sorted(starts):
        if index <= last:
            continue
        draft = _given(page, board, reader, index) or _kunya(page, board, reader, index)
        draft = draft or _spoken(page, board, reader, index) or _listed_after(page, board, reader, index)
        while draft is not None:
            board.add(draft)
            last = draft.last
            draft = _listed_after(page, board, reader, last + 1) if last + 1 not in starts else None


def _given(page: Page, board: Board, reader: NameReader, index: int) -> Draft | None:
    if index in page.blocked or not page.is_word(index):
        return None
    stem = reader.known_given(index, sure=False)
    if stem is None:
        return None
    taken = None if page.word(index + 1) == _FAITH else board.covering(index, *_OTHERS, "PERS")
    if taken is not None and taken.score > (_SURE_PERSON if taken.label == "PERS" else _SURE_PLACE):
        return None
    if page.is_definite(index) and any(len(head.words) == 1 for head in post_heads().get(stem.key, ())):
        return None
    sure = reader.is_sure(stem.key)
    before = page.word(index - 1) if page.same_line(index - 1, index) else ""
    spoken = _speaks(page, index - 1) and bool(before)
    if stem.key in vocabulary.FUNCTION_WORDS or (vocabulary.ends_name(stem.key) and not sure and not spoken):
        return None
    following = board.starting(index + 1, "PERS")
    if not sure and following is not None and following.key and following.last > following.first:
        return None
    chain = reader.free(index, stem, trusted=spoken)
    joined = stem.lead > 0 and board.covering(index - 1, "PERS") is not None
    told = spoken or joined or _before_post(page, chain) or _titled(page, index)
    if not told and (stem.key in _RATHER_WORDS or not (reader.holds_sure(chain) or _supported(page, index, chain))):
        return None
    doubtful = not sure and (post_readings(stem.key) or board.covering(index, "NORP"))
    opens = not sure and stem.key in body_heads()
    if (opens or (doubtful and not told)) and not reader.is_surely_part(page.word(index + 1)):
        return None
    if chain.words > 1 and (
        chain.known > 1
        or (chain.rare and (sure or not is_common(stem.key)))
        or (sure and _supported(page, index, chain))
        or told
    ):
        score = (_SURE_GIVEN if sure else 0.75) if chain.known > 1 else 0.65
        return _person(chain, score, REASON_GIVEN)
    ordinary = stem.key in body_heads() or stem.key in post_heads() or page.is_definite(page.follows(index))
    if spoken and stem.lead == 0 and chain.words == 1 and not ordinary:
        return _person(chain, 0.8 if sure else 0.7, REASON_SPEAKER)
    return None


def _speaks(page: Page, index: int) -> bool:
    """Whether a verb of speech in the singular stands there, no masdar of its letters (دون ذكر أسماء)."""
    word = page.word(index)
    verb = vocabulary.is_speech_verb(word) and not word.endswith("وا")
    return verb and not (page.same_line(index - 1, index) and page.word(index - 1) in vocabulary.PREPOSITIONS)


def _titled(page: Page, index: int) -> bool:
    """Whether a calling or title with the article stands right before it."""
    before = page.word(index - 1) if page.same_line(index - 1, index) and page.is_definite(index - 1) else ""
    return any(
        head.kind in ("honorific", "rank", "profession") and len(head.words) == 1
        for head in post_heads().get(before, ())
    )


def _supported(page: Page, index: int, chain: NameChain) -> bool:
    """Whether the words around a given name with an unknown one speak for a person."""
    before = page.word(index - 1) if page.same_line(index - 1, index) else ""
    opened = not page.is_word(index - 1) and before not in _COMMAS
    return (
        not before
        or opened
        or vocabulary.is_verb(before)
        or before in _BEFORE_PERSONS
        or page.word(chain.last + 1) in _COMMAS
        or page.word(chain.last + 1) in _RELATED
    )


def _before_post(page: Page, chain: NameChain) -> bool:
    """Whether a comma and a post follow: هدى باسندوة، رئيسة جمعية …"""
    comma = page.follows(chain.last)
    following = page.follows(comma) if page.word(comma) in _COMMAS else -1
    return following >= 0 and any(not stem.lead for stem, _ in post_readings(page.word(following)))


def _unheard(word: str) -> bool:
    """Whether it is long enough for a foreign name and no ordinary word."""
    return len(word) > _SHORT_WORD and word.isalpha() and not word.isascii() and not is_common(word)


def _introducing(word: str) -> bool:
    return vocabulary.is_speech_verb(word) or word in _BEFORE_PERSONS


def _spoken(page: Page, board: Board, reader: NameReader, index: int) -> Draft | None:
    """Unlisted words that their neighbour tells, complete: صرح كورنيل نانغا أن، والفرنسي ليليان تورام."""
    before = page.word(index - 1)
    if not page.same_line(index - 1, index) or before.endswith("وا") or board.covering(index, *_OTHERS, "PERS"):
        return None
    if _speaks(page, index - 1) and before not in vocabulary.PREPOSITIONS:
        fewest, score, reason = 1, 0.75, REASON_SPEAKER
    elif vocabulary.is_verb(before) and page.is_definite(index):
        chain = reader.family_alone(index)
        return None if chain is None else _person(chain, 0.75, REASON_ACTING)
    elif before in _CALLED:
        fewest, score, reason = 1, 0.75, REASON_INTRODUCED
    elif _described(page, board, index - 1):
        alone = _stands_for_person(page, board, index - 1)
        fewest, score, reason = 1 if alone else 2, 0.65, REASON_INTRODUCED
    elif before in _BEFORE_PERSONS:
        fewest, score, reason = 2, 0.65, REASON_INTRODUCED
    elif page.is_definite(index - 1) and _after_post(page, index) and not page.word(index).startswith(_IMPERFECT):
        if reader.is_known(index):
            return None
        fewest, score, reason = 2, 0.7, REASON_APPOSED
    else:
        return None
    chain = reader.unlisted(index, fewest=fewest)
    return None if chain is None else _person(chain, score, reason)


def _after_post(page: Page, index: int) -> bool:
    """Whether a post begins in the words before, so that somebody's name may follow its complement."""
    near = range(max(index - _POST_DISTANCE, 0), index)
    return any(page.same_line(at, index) and post_readings(page.word(at)) for at in near)


def _described(page: Page, board: Board, index: int) -> bool:
    """Whether a definite nationality stands there that may say whose name follows."""
    nisba = board.covering(index, "NORP")
    word = page.key_of(index, nisba.lead, index) if nisba is not None and nisba.last == index else ""
    return word.startswith("ال") and not word.endswith(_PLURAL)


def _stands_for_person(page: Page, board: Board, index: int) -> bool:
    """Whether the nationality is the noun itself (أمام الليتوانية …): no noun stands before it."""
    nisba = board.covering(index, "NORP")
    return nisba is not None and stands_as_noun(page, board, nisba.first, nisba.lead)


def _listed_after(page: Page, board: Board, reader: NameReader, index: int) -> Draft | None:
    """«و» with an unlisted word after a person: the next one of a list of names (وليد كامل وجومانا مراد)."""
    word = page.word(index)
    person = board.covering(index - 1, "PERS") if word[:1] == "و" and page.same_line(index - 1, index) else None
    if person is None or person.last != index - 1 or board.covering(index, *_OTHERS, "PERS", "NORP"):
        return None
    chain = reader.joined(index)
    return None if chain is None else _person(chain, 0.7, REASON_LISTED)


def _kunya(page: Page, board: Board, reader: NameReader, index: int) -> Draft | None:
    word, before = page.word(index), page.word(index - 1)
    if word in _BY_KUNYA and before.removeprefix("و") in vocabulary.NICKNAMED and reader.is_known(page.follows(index)):
        return Draft(index, index + 1, 1, "PERS", 0.8, REASON_KUNYA)
    if word not in vocabulary.KUNYA or board.covering(index, *_OTHERS, "PERS") is not None:
        return None
    if len(before) == len("اف") and page.same_line(index - 1, index) and not vocabulary.ends_name(before):
        return None  # letters read aloud: أف أم
    after = page.follows(index)
    if not page.is_word(after) or vocabulary.ends_name(page.word(after)):
        return None
    if word in ("ام", "ابي") and not reader.is_known(after):
        return None
    chain = reader.titled(index)
    return None if chain is None else _person(chain, 0.75, REASON_KUNYA)


def add_titled(page: Page, board: Board, posts: list[Post]) -> None:
    """Names beside posts, and the posts and titles that are mentions because of the name."""
    reader = NameReader(page, board)
    named: set[int] = set()
    for post in reversed(posts):
        person = _after(page, board, reader, post, named)
        if person is not None and post.head.kind != "generic" and not _adjective(page, post):
            named.add(post.first)
            board.add(post.draft(0.9, REASON_TITLE if post.whole.empty else REASON_POST))
        elif person is not None and (_is_soldier(post) or (post.head.key == "official" and not post.whole.empty)):
            board.add(post.draft(0.75, REASON_TITLE))
    for post in posts:
        if _beside_person(page, board, post):
            board.add(post.draft(0.85, REASON_PROFESSION))


def _adjective(page: Page, post: Post) -> bool:
    """«الراحل» after the noun it describes, «القيادي» and such: no title although a name follows."""
    word = post.stem.key
    return word in vocabulary.LATE_ADJECTIVES or word in vocabulary.ROLES_WITHOUT_TITLE or _describes(page, post)


def _describes(page: Page, post: Post) -> bool:
    """Whether it is the adjective of the definite noun before it: الائتلاف الحاكم."""
    word = post.stem.key
    described = page.same_line(post.first - 1, post.first) and page.is_definite(post.first - 1)
    return described and len(post.head.words) == 1 and (vocabulary.is_adjective(word) or word in _PARTICIPLES)


def _is_soldier(post: Post) -> bool:
    return post.head.key == "soldier" and post.definite


def _after(page: Page, board: Board, reader: NameReader, post: Post, named: set[int]) -> bool | None:
    """Whether a person's name, or another title that has one, follows the post; the name is drafted."""
    following = page.follows(post.end)
    comma = page.word(following) in _COMMAS
    if comma:
        following = page.follows(following)
    if following < 0 or following in page.blocked:
        return None
    if following in named and not comma:
        return True
    quoted = _quoted_name(page, board, reader, post, following)
    if quoted is not None:
        board.add(quoted)
        return True
    following = _after_place(page, board, following)
    known = board.starting(following, "PERS")
    if known is not None and known.lead == 0:
        _lengthen(board, reader, post, known, comma=comma)
        held = post.head.kind == "post" or (post.head.kind == "profession" and not post.whole.empty)
        return True if not comma or held else None
    return None if _describes(page, post) else _unlisted(page, board, reader, post, following, comma=comma)


def _quoted_name(page: Page, board: Board, reader: NameReader, post: Post, opening: int) -> Draft | None:
    """A name in quotation marks after a definite post or calling: رجل الأعمال الإسرائيلي «تيدي كامن»."""
    close = page.closing(opening, most=_MOST_QUOTED) if page.raw(opening) in _QUOTES else -1
    if close < 0 or post.head.kind == "generic" or not page.is_definite(post.end):
        return None
    taken = board.starting(opening + 1)
    if taken is not None:
        return taken if taken.label == "PERS" and taken.last == close - 1 else None
    chain = reader.titled(opening + 1, trusted=True)
    whole = chain is not None and chain.words > 1 and chain.last == close - 1
    return _person(chain, 0.75, REASON_AFTER_POST) if chain is not None and whole else None


def _after_place(page: Page, board: Board, following: int) -> int:
    """What follows «في» with a place between a post and its holder's name (رئيس الفرع في محافظة ريمة فلان)."""
    place = board.starting(page.follows(following), "GPE", "LOC") if page.word(following) == "في" else None
    after = -1 if place is None or place.lead else page.follows(place.last)
    return after if after >= 0 and page.is_word(after) and not page.is_definite(after) else following


def _lengthen(board: Board, reader: NameReader, post: Post, known: Draft, *, comma: bool) -> None:
    """A name that the lists hold in part goes on after a title: المهندس سيف سلطان غباش."""
    if comma or not _may_precede(post) or (known.key is not None and known.last == known.first):
        return
    chain = reader.titled(known.first)
    if chain is not None and chain.last > known.last and (known.key is None or reader.goes_on_unlisted(known.last)):
        board.remove(known)
        board.add(_person(chain, min(known.score, _SURE_GIVEN), REASON_AFTER_POST if known.key else known.reason))


def _unlisted(page: Page, board: Board, reader: NameReader, post: Post, first: int, *, comma: bool) -> bool | None:
    """Drafts a name that nothing but the title before it tells."""
    taken = board.starting(first)
    if taken is not None and (reader.rather_given(taken) or _named_like_place(page, reader, taken, comma=comma)):
        board.remove(taken)
        taken = None
    if taken is not None and taken.label != "PERS" and (taken.score > 0.9 or taken.last > first):
        return None
    if post.stem.key in _TEAM_OR_RANK and (page.is_definite(first) or not reader.is_known(first)):
        return None
    trusted = not comma and post.head.kind in ("post", "rank", "honorific") and not _weak(post) and _may_precede(post)
    chain = reader.titled(first, trusted=trusted)
    if chain is None or (chain.words == 1 and (comma or post.definite or not post.whole.empty)):
        full = (
            reader.unlisted(first, fewest=1 if not comma else 2)
            if _introduces(page, post, first, comma=comma)
            else None
        )
        chain = full or chain
    if chain is None or (chain.words == 1 and comma):
        return None
    if chain.words == 1 and post.head.kind == "generic" and is_common(page.word(first)):
        return None
    named = reader.is_known(first) or (reader.family_shaped(first) and not is_common(page.word(first)))
    if post.head.kind == "rank" and page.is_definite(first) and not named:
        return None
    titled = post.definite and post.whole.empty and post.head.kind in ("rank", "honorific")
    if chain.words == 1 and titled and not comma and not page.is_definite(first):
        chain = reader.with_surname(chain)
    listed = reader.is_known(first) or reader.family_shaped(first)
    word = page.word(first)
    if chain.words == 1 and is_common(word) and not reader.is_sure(word) and not post.whole.empty:
        return None
    if (
        chain.words == 1
        and not listed
        and not chain.rare
        and not (post.definite and post.whole.empty and _name_shaped(page, first))
    ):
        return None
    score = 0.85 if chain.known else 0.7
    board.add(_person(chain, score, REASON_AFTER_POST))
    return True


def _named_like_place(page: Page, reader: NameReader, place: Draft, *, comma: bool) -> bool:
    """Whether a place's name after a post is a given name, as another one follows: النائب شوان أحمد."""
    after = page.word(page.follows(place.last))
    alone = place.label == "GPE" and place.first == place.last and not place.lead and not comma
    return alone and reader.is_given(page.word(place.first)) and reader.is_given(after) and reader.is_sure(after)


def _introduces(page: Page, post: Post, first: int, *, comma: bool) -> bool:
    """Whether the post surely stands before its holder's name: with its complement, definite or set off by commas."""
    weak = _weak(post) or (not post.definite and post.stem.key in vocabulary.WEAK_POSTS - vocabulary.MEMBERS)
    if post.head.kind == "generic" or weak or not _may_precede(post) or _adjective(page, post):
        return False
    return not comma or (not post.whole.empty and page.word(page.follows(first + 1)) in _COMMAS)


def _name_shaped(page: Page, index: int) -> bool:
    if page.raw(index).endswith(("ة", "ا", "ي")) or page.word(index).startswith(("لل", "بال")):
        return False
    following = page.follows(index)
    return not page.is_definite(following) or vocabulary.ends_name(page.word(following))


def _weak(post: Post) -> bool:
    return post.stem.key.removeprefix("ال") in vocabulary.WEAK_TITLES


def _may_precede(post: Post) -> bool:
    return post.definite or not post.whole.empty or len(post.head.words) > 1


def _beside_person(page: Page, board: Board, post: Post) -> bool:
    """«فلان، المحامي»، «فلان مستشار الرئيس»: a post or profession that follows the name it belongs to."""
    before = post.first - 1
    if post.whole.empty and post.stem.key.removeprefix("ال") in vocabulary.WEAK_POSTS:
        return False
    if post.stem.lead or not page.same_line(before, post.first):
        return False
    comma = page.word(before) in _COMMAS
    if comma:
        before -= 1
    person = board.covering(before, "PERS") if page.same_line(before, post.first) else None
    if person is None or person.last != before:
        return False
    if post.head.kind == "generic" or post.stem.key in vocabulary.ROLES_WITHOUT_TITLE:
        return False
    return not post.whole.empty or (comma and post.definite and post.head.kind in ("profession", "post"))


def _person(chain: NameChain, score: float, reason: Message) -> Draft:
    return Draft(chain.first, chain.last, chain.stem.lead, "PERS", score, reason)
