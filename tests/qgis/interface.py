"""The public interface as plain data: what `tests/data/interface.json` holds.

`python tests/qgis/interface.py` inside `./dev test`'s environment prints it anew.
"""

import json
from pathlib import Path

GOLDEN = Path(__file__).resolve().parents[1] / "data" / "interface.json"


def parameter_of(definition):
    """Type, whether optional, default, options and parent of a parameter."""
    from qgis.core import QgsProcessingParameterDefinition as Definition

    entry = {"type": definition.type()}
    entry["optional"] = bool(definition.flags() & Definition.Flag.FlagOptional)
    if definition.defaultValue() is not None:
        entry["default"] = definition.defaultValue()
    if hasattr(definition, "options"):
        entry["options"] = definition.options()
    if hasattr(definition, "parentLayerParameterName"):
        entry["of"] = definition.parentLayerParameterName()
    if hasattr(definition, "allowMultiple") and definition.allowMultiple():
        entry["several"] = True
    return entry


def interface_of(provider):
    """Every algorithm's group, parameters in order, and declared outputs."""
    return {
        algorithm.id(): {
            "group": algorithm.groupId(),
            "parameters": {
                definition.name(): parameter_of(definition)
                for definition in algorithm.parameterDefinitions()
            },
            "outputs": sorted(output.name() for output in algorithm.outputDefinitions()),
        }
        for algorithm in sorted(provider.algorithms(), key=lambda a: a.id())
    }


def as_text(interface):
    """The file's text."""
    return json.dumps(interface, indent=1, ensure_ascii=False) + "\n"
