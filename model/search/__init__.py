"""Searching texts and tags: a query language, and where its hits stand in an article."""
