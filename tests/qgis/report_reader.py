"""A report's settings in tests, and its files read as its readers would."""

import re
from functools import lru_cache
from html.parser import HTMLParser

from pypdf import PdfReader
from qgis.core import QgsVectorLayer
from sample_layers import rows_of

REGIONS = ("BTH", "CC", "GBA")
SECTORS = ["emp_manufacturing", "emp_construction", "emp_transport", "emp_retail"]
SOURCE = "a yearbook"
WORDS = "gdp=Output [100 million yuan];gdppc=Output per head [yuan];n=Journeys [1000];"
WORDS += "light=Night light [brightness]"


def settings(cities, folder, **more):
    return {
        "INPUT": cities,
        "REGION_FIELD": "mega_region",
        "NAME_FIELD": "city_en",
        "LEVEL_FIELD": "admin_level",
        "INDICATORS": ["gdp_2006", "gdp_2023", "gdppc_2023"],
        "PERMUTATIONS": 19,
        "BOOTSTRAP": 20,
        "SOURCE_NOTE": SOURCE,
        "NAMES": WORDS,
        "FOLDER": str(folder),
        **more,
    }


def table(folder, name):
    layer = QgsVectorLayer(f"{folder / 'results.gpkg'}|layername={name}", name, "ogr")
    assert layer.isValid(), name
    return rows_of(layer)


class Tables(HTMLParser):
    """The tables of a page as lists of rows of texts."""

    def __init__(self, text):
        super().__init__()
        self.tables = []
        self.in_cell = False
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        if tag == "table":
            self.tables.append([])
        elif tag == "tr":
            self.tables[-1].append([])
        elif tag in ("td", "th"):
            self.tables[-1][-1].append("")
            self.in_cell = True

    def handle_endtag(self, tag):
        self.in_cell = self.in_cell and tag not in ("td", "th")

    def handle_data(self, data):
        if self.in_cell:
            self.tables[-1][-1][-1] += data


def number(text):
    """The number that a cell shows, and how far it may be from the value behind it."""
    if text == "–":
        return None
    decimals = len(text.partition(".")[2])
    return float(text.replace(",", "")), 0.5000001 * 10**-decimals


def agrees(text, value):
    """Whether a cell shows the value, rounded."""
    shown = number(text)
    if value is None or shown is None:
        return value is None and shown is None
    return abs(shown[0] - value) <= shown[1]


@lru_cache(maxsize=2)
def pages_of(folder):
    """The texts of the PDF's pages, blanks as blanks."""
    reader = PdfReader(folder / "report.pdf")
    return [re.sub(r"\s+", " ", page.extract_text()) for page in reader.pages]


def table_with(page, *heads):
    return next(t for t in page.tables if set(heads) <= set(t[0]))


def ordered(report, rows):
    """The rows in the report's order: the most uneven region by the first indicator first."""
    last = [r for r in table(report, "unevenness") if (r["indicator"], r["year"]) == ("gdp", 2023)]
    order = [r["region"] for r in sorted(last, key=lambda row: -row["theil_between"])]
    return sorted(rows, key=lambda row: order.index(row["region"]))
