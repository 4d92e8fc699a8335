"""The schema: which labels, roles, attributes and zones a project's annotations may use."""
