"""The domain: text, schema, annotations, operations and suggestion engines. Knows neither Qt nor SQL."""
