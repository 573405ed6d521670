"""Measurements. `python -m bench` runs all, `python -m bench engine` one.

Each module here without a leading underscore has `run() -> list[Row]`; the sentence at its
top says what is measured and how. Nothing is measured twice on the same data in a row
without saying so; times are medians of several runs.
"""
