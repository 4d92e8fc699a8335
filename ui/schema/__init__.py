"""The schema in the window: its editor, and the guidelines beside the article."""
