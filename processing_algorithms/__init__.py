"""What users run: one thin file an algorithm."""
