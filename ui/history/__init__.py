"""The history of the open article: every operation on it, any moment of which can be restored."""
