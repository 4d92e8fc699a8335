"""The panel of open suggestions: grouped, scored, explained, filtered by score and type."""
