"""GDAL without its own messages."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from osgeo import gdal


def quietly(call: Callable[..., Any], *arguments: Any, **options: Any) -> Any:
    """What a function of GDAL gives, None where it fails, whether it raises or not."""
    gdal.PushErrorHandler("CPLQuietErrorHandler")
    try:
        return call(*arguments, **options)
    except RuntimeError:
        return None
    finally:
        gdal.PopErrorHandler()
