"""Interface debris: menus, share buttons, tags, notices, rates; and the lines that announce other stories.

The thresholds are shares of a line's words, set by hand: half of the words is the rule where a line must be mostly of
a kind, less where its form (a colon, a bracket, a bar) speaks for it as well.
"""

import re

from model.suggest.zones.features import LineFeatures, answered_once
from model.suggest.zones.vocabulary import words_of
from model.text.folding import fold

_OPENER = 5
"""Words of the longest «أخبار ذات صلة»."""
_ENDS = frozenset(("نهايه", "end", "fin"))
_MOST, _MOST_WORDS = fold("الأكثر"), 3
"""«الأكثر قراءة», «الأكثر تفاعلا هذا الأسبوع»."""
_MORE = fold("المزيد")
_DESCRIBED = 4
"""Words of the shortest description of a picture before its copyright."""
_PANEL = 4
"""Words of the longest line of a box of rates or weather that measures a single thing."""
_SECTIONS = 8
"""Words of the longest row of section names without marks between them."""
_SHORT = 12
"""Words of a line that interface phrases may fill; longer lines say something."""
_LONG = 30
"""Words of a line that only notices can make debris."""
_COUNTED = re.compile(r"\d{1,2} ?(?:دقيقه|دقايق|min\.?|minutes?)|[\d,.]+ ?(?:قراءه|مشاهده|مشاهدات|قراءات|زياره|views?)")
_LATIN_NAME = re.compile(r"\s*[A-Z][a-z]+(?:[ -][A-Z][a-z.]+){1,2}\s*")
_WEB_ADDRESS = re.compile(r"https?://|www\.|\b[a-z0-9-]+\.(?:com|net|org|info|example|news|tv|co)\b", re.IGNORECASE)
_COPYRIGHT = re.compile(r"[©®]|\(c\)\s*\d{4}", re.IGNORECASE)


@answered_once
def is_boilerplate(line: LineFeatures) -> bool:
    """Whether it belongs to the interface of the site and not to any story."""
    if signs_with_initials(line):
        return False
    if line.symbols_only or (_COPYRIGHT.search(line.text) and not credits_after_copyright(line)):
        return True
    if (line.count > _LONG and line.kinds_count("notice") < 2) or _is_kicker(line):
        return False
    if line.opens_with("tags") and (line.hashtags or line.count <= _SHORT or ":" in line.text[:24]):
        return not line.prose
    if line.hashtags >= 2 and line.hashtags * 3 >= line.count:
        return True
    if line.bulleted and line.count > 6:
        return False
    return (
        is_invitation(line)
        or _is_section(line)
        or _is_reading_time(line)
        or _is_notice(line)
        or _is_widget(line)
        or is_menu(line)
        or _is_ticker(line)
    )


def credits_after_copyright(line: LineFeatures) -> bool:
    """«مسافرون في المطار. © الوكالة»: a description before the mark, a few words after it."""
    described, _, owner = re.split("([©®])", line.text, maxsplit=1) if "©" in line.text else ("", "", line.text)
    return len(words_of(described)) >= _DESCRIBED and len(words_of(owner)) <= _OPENER and "الحقوق" not in line.folded


def is_invitation(line: LineFeatures) -> bool:
    """Whether it calls on the reader to subscribe, follow, skip or write, and says nothing else."""
    opener = line.opens_with("invitation")
    return opener is not None and line.count <= _SHORT + 4 and not (line.has_full_stop and line.count > _SHORT)


def _is_section(line: LineFeatures) -> bool:
    """The name of a section alone, or several names with nothing between."""
    if line.separators or line.ends_sentence or line.count > _SECTIONS:
        return False
    return line.share("section") >= (0.75 if line.kinds_count("section") >= 3 else 0.99)


def _is_reading_time(line: LineFeatures) -> bool:
    """«2 دقائق», «222 قراءة»: how long the page takes to read, and how often it was."""
    return _COUNTED.fullmatch(line.folded) is not None


def _is_notice(line: LineFeatures) -> bool:
    """Cookies, newsletters, rights, log-in: whole sentences, told by what they speak of."""
    notices = line.kinds_count("notice")
    if notices >= 2 or (notices and line.count <= _SHORT):
        return True
    return bool(_WEB_ADDRESS.search(line.text)) and line.count <= _SHORT and not line.ends_sentence


def _is_widget(line: LineFeatures) -> bool:
    if line.count > _SHORT + 6 or (line.prose and line.count > _SHORT):
        return False
    if line.count == 0 or all(len(word) == 1 or word.isdigit() for word in line.words):
        return not any(word.isdigit() and len(word) > 2 for word in line.words) and not line.clocks
    if line.latin_only and line.count <= _SHORT and not line.has("agency"):
        return not _LATIN_NAME.fullmatch(line.text) or line.has("widget")
    letters = sum(len(word) == 1 and word.isalpha() for word in line.words) / line.count
    share = line.share("widget", "related", "tags") + (letters if line.has("widget") else 0.0)
    if line.share("agency", "desk", "byline", "credit") >= 0.99 and line.count <= 2 and not line.separators:
        return False
    decorated = line.separators > 0 or ":" in line.text or "(" in line.text
    return share >= 0.6 or (share >= 0.4 and decorated) or _invites(line, share)


def _invites(line: LineFeatures, share: float) -> bool:
    """«اقرأ أيضا: عنوان»، «تابع القناة على واتساب»: an opening that invites, then a title or a name."""
    if line.opens_with("widget", "related") is None:
        return False
    titled = ":" in line.text and share >= 0.2 and not any(word.isdigit() for word in line.words)
    return titled or (share >= 0.5 and line.count <= _OPENER + 1)


def _is_kicker(line: LineFeatures) -> bool:
    """«لحظة بلحظة: عنوان طويل»: what comes before the colon says what the story is, not where a link leads."""
    kicker, (head, *title) = line.opens_with("kicker"), re.split("[:|]", line.text, maxsplit=1)
    if kicker is None or not title or re.search(r"[|/»›]", title[0]):
        return False
    return len(words_of(head)) == kicker.end and len(words_of(title[0])) >= _DESCRIBED


def signs_with_initials(line: LineFeatures) -> bool:
    """«(خ ب) س ر/ه ك»: wire copy signed with single Arabic letters, of which font-size buttons have but one."""
    letters = {word for word in line.words if len(word) == 1 and "ء" <= word <= "ي"}
    return len(letters) >= 2 and all(word in letters for word in line.words) and line.count <= _SHORT


def is_menu(line: LineFeatures) -> bool:
    """Section names parted by bars, arrows or wide spaces."""
    if line.prose or line.ends_sentence or not line.separators or line.count > 20 or line.has_year:
        return False
    share = line.share("section", "widget")
    pieces = line.count / (line.separators + 1)
    return share >= 0.6 or (line.separators >= 2 and share >= 0.3 and pieces <= 3)


def _is_ticker(line: LineFeatures) -> bool:
    """Rates, prayer times, weather: names of what is measured and numbers, nothing else."""
    if line.bulleted or line.ends_sentence:
        return False
    numbers = sum(word.isdigit() for word in line.words)
    measured = line.kinds_count("ticker")
    if line.opens_with("ticker") and line.count <= _PANEL and (numbers or measured >= 2):
        return numbers + measured >= 2 and line.share("ticker", "clock", numbers=True) >= 0.5
    if "°" in line.text and line.count <= _SHORT:
        return True
    return numbers >= 1 and measured >= 2 and line.share("ticker", "clock", "section", numbers=True) >= 0.7


def is_panel_title(line: LineFeatures) -> bool:
    """Whether it names a box of prayer times, rates or weather and nothing else."""
    if line.count <= 3 and line.share("ticker", "section") >= 0.99:
        return line.has("ticker")
    opener = line.opens_with("ticker")
    return opener is not None and opener.end >= 2 and line.count <= _PANEL and not line.ends_sentence


def lists_keywords(line: LineFeatures) -> bool:
    """Whether it is a row of keywords or links, parted by wide spaces or bars, below a story."""
    pieces = line.count / (line.separators + 1)
    return line.separators >= 2 and pieces <= 4 and not line.ends_sentence and not line.bulleted and not line.has_year


def has_notice(line: LineFeatures) -> bool:
    """Whether it holds a phrase of notices; enough below the story, too little within it."""
    return line.has("notice")


def closes_related(line: LineFeatures) -> bool:
    """«مواضيع قد تهمك نهاية»: where a box of links says that it ends."""
    return line.has("related") and line.count <= _OPENER + 1 and bool(_ENDS & {line.words[0], line.words[-1]})


@answered_once
def opens_related(line: LineFeatures) -> bool:
    """Whether it announces lines of other stories: «اقرأ أيضا» alone, «== من نشرة أمس ==», «التالي»."""
    if line.count > 8 or line.count == 0 or line.prose:
        return False
    if _has_title(line):
        return False
    if (line.words[0] == _MORE and line.count <= _OPENER) or (
        line.words[0] == _MOST and 2 <= line.count <= _MOST_WORDS
    ):
        return True
    if line.has("story_noun") and line.has("relation") and line.count <= _OPENER:
        return line.share("story_noun", "relation", "related", "widget") >= 0.6
    return line.has("related") and line.share("related", "widget", "outlet") >= 0.6


def _has_title(line: LineFeatures) -> bool:
    """Whether a link's title follows the announcement on the same line."""
    head, colon, tail = line.text.partition(":")
    return bool(colon) and len(words_of(tail)) >= 2 and bool(words_of(head))
