"""The commands: parse, call `award`, print. No arithmetic, no decisions."""
