"""The learner: what confirmed articles teach, as suggestions with calibrated scores beside those of the rules."""
