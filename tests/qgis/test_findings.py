"""Every run ends with what was found, and its tables can be read."""

import pytest
from megaregion.cartography.columns import column_words, describe
from qgis.core import QgsApplication, QgsProcessingContext, QgsProcessingUtils, QgsProject
from sample_layers import make_layer
from small_world import settings_of

ALGORITHMS = "markcores citygrowth unevenness unevennesschange unevennesstrend nestedtheil"
ALGORITHMS += " polycentricity complementarity spatialpattern joincitytable corediffs citytypes"
ALGORITHMS += " comparetypes flows policythemes coordinationprofile nighttimelight citypanel"


def settings(name, folder):
    if name == "unevennesstrend":
        years = ["gdp_2006", "gdp_2015", "gdp_2023"]
        return {**settings_of("unevenness", folder), "INDICATORS": years}
    if name == "spatialpattern":
        return {"INPUT": settings_of("unevenness", folder)["INPUT"], "INDICATORS": ["gdp_2023"]}
    return settings_of(name, folder)


def lines(log):
    """The log without the line that `processing.run` adds."""
    return [line for line in log.infos if not line.startswith("Results: ")]


@pytest.mark.parametrize("name", ALGORITHMS.split())
def test_a_run_ends_with_up_to_three_findings(run, tmp_path, name):
    log = run.log()
    log.findings = None
    run(name, log, **settings(name, tmp_path), OUTPUT="memory:")
    assert 1 <= len(log.findings) <= 3
    assert lines(log)[-len(log.findings) :] == log.findings
    for sentence in log.findings:
        assert sentence.endswith(".")
        assert "nan" not in sentence.split()
        assert "{" not in sentence


def test_what_the_unevenness_finds(run):
    rows = [
        {"city": f"{region}{n}", "reg": region, "mr_role": role, "gdp_2023": float(value)}
        for region, values in {"A": (90, 5, 5), "B": (10, 10, 10), "C": (1, 9, 9)}.items()
        for n, (role, value) in enumerate(zip(("core", "secondary", "secondary"), values))
    ]
    log = run.log()
    run(
        "unevenness",
        log,
        INPUT=make_layer(rows),
        REGION_FIELD="reg",
        INDICATORS=["gdp_2023"],
        OUTPUT="memory:",
    )
    # Theil between of A: 0.9 ln(0.9 · 3) + 0.1 ln(0.1 · 3 / 2)
    assert lines(log)[-2:] == [
        "GDP 2023 is most uneven in A (Theil between cores and secondary cities 0.704) and least "
        "in B (0.000).",
        "GDP 2023: the secondary cities are ahead of the cores on average in C.",
    ]


@pytest.mark.parametrize("place", range(4))
def test_a_region_without_a_core_does_not_change_which_is_most_uneven(run, place):
    """Its index is not known; the others are compared all the same, wherever it stands."""
    regions = [("low", 12), ("high", 90), ("middle", 30)]
    regions.insert(place, ("no core", None))
    rows = [
        {"city": f"{region}{n}", "reg": region, "mr_role": role, "gdp_2023": float(value or 9)}
        for region, core in regions
        for n, (role, value) in enumerate(
            [("core" if core else "secondary", core), ("secondary", 10), ("secondary", 11)]
        )
    ]
    log = run.log()
    settings = {"REGION_FIELD": "reg", "INDICATORS": ["gdp_2023"], "OUTPUT": "memory:"}
    run("unevenness", log, INPUT=make_layer(rows), **settings)
    (sentence,) = (line for line in lines(log) if "most uneven" in line)
    assert sentence.startswith("GDP 2023 is most uneven in high (Theil")
    assert "and least in low (" in sentence


def test_every_column_of_every_table_has_words(provider):
    import json

    from interface import GOLDEN
    from small_world import city_rows

    joined = "x"  # of the table that joincitytable joins
    own = {*city_rows()[0], joined}
    written = {
        name
        for algorithm in json.loads(GOLDEN.read_text(encoding="utf-8")).values()
        for fields in algorithm["fields"].values()
        for name in fields
    }
    assert sorted(name for name in written - own if column_words(name) is None) == []


def test_own_fields_keep_their_words_and_decimals_are_rounded(qgis_app):
    layer = make_layer([{"city": "A", "theil": 0.123456789, "theil_gdp_2023": 0.5, "mean": 1.0}])
    describe(
        layer, ["theil", "theil_gdp_2023"], {"city": "Name of the city", "mean": "Mean height"}
    )
    aliases = {field.name(): field.alias() for field in layer.fields()}
    assert aliases == {
        "city": "Name of the city",
        "theil": "Theil",
        "theil_gdp_2023": "Theil between cores and secondary cities, GDP 2023",
        "mean": "Mean height",
    }
    setup = layer.editorWidgetSetup(1)
    shown = QgsApplication.fieldFormatterRegistry().fieldFormatter(setup.type())
    assert shown.representValue(layer, 1, setup.config(), None, 0.123456789) == "0.1235"


def test_layers_on_the_canvas_are_described(provider, tmp_path):
    from qgis import processing
    from qgis.core import QgsProcessingOutputLayerDefinition

    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    given = settings_of("unevenness", tmp_path)
    output = QgsProcessingOutputLayerDefinition("memory:", QgsProject.instance())
    run, parameters = "megaregion:unevenness", {**given, "OUTPUT": output}
    processing.run(run, parameters, context=context, is_child_algorithm=True)
    ((destination, details),) = context.layersToLoadOnCompletion().items()
    layer = QgsProcessingUtils.mapLayerFromString(destination, context)
    details.postProcessor().postProcessLayer(layer, context, None)
    assert layer.fields()[layer.fields().lookupField("cv")].alias() == "Coefficient of variation"
