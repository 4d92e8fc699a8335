"""Words of the text put into classes, phrases of classes, numbers in words: what times and numbers are read with."""
