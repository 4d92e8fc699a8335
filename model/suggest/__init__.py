"""Suggesters and the pipeline that runs them: pure, deterministic, offline."""
