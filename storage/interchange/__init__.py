"""Tawsim's own complete format: JSON Lines in UTF-8 that come back as they were written.

The first line is a header: ``{"tawsim": "articles", "format": 1, "offsets": "code points", "schema": {"name",
"version", "source"}, "project", "written_by"}``. Each further line is one article with its text, metadata, zones,
mentions, events, decisions, and the identities that its mentions share (``storage.interchange.lines`` has the keys). A
last line ``{"identities": […]}`` holds the identities that no article of the file uses. Spans are ``[start, end]``,
half-open, in code points of ``text``; moments are ISO 8601 with their offset; what is empty or at its default may be
left out.
"""

FORMAT = 1
"""The version of the format; readers refuse a later one."""
HEADER_KEY = "tawsim"
"""The key by which the header line is known."""
CONTENTS = "articles"
OFFSETS = "code points"
