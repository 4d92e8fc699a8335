"""Builders of operations: each turns one intention of an annotator and a sheet into the operation that does it."""
