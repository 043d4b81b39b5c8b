"""What shows night light: styles, charts, pages."""
