"""Whatever is put in, an algorithm ends with a result or with one sentence, and nothing half done.

    FUZZ=5000 ./dev test tests/qgis/test_fuzz.py

makes as many runs; `./dev test` makes 300, the same each time.
"""

import shutil

import pytest
from fuzz import RUNS, changes, end_of, layers
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from small_world import settings_of


@pytest.fixture(scope="module")
def inputs(tmp_path_factory):
    return tmp_path_factory.mktemp("inputs")


@given(data=st.data())
@settings(
    max_examples=RUNS,
    deadline=None,
    derandomize=RUNS == 300,
    suppress_health_check=list(HealthCheck),
)
def test_a_result_or_a_sentence(run, tmp_path_factory, inputs, provider, data):
    # The report runs the others one after another; its own settings have tests of their own.
    names = [a.name() for a in provider.algorithms() if a.name() != "planningreport"]
    name = data.draw(st.sampled_from(names))
    asked = provider.algorithm(name).parameterDefinitions()
    out = tmp_path_factory.mktemp("fuzz")
    given_settings = settings_of(name, inputs, data.draw(layers()))
    for sink in (d.name() for d in asked if d.isDestination()):
        if sink == "OUTPUT" or data.draw(st.booleans()):
            given_settings[sink] = str(out / f"{sink}.{'html' if sink == 'REPORT' else 'gpkg'}")
    named = [
        d.name() for d in asked if d.name() != "SCHEDULER"
    ]  # it would be called and waited for
    given_settings.update(data.draw(changes(named)))
    if name == "preparelight":
        given_settings["OUTPUT_FOLDER"] = str(out)
    end_of(run, name, given_settings, out)
    shutil.rmtree(out)
