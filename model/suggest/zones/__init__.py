"""Zones: what each line of a saved page is (headline, dateline, body, boilerplate …)."""
