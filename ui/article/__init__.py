"""The article view: text, tags and selection of one article; knows neither the store nor the schema."""

from ui.article.selecting import ContextRequest
from ui.article.tags import Tag, TagKind, TagState
from ui.article.view import ArticleView

__all__ = ["ArticleView", "ContextRequest", "Tag", "TagKind", "TagState"]
