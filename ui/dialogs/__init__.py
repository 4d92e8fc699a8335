"""Dialogs, only where a decision needs a pause."""
