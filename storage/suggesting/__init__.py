"""Suggestions for the articles of a project, in bulk: on processes of this machine or on a cluster."""
