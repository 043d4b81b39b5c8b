"""Text, tables and charts on the pages of the planning report."""
