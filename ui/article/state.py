"""What the view shows besides the text: tags, the current one, roles, selection, caret."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from model.text.span import Span
from ui.article.tags import Tag
from ui.language import listed


@dataclass(frozen=True, slots=True)
class Arc:
    """An argument: the event, the name of the role in the reader's language, and the mention that fills it."""

    event_id: str
    role: str
    mention_id: str


@dataclass(slots=True)
class ViewState:
    """Changed by the view alone; read by painting and hit testing."""

    tags: dict[str, Tag] = field(default_factory=dict)
    current: str | None = None
    arcs: tuple[Arc, ...] = ()
    all_arcs: bool = False
    selection: Span | None = None
    caret: int | None = None

    def shown_arcs(self) -> Sequence[Arc]:
        """The arcs on show: all, or those of the current tag, which is the event or one of its arguments."""
        if self.all_arcs:
            return self.arcs
        return [arc for arc in self.arcs if self.current in {arc.event_id, arc.mention_id}]

    def roles(self) -> dict[str, str]:
        """The role names on show by mention; more than one, with a comma between them."""
        names: dict[str, list[str]] = {}
        for arc in self.shown_arcs():
            names.setdefault(arc.mention_id, []).append(arc.role)
        return {mention: listed(dict.fromkeys(roles)) for mention, roles in names.items()}
