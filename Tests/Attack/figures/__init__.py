"""The attack on published figures, written from what docs/decisions/statistics-suppression.md promises and from nothing of the code.

A reader has every export of every role and knows the form, the pack and the method. `unknowns` holds every count that could have
been, `reader` bounds the small ones, `insider` takes their own sheets away first, `rules` publishes the same counts by other rules,
to compare.
"""
