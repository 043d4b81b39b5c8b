"""Relations between cities: sizes, flows, functions and plans."""
