"""Attribute tables read from layers as users have them."""

import numpy as np
import pytest
from megaregion.layers.cities import read_cities
from megaregion.layers.fields import as_number, as_text, name_some, parse_indicators
from megaregion.measures.errors import InputError
from qgis.core import (
    NULL,
    QgsProcessingException,
    QgsProcessingFeedback,
)
from sample_layers import make_layer


def read(layer, feedback=None, **fields):
    return read_cities(source_of(layer), feedback or QgsProcessingFeedback(False), **fields)


def source_of(layer):
    from qgis.core import QgsProcessingContext, QgsProcessingUtils

    return QgsProcessingUtils.variantToSource(layer, QgsProcessingContext())


def test_numbers_from_numbers_and_from_text():
    layer = make_layer(
        [
            {"name": "a", "number": 1.5, "text": " 2.5 ", "whole": 3},
            {"name": "b", "number": None, "text": "", "whole": None},
            {"name": "c", "number": 0.0, "text": None, "whole": 0},
        ]
    )
    table = read(layer, numbers=["number", "text", "whole"])
    np.testing.assert_array_equal(table.numbers["number"], [1.5, np.nan, 0])
    np.testing.assert_array_equal(table.numbers["text"], [2.5, np.nan, np.nan])
    np.testing.assert_array_equal(table.numbers["whole"], [3, np.nan, 0])
    assert len(table) == 3


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (NULL, None),
        (None, None),
        ("", None),
        ("  x ", "x"),
        (110000.0, "110000"),
        (1.5, "1.5"),
        (7, "7"),
    ],
)
def test_as_text(value, text):
    assert as_text(value) == text


def test_as_number_refuses_words():
    with pytest.raises(ValueError, match="not a number: many"):
        as_number("many")


def test_an_infinite_value_is_named():
    layer = make_layer([{"name": "Alpha", "v": "inf"}])
    with pytest.raises(InputError, match="'v' of layer 'cities' is infinite for Alpha"):
        read(layer, numbers=["v"])


def test_the_plainest_unique_name_labels_the_rows():
    layer = make_layer(
        [
            {"code": "1", "region_name": "N", "city": "Alpha"},
            {"code": "2", "region_name": "N", "city": "Beta"},
        ]
    )
    cities = read(layer)
    assert cities.labels == ["Alpha", "Beta"]
    assert cities.keys == ["1", "2"]
    assert read(layer, name_field="code").labels == ["1", "2"]


def test_rows_are_the_last_resort():
    layer = make_layer([{"name": "Same", "v": 1.0}, {"name": "Same", "v": 2.0}])
    cities = read(layer)
    assert len(set(cities.keys)) == 2
    assert all(label.startswith("row ") for label in cities.labels)
    assert cities.identity.warning


def test_names_may_repeat_from_year_to_year():
    layer = make_layer([{"name": "Alpha", "year": 2006}, {"name": "Alpha", "year": 2023}])
    cities = read(layer, year_field="year")
    assert cities.keys == cities.labels == ["Alpha", "Alpha"]
    assert cities.years.tolist() == [2006, 2023]


def test_cancelled_reading_says_so():
    feedback = QgsProcessingFeedback(False)
    feedback.cancel()
    layer = make_layer([{"name": "a"}])  # the source does not keep it alive
    with pytest.raises(QgsProcessingException, match="Cancelled"):
        read(layer, feedback)


def test_an_absent_field_is_named_with_those_there():
    layer = make_layer([{"name": "a", "v": 1.0}])
    with pytest.raises(InputError, match="no field 'gdp': choose one of name, v"):
        read(layer, numbers=["gdp"])


def test_name_some_is_cut():
    assert name_some(["a", "b"]) == "a, b"
    assert name_some(list("abcd"), most=2) == "a, b and 2 more"


def test_indicators_carry_their_year():
    parsed = parse_indicators(["pop_2023", "gdp_2023", "gdp_2006", "area", "gdp_23", "pop_2023"])
    assert [(p.name, p.year) for p in parsed] == [
        ("pop", 2023),
        ("gdp", 2006),
        ("gdp", 2023),
        ("area", None),
        ("gdp_23", None),
    ]
    chinese = [
        "2006年GDP",
        "GDP_2015年",
        "GDP2023年",
        "人口2020年末",
        "12006年",
        "GDP_2023",
        "2020年",
    ]
    assert [(p.name, p.year) for p in parse_indicators(chinese)] == [
        ("GDP", 2006),
        ("GDP", 2015),
        ("GDP", 2023),  # GDP_2023
        ("GDP2023年", None),  # the indicator that stands beside it
        ("人口2020年末", None),
        ("12006年", None),
        ("2020年", None),
    ]
    assert [(p.name, p.year) for p in parse_indicators(["gdp_2006"], by_suffix=False)] == [
        ("gdp_2006", None)
    ]
