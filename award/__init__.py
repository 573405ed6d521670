"""What people do to an award, one function per thing: open, import, score, rank, finalise, export.

The commands (`cli`) and the screens (`tui`) call these and print or paint what comes back;
they decide nothing themselves.
"""
