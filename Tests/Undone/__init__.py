"""Duties undone, to see that their tests can fail."""
