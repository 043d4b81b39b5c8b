"""Sectors, roles and types of cities: read, and made into rows."""
