"""Indicator fields and their years."""

from __future__ import annotations

from .fields import Indicator as Indicator  # noqa: PLC0414
from .fields import parse_indicators as parse_indicators  # noqa: PLC0414
