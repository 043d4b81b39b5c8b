"""Night light summed over the cells that a city covers."""
