"""How do printed lines, or the elements of a marked-up file, become one document? Two ways in, one end."""
