"""Files that cross between computers: how they are written, signed, sealed and read back.

From the inside out: ``canonical`` fixes the bytes of a value, ``objects`` the shape of a
packet, a ballot and a close sheet, ``crypto`` locks and signs, ``envelope`` is the text file.
Nothing in these modules opens a file, a database or a screen.
"""
