"""Arabic text with offsets kept: spans, unit converters, folding, tokens, clitics, sentences."""
