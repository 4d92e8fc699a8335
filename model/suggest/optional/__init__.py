"""Suggesters that are there only when somebody wants them: described, configured, and each in a process of its own."""
