"""The names that the program knows before anybody has annotated: files in seeds/lexicons, loader and check."""
