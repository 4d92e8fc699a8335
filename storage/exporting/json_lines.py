"""Tawsim's own complete format (see ``storage.interchange``): what is written comes back the same when imported."""

from storage.exporting.placing import opened
from storage.exporting.writing import Writing
from storage.interchange.writing import article_line, content_of, header, identities_line


def write_json_lines(writing: Writing) -> None:
    """Write one line an article, and one for the identities that none of them uses."""
    project, used = writing.project, set[str | None]()
    with opened(writing.path) as stream:
        stream.write(content_of(header(project.name, project.schema)))
        for one in writing.articles:
            stream.write(content_of(article_line(one.article, one.sheet)))
            used.update(mention.identity_id for mention in one.sheet.mentions.values())
        rest = [identity for identity in project.identities() if identity.id not in used]
        if rest:
            stream.write(content_of(identities_line(rest)))
