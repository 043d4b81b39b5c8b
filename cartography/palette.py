"""The colours, the same in maps, charts and reports; safe for colour-blind readers.

Categories: Okabe & Ito (2008), Color Universal Design. Sequences: ColorBrewer YlGnBu and PuOr
(Brewer), and inferno (van der Walt & Smith, matplotlib), both of steadily changing lightness.
"""

from __future__ import annotations

FONT = "DejaVu Sans"  # of maps, charts and reports
CORE = "#D55E00"
SECONDARY = "#56B4E9"
SMALL = "#CFCFCF"
NO_DATA = "#EFEFEF"
OUTLINE = "#5A5A5A"
TEXT = "#222222"

ROLE_COLOURS = {"core": CORE, "secondary": SECONDARY, "small": SMALL}

WIDENING_COLOURS = {"widening": "#B35806", "stable": "#BDBDBD", "narrowing": "#542788"}
WIDENING_COLOURS |= {"reversed": "#1B7837"}

UNEVENNESS_SEQUENCE = ["#FFFFCC", "#A1DAB4", "#41B6C4", "#2C7FB8", "#253494"]
NIGHT_SEQUENCE = ["#000004", "#420A68", "#932667", "#DD513A", "#FCA50A", "#FCFFA4"]

# Ten types; beyond them the colours repeat and the patterns tell types apart.
TYPE_COLOURS = [
    "#0072B2",
    "#E69F00",
    "#009E73",
    "#CC79A7",
    "#F0E442",
    "#56B4E9",
    "#D55E00",
    "#999999",
    "#44AA99",
    "#882255",
]
