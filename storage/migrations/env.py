"""Run by Alembic: migrates over the connection that ``storage.migrations`` opened, within its transaction."""

from alembic import context

from storage.tables.everything import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata(),
    transactional_ddl=True,
    render_as_batch=True,
)
context.run_migrations()
