"""Makes the checkout importable as the package `megaregion`, whatever its folder is called."""

import importlib.util
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

if "megaregion" not in sys.modules:
    spec = importlib.util.spec_from_file_location(
        "megaregion", ROOT / "__init__.py", submodule_search_locations=[str(ROOT)]
    )
    package = importlib.util.module_from_spec(spec)
    sys.modules["megaregion"] = package
    spec.loader.exec_module(package)
