"""Measures: from typed frames to numbers and tidy frames, one module per subject; pandas only, no files, no figures."""
