"""Changes of a schema under existing work: what the next schema is, and what becomes of what has its labels."""
