"""Evaluation on disk: readers of gold in several formats, suggestions for it, and the report."""
