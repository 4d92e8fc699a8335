"""Events: triggers found by inflected lemmas in context, their modality, and the mentions that fill their roles."""
