"""The working session: the open project and article, one operation at a time, durable before it is shown."""
