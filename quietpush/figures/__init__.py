"""Figures: pure functions from a tidy frame and a Caption to a Figure, one module per form."""
