"""Types of cities: found, judged, named and compared."""
