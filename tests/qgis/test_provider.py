"""What every algorithm owes its users: help, an icon, tags, a name that lasts."""

from pathlib import Path

import pytest
from megaregion.processing_algorithms.provider import ALGORITHMS

ICONS = Path(__file__).resolve().parents[2] / "resources" / "icons"
each = pytest.mark.parametrize("kind", ALGORITHMS, ids=lambda kind: kind.ID)


def test_provider_offers_every_algorithm(provider):
    assert provider.name() == "Mega-Region Analyst"
    assert {a.name() for a in provider.algorithms()} == {kind.ID for kind in ALGORITHMS}


@each
def test_texts(kind):
    algorithm = kind().create()
    assert algorithm.displayName()
    assert algorithm.group()
    assert algorithm.groupId()
    assert len(algorithm.tags()) >= 3
    assert len(algorithm.shortDescription()) > 40
    assert (ICONS / f"{kind.ID}.svg").exists()
    assert not algorithm.icon().isNull()


@each
def test_every_parameter_has_help(kind):
    algorithm = kind().create()
    assert algorithm.parameterDefinitions()
    for parameter in algorithm.parameterDefinitions():
        assert len(parameter.help()) > 20, parameter.name()
        assert parameter.help().rstrip().endswith("."), parameter.name()
        assert parameter.description() in algorithm.shortHelpString().replace("&#x27;", "'")
