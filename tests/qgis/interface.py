"""The public interface as plain data: what `tests/data/interface.json` holds.

`GOLDEN=write ./dev test tests/qgis/test_interface.py` writes the file anew.
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


def fields_of(layer):
    """Name to type of a layer's fields, in their order."""
    from qgis.PyQt.QtCore import QVariant

    kinds = {QVariant.Int: "int", QVariant.LongLong: "int"}
    kinds.update({QVariant.Double: "float", QVariant.String: "str"})
    return {field.name(): kinds[field.type()] for field in layer.fields()}


def interface_of(provider, written):
    """Every algorithm's group, parameters in order, declared outputs and fields written.

    Args:
        provider: the plugin's.
        written: algorithm's name to the layers that a small run wrote, by output.
    """
    return {
        algorithm.id(): {
            "group": algorithm.groupId(),
            "parameters": {
                definition.name(): parameter_of(definition)
                for definition in algorithm.parameterDefinitions()
            },
            "outputs": sorted(output.name() for output in algorithm.outputDefinitions()),
            "fields": {name: fields_of(layer) for name, layer in written[algorithm.name()].items()},
        }
        for algorithm in sorted(provider.algorithms(), key=lambda a: a.id())
    }


def as_text(interface):
    """The file's text."""
    return json.dumps(interface, indent=1, ensure_ascii=False) + "\n"
