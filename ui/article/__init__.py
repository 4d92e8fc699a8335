"""The article view: text, tags and selection of one article; knows neither the store nor the schema."""

from ui.article.tags import Tag, TagKind, TagState

__all__ = ["Tag", "TagKind", "TagState"]
