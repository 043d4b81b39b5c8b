"""The algorithms as steps of a model."""

from qgis import processing
from qgis.core import (
    QgsProcessingContext,
    QgsProcessingModelAlgorithm,
    QgsProcessingModelChildAlgorithm,
    QgsProcessingModelChildParameterSource,
    QgsProcessingModelOutput,
    QgsProcessingModelParameter,
    QgsProcessingParameterFeatureSource,
)
from sample_layers import rows_of


def test_cores_and_unevenness_in_one_model(example_cities):
    model = QgsProcessingModelAlgorithm("chain", "test")
    model.addModelParameter(
        QgsProcessingParameterFeatureSource("CITIES"), QgsProcessingModelParameter("CITIES")
    )
    source = QgsProcessingModelChildParameterSource
    mark = QgsProcessingModelChildAlgorithm("megaregion:markcores")
    mark.setChildId("mark")
    for name, value in {
        "REGION_FIELD": "mega_region",
        "RULE": 0,
        "LEVEL_FIELD": "admin_level",
    }.items():
        mark.addParameterSources(name, [source.fromStaticValue(value)])
    mark.addParameterSources("INPUT", [source.fromModelParameter("CITIES")])
    model.addChildAlgorithm(mark)

    measure = QgsProcessingModelChildAlgorithm("megaregion:unevenness")
    measure.setChildId("measure")
    measure.addParameterSources("INPUT", [source.fromChildOutput("mark", "OUTPUT")])
    measure.addParameterSources("REGION_FIELD", [source.fromStaticValue("mega_region")])
    measure.addParameterSources("INDICATORS", [source.fromStaticValue(["gdp_2023"])])
    output = QgsProcessingModelOutput("table")
    output.setChildId("measure")
    output.setChildOutputName("OUTPUT")
    measure.setModelOutputs({"table": output})
    model.addChildAlgorithm(measure)
    model.initAlgorithm()

    result = processing.run(
        model,
        {"CITIES": example_cities, "measure:table": "memory:"},
        context=QgsProcessingContext(),
    )
    rows = rows_of(result["measure:table"])
    assert len(rows) == 13
    assert all(row["theil_between"] > 0 for row in rows)
