"""Flows, policy items and profiles read and tabled."""
