"""What the secretary does, one function each: ask, do it, say what was done and its command."""
