"""Full-text search: an index of folded texts beside the tables, and searches that go through a project in portions."""
