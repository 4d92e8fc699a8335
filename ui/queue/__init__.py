"""The queue of articles: filtered and sorted by the store, one line an article."""
