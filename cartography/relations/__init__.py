"""What shows relations between cities: styles, charts, pages."""
