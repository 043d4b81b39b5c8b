"""What shows city types: styles, charts, pages."""
