"""Cities compared and followed through the years, made into rows of results."""
