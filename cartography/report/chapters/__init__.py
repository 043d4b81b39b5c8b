"""The report's chapters by subject, each from the tables of the results."""
