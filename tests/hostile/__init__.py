"""Tables of hostile inputs, one a kind, with what the program must say of each."""
