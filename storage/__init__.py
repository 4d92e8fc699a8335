"""The store: articles and annotations in SQLAlchemy, and readers and writers of files. Knows no Qt."""
