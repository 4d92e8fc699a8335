"""Measurements: each module has ``run(arguments)`` and prints figures; nothing here is asserted in tests."""
