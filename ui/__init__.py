"""The window: Qt only, on top of the model and the public face of the store."""
