"""The tables of a project, mapped with SQLAlchemy's typed declarative classes; types that both dialects know."""
