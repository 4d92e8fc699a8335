"""Consistency: what in a project's annotations does not agree with itself, its schema or its texts."""
