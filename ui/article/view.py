"""The article view: what the window talks to."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

from PySide6.QtWidgets import QWidget

from model.annotation import Zone
from model.text.bidi import BidiControls, bidi_controls
from ui.article import accessibility
from ui.article.fading import pieces_of
from ui.article.flow import Flow
from ui.article.folding import find_folds
from ui.article.metrics import PageMetrics
from ui.article.paragraph import split
from ui.article.selecting import SelectingPage
from ui.article.state import Arc
from ui.article.tags import Tag
from ui.language import tr

FOLDED_ZONES = frozenset({"boilerplate"})


class ArticleView(SelectingPage):
    """Shows one article with its tags; read-only. Offsets are code points of the text given to ``set_article``."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.revision = 0
        """Of the article, as given to ``set_article``: what comes later for another revision is stale."""
        self.retranslate()

    def retranslate(self) -> None:
        """Write the view's own words in the interface's language."""
        self.setAccessibleName(tr("Article"))
        self.setAccessibleDescription(
            tr("The text of the article with its tags. Shift and arrow keys select, F4 selects more, F7 shows a caret.")
        )
        self.viewport().update()

    def set_article(
        self,
        text: str,
        *,
        zones: Sequence[Zone] = (),
        right_to_left: bool = True,
        revision: int = 0,
        folded_zones: frozenset[str] = FOLDED_ZONES,
    ) -> None:
        """Show another text from its top, without tags or selection; lines of ``folded_zones`` are folded away."""
        self.text = text
        self.revision = revision
        self.__dict__.pop("bidi_warning", None)
        paragraphs = split(text, _places(zones))
        self.metrics = PageMetrics.for_viewport(
            self.metrics.text_size, self.viewport().width(), right_to_left=right_to_left
        )
        self.state.tags, self.state.current, self.state.arcs = {}, None, ()
        self.forget_selection()
        self.show_flow(Flow(paragraphs, find_folds(paragraphs, folded_zones), self.metrics))

    def set_zones(self, zones: Sequence[Zone], *, folded_zones: frozenset[str] = FOLDED_ZONES) -> None:
        """Other zones for the same text: its look changes, tags and selection stay."""
        paragraphs = self.flow.paragraphs
        names = [paragraph.zone for paragraph in split(self.text, _places(zones))]
        for paragraph, name in zip(paragraphs, names, strict=True):
            if paragraph.zone != name:
                paragraph.zone = name
                paragraph.forget_layout()
        opened = {fold.first for fold in self.flow.folds if not fold.folded}
        folds = find_folds(paragraphs, folded_zones)
        for fold in folds:
            fold.folded = opened.isdisjoint(range(fold.first, fold.last + 1))
        self.flow.set_folds(folds)
        self.arrange_again(range(len(paragraphs)))
        self.viewport().update()

    @cached_property
    def bidi_warning(self) -> BidiControls:
        """Whether the text holds invisible controls, and whether they change its reading order."""
        return bidi_controls(self.text, right_to_left=self.metrics.right_to_left)

    def set_tags(self, tags: Sequence[Tag]) -> None:
        """Show these tags instead of the ones before."""
        self.state.tags = {tag.id: tag for tag in tags}
        touched = {paragraph.index for paragraph in self.flow.paragraphs if paragraph.tags}
        for paragraph in self.flow.paragraphs:
            paragraph.tags = []
        for tag in self.state.tags.values():
            touched.update(self._attach(tag))
        if self.state.current not in self.state.tags:
            self.state.current = None
        self.arrange_again(touched)

    def update_tags(self, changed: Mapping[str, Tag | None]) -> None:
        """Add, change or (None) remove tags; only the paragraphs concerned are arranged and painted again."""
        touched: set[int] = set()
        leaving = [identifier for identifier, tag in changed.items() if tag is None]
        self._fade_out(leaving)
        for identifier, tag in changed.items():
            old = self.state.tags.pop(identifier, None)
            for index in self._paragraphs_of(old) if old is not None else ():
                paragraph = self.flow.paragraphs[index]
                paragraph.tags = [other for other in paragraph.tags if other.id != identifier]
                touched.add(index)
            if tag is None:
                continue
            self.state.tags[identifier] = tag
            touched.update(self._attach(tag))
        if self.state.current not in self.state.tags:
            self.state.current = None
        self.arrange_again(touched)

    def _fade_out(self, identifiers: Iterable[str]) -> None:
        if self.motion_reduced:
            return
        seen = self.flow.shown_between(self.scrolled, self.scrolled + self.viewport().height())
        self.fade.start(
            fading
            for identifier in identifiers
            if identifier in self.state.tags
            for index in self._paragraphs_of(self.state.tags[identifier])
            if index in seen
            for fading in pieces_of(self.flow.paragraphs[index], identifier)
        )

    def _attach(self, tag: Tag) -> list[int]:
        """Give a tag to its paragraphs, which may be many; returns their indices."""
        indices = self._paragraphs_of(tag)
        for index in indices:
            self.flow.paragraphs[index].tags.append(tag)
        return indices

    def _paragraphs_of(self, tag: Tag) -> list[int]:
        if not self.flow.paragraphs:
            return []
        if len(tag.fragments) == 1:
            return list(self.flow.indices_of(tag.fragments[0].start, tag.fragments[0].end))
        return sorted({index for span in tag.fragments for index in self.flow.indices_of(span.start, span.end)})

    def set_current(self, tag_id: str | None) -> None:
        """Mark the tag that keys act on; its chip grows, and if it is an event, its arguments show their roles."""
        if tag_id == self.state.current:
            return
        before, arcs = self.state.current, self.state.shown_arcs()
        self.state.current = tag_id if tag_id in self.state.tags else None
        if arcs or self.state.shown_arcs():
            self.viewport().update()
        else:
            self._repaint_tags({before, self.state.current})
        tag = self.state.tags.get(tag_id or "")
        if tag is not None:
            spoken = " ".join([tag.label_text, *(span.of(self.text) for span in tag.fragments), tag.detail])
            self.spoken = spoken
            accessibility.announce(self, spoken)

    @property
    def current(self) -> str | None:
        """The id of the current tag."""
        return self.state.current

    def _repaint_tags(self, identifiers: Iterable[str | None]) -> None:
        tags = [self.state.tags[name] for name in identifiers if name is not None and name in self.state.tags]
        self.repaint_paragraphs({index for tag in tags for index in self._paragraphs_of(tag)})

    def set_arguments(self, arguments: Iterable[tuple[str, str, str]]) -> None:
        """The arguments ``(event id, role in the reader's language, mention id)`` that may be shown as arcs."""
        before = self.state.shown_arcs()
        self.state.arcs = tuple(Arc(*argument) for argument in arguments)
        if list(self.state.shown_arcs()) != list(before):
            self.viewport().update()

    def show_all_arcs(self, shown: bool) -> None:
        """Show the arcs of all events instead of the current one's."""
        self.state.all_arcs = shown
        self.viewport().update()


def _places(zones: Sequence[Zone]) -> list[tuple[int, int, str]]:
    return [(zone.span.start, zone.span.end, zone.zone) for zone in zones]
