"""Comparison of page files with gold: counts, precision, recall, F1, and the misses one by one."""
