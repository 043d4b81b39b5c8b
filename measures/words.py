"""Values of results as they are shown.

Result tables hold them in English whatever QGIS speaks, so that rules, models and other programs
can rely on them. Pages, legends, logs and the panel show them in the user's language.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from .texts import tr

# Roles, levels and reasons of 'Mark core and secondary cities'; addressees of policy items
ROLES = ("core", "secondary", "small", "both")
LEVELS = (
    "municipality",
    "provincial capital",
    "sub-provincial",
    "sub-provincial city",
    "prefecture",
    "prefecture-level",
    "prefecture-level city",
    "county-level city",
)
REASONS = ("no administrative level", "no population", "outside any region")
# Of the nested Theil index, beside the user's own
PARTS = ("region", "role", "within")
# The plugin's vocabularies, `resources/roles.json` and `resources/policy_themes.csv`
TYPES = (
    "agricultural provider",
    "resource-based supporter",
    "manufacturing anchor",
    "urban expansion enabler",
    "transport and logistics node",
    "leisure and daily-life hub",
    "innovation collaborator",
    "secondary business centre",
    "balanced",
)
SECTORS = (
    "agriculture",
    "mining",
    "energy",
    "manufacturing",
    "construction",
    "transport",
    "hospitality",
    "retail",
    "information",
    "science",
    "business",
)
THEMES = (
    "coexistence",
    "connectivity",
    "cooperation",
    "restructuring regional spatial patterns",
    "repositioning functional roles",
    "managing environmental pollution and hazards",
    "responding to energy and natural resource crises",
    "comprehensive transportation",
    "labour flows and open markets",
    "informational connections",
    "innovation and knowledge",
    "conserving cultural and natural heritage",
    "collaborating industrial clusters",
    "sharing public services",
)
# How names of types are put together
TYPE_NAMES = ("{0}, also {1}", "{0}, little {1}", "{0}, type {1}", "high {0}")
# Measures of the coordination profile that name an indicator, a theme or an addressee
MEASURES = (
    "unevenness of {0} between cores and secondary cities (Theil)",
    "cores' share of the growth of {0}",
    "change of unevenness of {0} (Theil)",
    "change of {0}",
    "morphological polycentricity of {0}",
    "rank-size slope of {0}",
    "largest city's share of {0}",
    "share of policy items on {0}",
    "share of policy items that address {0} cities",
    "{0} of secondary cities over the cores' (means)",
    "multi-directionality of flows (entropy)",
    "symmetry of flows",
    "functional polycentricity",
    "share of flows between cores and secondary cities",
    "share of flows between secondary cities",
    "complementarity of secondary cities to the cores (Krugman, mean)",
    "specialisation of the cities (Krugman, mean)",
)
QUESTIONS = (
    "Connectivity takes {0} of the policy items, more than in most regions, yet flows are more "
    "one-way than in most: whom do the links serve?",
    "Connectivity takes {0} of the policy items, more than in most regions, yet flows keep to "
    "fewer links than in most: which pairs of cities are left out?",
    "Coexistence takes {0} of the policy items, more than in most regions, yet {1} is less evenly "
    "spread over the cities than in most: which cities are meant to share it?",
    "Cooperation takes {0} of the policy items, more than in most regions, yet the secondary "
    "cities do much the same as the cores: what could each offer the others?",
    "{0} is spread over the cities more evenly than in most regions, yet the flows are less so: "
    "what keeps the cities from exchanging on equal terms?",
    "Unevenness of {0} between core and secondary cities fell ({1}) while the largest city's "
    "share grew ({2}): which cities lost?",
    "{0} of the policy items address secondary cities, more than in most regions, yet unevenness "
    "of {1} grew ({2}): what do the measures need to take hold?",
    "{0} of the policy items address secondary cities, more than in most regions, whose {1} is {2} "
    "of the cores': have they the means to act?",
    "Coexistence takes {0} of the policy items, more than in most regions, yet {1} of the growth "
    "of {2} went to the cores: do investments follow the plan?",
)


def shown(value: str, forms: Sequence[str] = TYPE_NAMES) -> str:
    """A value of a result in the user's language; what the plugin does not know stays as it is.

    Args:
        value: as a table holds it.
        forms: how values with parts are put together, {0}, {1} in place of the parts.
    """
    words = tr(value)
    if words != value:
        return words
    for form in forms:
        said = tr(form)
        parts = None if said == form else pattern_of(form).fullmatch(value)
        if parts is not None:
            return said.format(*(shown(part, forms) for part in parts.groups()))
    return value


def beside(value: str) -> str:
    """A value that users have to type as it is, followed by its words in their language."""
    words = shown(value)
    return value if words == value else tr("{value} ({words})").format(value=value, words=words)


def pattern_of(form: str) -> re.Pattern[str]:
    """What a text with {0}, {1} looks like once its values, in that order, are filled in."""
    parts = re.split(r"\{\d\}", form)
    return re.compile("(.+?)".join(map(re.escape, parts)), re.DOTALL)
