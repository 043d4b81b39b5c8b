"""A language in which every letter that a translation reached is another one.

What is left in English was written without `tr`, or is not in the `.ts`.
"""

import csv
import html
import re
import sys

from megaregion.processing_algorithms.corediffs import EXAMPLE_ROLES
from sample_layers import ROOT

sys.path.insert(0, str(ROOT / "i18n"))
from extract import translations

VOCABULARY = ROOT / "resources" / "policy_themes.csv"
LETTERS = str.maketrans("abcdefghijklmnopqrstuvwxyz", "ąƀćďęƒğĥįĵķłɱńøƥɋřşţųṽŵẋýž")
_ALGORITHMS = "joincitytable markcores citypanel citygrowth unevenness unevennesschange nestedtheil"
_ALGORITHMS += " unevennesstrend corediffs citytypes comparetypes nighttimelight preparelight"
_ALGORITHMS += " polycentricity flows potentialflows complementarity spatialpattern policythemes"
_ALGORITHMS += " coordinationprofile"
ALGORITHMS = _ALGORITHMS.split()  # but the planning report
# What stays as it is in every language: names and values of data and of outputs
NAMES = [
    "City",
    "adcode",
    "gdp",
    "pop",
    "mr_role",
    "mr_type",
    "mr_type_name",
    "early",
    "late",
    "reg",
    "code",
    "provincial",
    "capital",
    "prefecture-level",
    "level",
    "light",
    "yearbook",
    "csv",
    "GDP",
    "COE",
    "CON",
    "Theil",
    "Gini",
    "Dagum",
    "memory",
    "Results",
    "OUTPUT",
    "REPORT",
    "municipality",
    "sub",
    "provincial",
    "cities",
    "phase",
]
# Themes of a vocabulary, and a measure named after a field: values of outputs
VALUES = {word for row in csv.reader(VOCABULARY.open(encoding="utf-8")) for word in row} | {
    "gdp 2023 of secondary cities over the cores' (means)",
    EXAMPLE_ROLES,
}


KNOWN = translations()


def pseudo(text):
    """Every letter of a text that went through `tr` is another, whatever is done to it later."""
    if text not in KNOWN:  # as QGIS's translator does
        return text
    parts = re.split(r"(\{[^{}]*\})", text)
    return "".join(part if part.startswith("{") else part.translate(LETTERS) for part in parts)


def left_in_english(text):
    """Words of three or more letters that no translation reached."""
    for value in sorted(VALUES, key=len, reverse=True):
        text = text.replace(value, "") if len(value) > 3 else text
    words = re.findall(r"(?<![\w/.{<&#-])[A-Za-z][a-z]{2,}(?![\w.=(/}])", text)
    return [word for word in words if word not in NAMES]


def texts_of_page(path):
    page = path.read_text(encoding="utf-8")
    page = re.sub(r"<(style|script|metadata|defs)\b.*?</\1>", " ", page, flags=re.DOTALL)
    return [html.unescape(one) for one in re.findall(r">([^<]+)<", page) if one.strip()]
