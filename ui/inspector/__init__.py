"""The inspector: everything about the current tag, and where to change it."""
