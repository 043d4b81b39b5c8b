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


def pytest_ignore_collect(collection_path):
    """Only files of tests are looked into for examples to run; helpers beside them are not."""
    is_helper = collection_path.suffix == ".py" and not collection_path.name.startswith("test_")
    return True if is_helper and ROOT / "tests" in collection_path.parents else None
