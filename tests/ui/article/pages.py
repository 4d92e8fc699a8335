"""Articles, tags and views for the tests of the article view."""

from pytestqt.qtbot import QtBot

from model.annotation import Zone
from model.text.paragraphs import lines
from model.text.span import Span
from ui.article.tags import Tag, TagKind, TagState
from ui.article.view import ArticleView

NEWS = (
    "الرئيسية | سياسة | رياضة\n"
    "شارك الخبر\n"
    "\n"
    "بغداد وواشنطن تبحثان جدولة المهمة\n"
    "الثلاثاء 12 آذار 2024 | 14:30\n"
    "بحث وزير الخارجية العراقي فؤاد حسين مع Joe Biden (46) ملف شركة Apple Inc. في «بغداد»، وبالعراق 3,000 جندي "
    "من قوات NATO. وقال الوزير لأحمد إنّ اللقاءَ كان مثمراً! ثم غادر إلى واشنطن.\n"
    "ولفت إلى أن الحوار مستمر 😀 منذ عام 2017، بلا شك.\r\n"
    "اقرأ أيضا\n"
)
ZONES = ("boilerplate", "boilerplate", "headline", "dateline", "body", "body", "boilerplate")


def zones_of(text: str, names: tuple[str, ...]) -> tuple[Zone, ...]:
    return tuple(Zone("a", span, name) for span, name in zip(lines(text), names, strict=True))


def span_of(text: str, piece: str, after: int = 0) -> Span:
    start = text.index(piece, after)
    return Span(start, start + len(piece))


def mention(
    identifier: str, *spans: Span, state: TagState = TagState.CONFIRMED, label: str = "ORG", detail: str = ""
) -> Tag:
    score = 0.5 if state is TagState.SUGGESTED else None
    return Tag(identifier, TagKind.MENTION, state, label, "منظمة", spans, score, detail)


def event(identifier: str, span: Span, state: TagState = TagState.CONFIRMED) -> Tag:
    return Tag(identifier, TagKind.EVENT, state, "CONSULT", "تشاور", (span,))


def make_view(qtbot: QtBot, width: int = 900, height: int = 700) -> ArticleView:
    view = ArticleView()
    qtbot.addWidget(view)
    view.set_motion_reduced(True)
    view.resize(width, height)
    view.show()
    qtbot.waitExposed(view)
    return view
