"""Keys by physical position: what each does, how they are read from any keyboard layout, how they are listed."""
