"""The mathematics of an award. Pure: no files, no clock, no database, no screen.

Numbers are integers in named units: points are scaled by 10^-decimals of their stage,
weights by 10^-weight_decimals, published values by 10^-places. Nothing here is a float.

Start reading at `rules` (what a committee decided), then `cells` (what judges gave),
`compute` (one call, the result), `result` (its types), `explain` (how each number came
about), and `recount` (the same result by a second, plain, independent way).
"""
