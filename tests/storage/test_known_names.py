"""Names that annotators confirmed are gathered from the whole project."""

from dataclasses import replace

from model.annotation import Identity
from model.article import Article
from model.decision import Verdict
from storage import Project
from tests.storage.builders import add, make_article, make_decision, make_mention, propose, step


def test_mentions_count_with_their_identity_and_refusals(project: Project, article: Article) -> None:
    other = make_article(title="صفحة أخرى")
    project.add_articles([other])
    identity = Identity("1" * 16, "beirut", "GPE", "بيروت")
    here, there = make_mention(article, "بيروت"), make_mention(other, "بيروت")
    linked = [replace(mention, identity_id=identity.id) for mention in (here, there)]
    project.perform(step(add(identity, *linked)))
    refused = replace(make_decision(propose(article, "بيروت")), verdict=Verdict.REJECT)
    project.perform(step(add(refused)))
    (name,) = project.known_names().names
    assert (name.words, name.label, name.key) == (("بيروت",), here.label, "beirut")
    assert (name.confirmed, name.refused) == (2, 1)
    assert name.article in {article.title, other.title}
