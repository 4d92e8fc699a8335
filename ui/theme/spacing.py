"""Sizes that every part of the window shares, in pixels: a grid of 4, one radius, times of motion."""

GRID = 4
RADIUS = 4
HAIRLINE = 1.0
INTERFACE_SIZE = 13
TEXT_SIZE = 22
SMALLEST_TEXT_SIZE = 12
LARGEST_TEXT_SIZE = 48
MOTION_MS = 110
"""No motion takes longer."""
FADE_MS = 100


def grid(steps: float) -> int:
    """A number of steps of the grid, in pixels."""
    return round(GRID * steps)
