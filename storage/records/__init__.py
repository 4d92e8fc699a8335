"""Records of the model and the rows that hold them, one module for each kind."""
