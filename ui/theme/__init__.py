"""Colours computed in a perceptual space, and the sizes shared by the window."""

from ui.theme.palette import ColouredLabel, Palette, Scheme, TagColours, palette

__all__ = ["ColouredLabel", "Palette", "Scheme", "TagColours", "palette"]
