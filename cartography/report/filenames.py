"""Names of the report's files."""

from __future__ import annotations

LONGEST = 40  # signs that a name has of what it is made for


def plain(name: str) -> str:
    """The name as a file of any system may have it, cut."""
    return "".join(sign if sign.isalnum() else "_" for sign in name)[:LONGEST]
