"""The vocabulary of policy themes, and coded policy items read from a table."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from pathlib import Path

from qgis.core import QgsProcessingFeatureSource, QgsProcessingFeedback

from ...measures.errors import InputError
from ...measures.groups import one_spelling
from ...measures.relations.policy import ADDRESSEES, PolicyCode
from ...measures.texts import listed, tr
from ..fields import name_some
from ..paths import RESOURCES
from ..tables import read_table

VOCABULARY = RESOURCES / "policy_themes.csv"


@dataclass(frozen=True)
class PolicyItems:
    """Items with a region and a code; `addressees` are None where they are not known."""

    regions: list[str]
    codes: list[str]
    addressees: list[str | None]


def read_vocabulary(path: str | None) -> list[PolicyCode]:
    """The user's vocabulary, or the plugin's own.

    Raises:
        InputError: the file cannot be read, lacks a column or a value, or holds a code twice.
    """
    file = Path(path) if path else VOCABULARY
    try:
        with file.open(encoding="utf-8-sig", newline="") as stream:
            rows = [
                PolicyCode(*(row[name].strip() for name in PolicyCode._fields))
                for row in csv.DictReader(stream)
            ]
    except (OSError, UnicodeDecodeError, csv.Error, KeyError, AttributeError):
        raise InputError(
            tr(
                "The vocabulary '{file}' cannot be read: it must be a CSV file in UTF-8 with "
                "the columns {names}, like '{vocabulary}'."
            ).format(file=file, names=listed(PolicyCode._fields), vocabulary=VOCABULARY)
        ) from None
    codes = [row.code.casefold() for row in rows]
    twice = [row.code for row in rows if codes.count(row.code.casefold()) > 1]
    if twice:
        raise InputError(
            tr("The vocabulary '{file}' holds {names} more than once: keep each code once.").format(
                file=file, names=name_some(list(dict.fromkeys(twice)))
            )
        )
    if not rows or not all(row.code and row.theme for row in rows):
        raise InputError(
            tr(
                "The vocabulary '{file}' is empty or has a row without code or theme: fill it in."
            ).format(file=file)
        )
    return rows


def read_items(
    source: QgsProcessingFeatureSource,
    region_field: str,
    code_field: str,
    addressee_field: str | None,
    feedback: QgsProcessingFeedback,
) -> PolicyItems:
    """Items of the table; those without a region or a code are left out and said.

    Raises:
        InputError: a field is absent, or no item has a region and a code.
    """
    texts = [region_field, code_field, *([addressee_field] if addressee_field else [])]
    table = read_table(source, feedback, texts=texts)
    addressees = table.texts[addressee_field] if addressee_field else [None] * len(table)
    kept = [
        (region, code, addressee)
        for region, code, addressee in zip(
            one_spelling(table.texts[region_field])[0], table.texts[code_field], addressees
        )
        if region is not None and code is not None
    ]
    if not kept:
        raise InputError(
            tr(
                "No row of layer '{layer}' has a region in field '{region_field}' and a code "
                "in field '{code_field}': choose other fields."
            ).format(layer=table.layer, region_field=region_field, code_field=code_field)
        )
    left_out = len(table) - len(kept)
    if left_out:
        feedback.pushWarning(
            tr("{left_out} items without a region or a code left out.").format(left_out=left_out)
        )
    feedback.pushInfo(
        tr("{count} policy items of {count_2} regions.").format(
            count=len(kept), count_2=len({item[0] for item in kept})
        )
    )
    if addressee_field:
        _report_addressees([item[2] for item in kept], addressee_field, feedback)
    regions, codes, addressed = (list(column) for column in zip(*kept))
    return PolicyItems(regions, codes, addressed)


def _report_addressees(
    addressees: list[str | None], field: str, feedback: QgsProcessingFeedback
) -> None:
    blank = sum(addressee is None for addressee in addressees)
    if blank:
        feedback.pushWarning(
            tr("{blank} items without an addressee, counted for none.").format(blank=blank)
        )
    other = dict.fromkeys(
        word for word in addressees if word is not None and word.casefold() not in ADDRESSEES
    )
    if other:
        feedback.pushWarning(
            tr(
                "Field '{field}' holds {names}, which is none of {names_2}; these items "
                "count for no addressee."
            ).format(field=field, names=name_some(list(other)), names_2=listed(ADDRESSEES))
        )
