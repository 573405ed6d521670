"""Files on this computer: read within bounds, written whole or not at all, named safely.

The bottom layer. `reading` is the one place that opens what others made, `archives` looks
into office files before anything unpacks them, `writing` the one place that creates files,
`canonical` gives values their one sequence of bytes, `names` makes file names of our own ids.
"""
