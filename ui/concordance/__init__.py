"""The concordance: hits of a search in lines aligned on them, and acts at many of them at once."""
