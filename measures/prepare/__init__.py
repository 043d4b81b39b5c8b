"""Cities told apart, matched, marked and counted."""
