"""Parts of the documentation that the program writes itself, so that they cannot go stale: key tables, screenshots."""
