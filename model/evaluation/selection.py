"""Parts of pages: some labels, one suggester's proposals, labels under other names."""

from collections.abc import Collection, Mapping
from dataclasses import replace

from model.evaluation.matching import Item
from model.gold_page import GoldPage, PageItem


def with_labels(page: GoldPage, labels: Collection[str]) -> GoldPage:
    """The page with mentions and events of these labels alone, and the arguments that such mentions fill."""
    mentions = tuple(item for item in page.mentions if item.label in labels)
    return _without_lost(replace(page, mentions=mentions, events=_labelled(page.events, labels)))


def _labelled(items: tuple[Item, ...], labels: Collection[str]) -> tuple[Item, ...]:
    return tuple(item for item in items if item.label in labels)


def of_suggester(page: GoldPage, name: str) -> GoldPage:
    """The page with what one suggester proposed; ``name`` may carry a version, as in ``entities@2``."""
    return _without_lost(replace(page, mentions=_proposed(page.mentions, name), events=_proposed(page.events, name)))


def _proposed(items: tuple[Item, ...], name: str) -> tuple[Item, ...]:
    wanted, _, version = name.partition("@")
    return tuple(
        item
        for item in items
        if item.evidence and item.evidence.suggester == wanted and version in ("", item.evidence.version)
    )


def labels_of(page: GoldPage) -> frozenset[str]:
    """The labels of its mentions and events."""
    return frozenset([*(item.label for item in page.mentions), *(item.label for item in page.events)])


def suggesters_of(page: GoldPage) -> frozenset[str]:
    """The names of all who proposed something."""
    items: tuple[PageItem, ...] = (*page.mentions, *page.events)
    return frozenset(item.evidence.suggester for item in items if item.evidence)


def renamed(page: GoldPage, names: Mapping[str, str | None]) -> GoldPage:
    """The page with labels under other names; what is named None is left out, what is not listed stays."""
    kept = with_labels(page, labels_of(page) - {name for name, new in names.items() if new is None})
    return replace(
        kept,
        mentions=tuple(replace(item, label=names.get(item.label) or item.label) for item in kept.mentions),
        events=tuple(replace(item, label=names.get(item.label) or item.label) for item in kept.events),
    )


def _without_lost(page: GoldPage) -> GoldPage:
    """Without the arguments whose filler is gone."""
    known = page.spans_by_id()
    events = []
    for event in page.events:
        places = [at for at, (_, target) in enumerate(event.arguments) if target in known]
        reasons = tuple(event.argument_reasons[at] for at in places) if event.argument_reasons else ()
        arguments = tuple(event.arguments[at] for at in places)
        events.append(replace(event, arguments=arguments, argument_reasons=reasons))
    return replace(page, events=tuple(events))
