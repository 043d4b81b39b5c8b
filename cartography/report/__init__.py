"""The planning report: layouts, project, text, HTML and PDF."""
