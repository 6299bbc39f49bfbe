"""The control list: every time at which a row is due as a line of cells, some of which people fill in.

It is written into workbooks and read back from them; here is what both must know alike.
"""
