"""Changes of the schema under existing work: counted and shown beforehand, then made in one transaction."""

from storage.schema_changes.carrying_out import SchemaChangeCancelledError, change_schema, preview
from storage.schema_changes.groups import Group, groups_of
from storage.schema_changes.previews import Preview, Sample

__all__ = [
    "Group",
    "Preview",
    "Sample",
    "SchemaChangeCancelledError",
    "change_schema",
    "groups_of",
    "preview",
]
