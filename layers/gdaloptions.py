"""GDAL's options set for a while, in this thread alone where GDAL can."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from osgeo import gdal

# Older bindings of GDAL have only the options of all threads.
_get_option = getattr(gdal, "GetThreadLocalConfigOption", gdal.GetConfigOption)
_set_option = getattr(gdal, "SetThreadLocalConfigOption", gdal.SetConfigOption)


@contextmanager
def gdal_options(options: Mapping[str, str]) -> Iterator[None]:
    """Set GDAL's options by name, and what they were before afterwards."""
    before = {name: _get_option(name) for name in options}
    for name, value in options.items():
        _set_option(name, value)
    try:
        yield
    finally:
        for name, old in before.items():
            _set_option(name, old)
