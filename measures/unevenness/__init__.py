"""How uneven core and secondary cities are, and what is certain about it."""
