"""What users look at: styles, charts, maps and reports."""
