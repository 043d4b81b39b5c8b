"""Themes of the plans, and the questions where plans and figures part."""

from __future__ import annotations

import re
from string import Formatter

import numpy as np

from ....measures.groups import found_again
from ....measures.relations.coordination import RULES
from ....measures.relations.policy import ADDRESSEES, PolicyCode, PolicyCounts
from ...relations.policy import heat_table
from ..results import Row
from ..wishes import Wishes
from .writer import Writer


def policy(writer: Writer) -> None:
    """What the plans speak of, by mega-region."""
    rows = writer.results.rows("policy")
    if not rows:
        return
    d, t = writer.document, writer.wishes.phrases
    d.chapter("Policy themes")
    d.text(
        "The number of items says what plans speak of, not what is done. The quotient is a code's "
        "share of the region's items over its share of all items: above 1 the region speaks of it "
        "more than the others."
    )
    counts = _counts(writer, rows)
    writer.chart(
        "policy",
        heat_table(counts),
        "policy_themes",
        "Share of each region's policy items by code, in percent; on the right the number of "
        "items.",
    )
    codes = {row["code"]: row for row in rows}
    table = [
        [code.code, t(row["theme"] or "own codes"), t(row["subtheme"] or ""), int(items)]
        for code, items in zip(counts.codes, counts.items.sum(axis=0))
        for row in [codes[code.code]]
    ]
    d.table(["Code", "Theme", "Subtheme", "Items"], table)


def coordination(writer: Writer) -> None:
    """The questions of the coordination profile."""
    rows = writer.in_order([r for r in writer.results.rows("coordination") if r["note"]])
    if not writer.results.rows("coordination"):
        return
    d, t = writer.document, writer.wishes.phrases
    d.chapter("Coordination: questions for those who know the region")
    d.text(
        "Questions stand where plans and figures, or two figures, part. They are no verdicts: a "
        "plan may be too young to show, and a figure may measure something else than the plan "
        "means. All measures are in the table 'coordination' of results.gpkg."
    )
    table = [
        [row["region"], t(in_words(question, writer.wishes))]
        for row in rows
        for question in re.split(r"(?<=\?) (?=\S)", row["note"])
    ]
    if table:
        d.table(["Mega-region", "Question"], table)
    else:
        d.text("No such question arises.")


def in_words(question: str, wishes: Wishes) -> str:
    """A question with words in place of names of fields."""
    for rule in RULES:
        parts = list(Formatter().parse(rule.question))
        pattern = "".join(
            re.escape(text) + ("" if name is None else "(.+?)") for text, name, _, _ in parts
        )
        found = re.fullmatch(pattern, question)
        if found is None:
            continue
        values = iter(found.groups())
        words = ""
        for text, name, _, _ in parts:
            value = "" if name is None else next(values)
            is_field = name is not None and name.endswith("_indicator")
            words += text + (_indicator_words(value, wishes) if is_field else value)
        return words
    return question


def _indicator_words(name: str, wishes: Wishes) -> str:
    """Words for an indicator that may stand before its year, `gdp 2023`."""
    stem, _, year = name.rpartition(" ")
    return wishes.words(stem, int(year)) if stem and year.isdigit() else wishes.words(name)


def _counts(writer: Writer, rows: list[Row]) -> PolicyCounts:
    """The table as numbers by region and code, the regions in the report's order and spelling."""
    names = found_again([row["region"] for row in rows], writer.regions)
    order = [name for name in writer.regions if name in names]
    order += [name for name in dict.fromkeys(names) if name is not None and name not in order]
    codes = list(
        dict.fromkeys(PolicyCode(row["code"], row["theme"], row["subtheme"]) for row in rows)
    )
    items = np.zeros((len(order), len(codes)), dtype=int)
    for name, row in zip(names, rows):
        place = (
            order.index(str(name)),
            codes.index(PolicyCode(row["code"], row["theme"], row["subtheme"])),
        )
        items[place] = row["items"]
    return PolicyCounts(order, codes, items, np.zeros((*items.shape, len(ADDRESSEES)), dtype=int))
