"""Names of elements and attributes as expat gives them: «namespace name»."""

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main "
VAL = f"{W}val"
M = "http://schemas.openxmlformats.org/officeDocument/2006/math "
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006 "
S = "http://schemas.openxmlformats.org/spreadsheetml/2006/main "
R_ID = "http://schemas.openxmlformats.org/officeDocument/2006/relationships id"
SPACE = "http://www.w3.org/XML/1998/namespace space"
