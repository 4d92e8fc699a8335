import pytest
from pytestqt.qtbot import QtBot

from tests.ui.article.pages import NEWS, ZONES, make_view, zones_of
from ui.article.view import ArticleView


@pytest.fixture
def view(qtbot: QtBot) -> ArticleView:
    """A shown view of ``NEWS``, its debris folded."""
    shown = make_view(qtbot)
    shown.set_article(NEWS, zones=zones_of(NEWS, ZONES), revision=1)
    return shown
