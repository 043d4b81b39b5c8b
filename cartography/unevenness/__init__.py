"""What shows unevenness: styles, charts, pages."""
