"""Ids, parameters, order of options and output fields are a promise to those who script them."""

import json
import os

from interface import GOLDEN, as_text, interface_of
from small_world import settings_of

AGAIN = "GOLDEN=write ./dev test tests/qgis/test_interface.py"


def written_layers(run, algorithm, folder):
    """Every layer that the algorithm writes on the small world, by output."""
    sinks = [d.name() for d in algorithm.destinationParameterDefinitions() if d.type() == "sink"]
    if not sinks:
        return {}
    settings = settings_of(algorithm.name(), folder)
    result, _ = run(algorithm.name(), **settings, **dict.fromkeys(sinks, "memory:"))
    return {name: result[name] for name in sinks}


def test_interface_is_the_one_promised(provider, run, tmp_path):
    written = {a.name(): written_layers(run, a, tmp_path) for a in provider.algorithms()}
    found = as_text(interface_of(provider, written))
    if os.environ.get("GOLDEN") == "write":
        GOLDEN.write_text(found, encoding="utf-8")
    promised = json.loads(GOLDEN.read_text(encoding="utf-8"))
    found = json.loads(found)
    changed = [
        f"{name}: {found.get(name)}" for name in promised if found.get(name) != promised[name]
    ]
    new = sorted(set(found) - set(promised))
    assert not changed, f"changed; where that is meant, run {AGAIN}: " + "\n".join(changed)
    assert not new, f"not in the file yet, run {AGAIN}: {new}"
