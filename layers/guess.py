"""What the fields of a layer of cities may be: guessed from names, contents and uniqueness.

A guess fills in the panel, where the user sees and corrects it; no algorithm uses one.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from qgis.core import QgsFeatureRequest, QgsVectorLayer

from ..measures.groups import same_name
from ..measures.prepare.roles import CORE, SECONDARY, SMALL, is_core_level
from .fields import Indicator, as_number, as_text, parse_indicators
from .identity import is_code_like, is_name_like
from .sectorfields import find_sectors

_MOST_ROWS = 5000  # enough to tell what a field holds
_MOST_INDICATORS = 12  # ticked by themselves
_OURS = re.compile(r"(?:mr|d|lq)_.*", re.IGNORECASE)
_NO_INDICATOR = re.compile(
    r"(?:ogc_)?fid|objectid|gid|rowid|.*序号|lon|lat|lng|long|longitude|latitude|x|y|"
    r"(?:x|y)_?coord|经度|纬度|shape_.*|perimeter|year|年份?",
    re.IGNORECASE,
)
_USUAL_INDICATOR = re.compile(
    r"gdp|gva|pop|income|output|revenue|value_added|生产总值|人口|收入|产值|增加值", re.IGNORECASE
)
_POPULATION = re.compile(r"pop|people|inhabitant|人口", re.IGNORECASE)
_NO_POPULATION = re.compile(r"dens|rate|growth|share|per_|密度|率|增长|比重|人均", re.IGNORECASE)
_YEAR = re.compile(r"year|年份?|年度", re.IGNORECASE)
_LIGHT = re.compile(r"ntl|night|viirs|dmsp|vnp46|black.?marble|light|夜光|灯光|夜间", re.IGNORECASE)
# What a field of regions is called, the surest first.
_REGION = (
    (100, r"mega.?region|agglomeration|metropolitan.?(?:area|region)|城市群|都市圈"),
    (60, r"region|cluster|区域|经济区|大区|片区|分区"),
    (30, r"prov|state|county|nuts|province|省|自治区"),
)
_NO_REGION = re.compile(r"phase|type|class|level|reason|阶段|类型|等级|级别", re.IGNORECASE)
_NAME = re.compile(
    r"(?:city_?)?names?|city|城市名?称?|名称|地市|地级市|市名?|name_?(?:en|zh|cn)", re.IGNORECASE
)


@dataclass(frozen=True)
class Facts:
    """What is known of a field.

    Attributes:
        name: the field's.
        words: its name and alias, in which words are looked for.
        texts: its values as texts, None where missing.
        numbers: its values as numbers where all of them are, else None.
    """

    name: str
    words: str
    texts: Sequence[str | None]
    numbers: Sequence[float] | None

    @property
    def known(self) -> list[str]:
        """The values that there are."""
        return [text for text in self.texts if text is not None]


@dataclass
class Guess:
    """Which field is what; empty where nothing serves.

    Attributes:
        region: the mega-region.
        name: the city's name.
        identity: what tells cities apart.
        level: the administrative level.
        role: `core` and `secondary`.
        year: of a table with a row for each city and year.
        population: the latest.
        indicators: what to compare.
        sectors: what to make types from.
        numbers: every field of numbers, for the user to choose from.
    """

    region: str = ""
    name: str = ""
    identity: str = ""
    level: str = ""
    role: str = ""
    year: str = ""
    population: str = ""
    indicators: list[str] = field(default_factory=list)
    sectors: list[str] = field(default_factory=list)
    numbers: list[str] = field(default_factory=list)


def facts_of(layer: QgsVectorLayer) -> list[Facts]:
    """The fields of a layer with what the first rows hold."""
    fields = layer.fields()
    request = QgsFeatureRequest().setFlags(QgsFeatureRequest.Flag.NoGeometry).setLimit(_MOST_ROWS)
    rows = [feature.attributes() for feature in layer.getFeatures(request)]
    found = []
    for position, item in enumerate(fields):
        texts = [as_text(row[position]) for row in rows]
        words = f"{item.name()} {item.alias()}".strip()
        found.append(Facts(item.name(), words, texts, _numbers(texts)))
    return found


def _numbers(texts: Sequence[str | None]) -> list[float] | None:
    """The values of a field of numbers, typed or written as text; None where one is none."""
    if not any(text is not None for text in texts):
        return None
    try:
        return [as_number(text) for text in texts]
    except ValueError:
        return None


def guess(facts: Sequence[Facts], *, chinese: bool = False) -> Guess:
    """Which field is what.

    Args:
        facts: the fields.
        chinese: whether a name in Chinese signs is the better one for the user.
    """
    made = Guess()
    made.role = _first(facts, _is_role, lambda item: item.name.lower() != "mr_role")
    made.level = _first(facts, _is_level)
    made.year = _first(facts, _is_year)
    rounds = len(set(_of(facts, made.year).known)) if made.year else 1
    taken = {made.role, made.level, made.year}
    made.region = _best(facts, taken, lambda item: _region_score(item, rounds))
    taken.add(made.region)
    made.name = _best(facts, taken, lambda item: _name_score(item, rounds, chinese))
    made.identity = _first(facts, lambda item: _is_identity(item, rounds, made.region))
    made.numbers = [item.name for item in facts if _is_number(item) and item.name not in taken]
    by_suffix = not made.year
    made.sectors = find_sectors(made.numbers, by_suffix=by_suffix)
    usable = _never_negative(facts) - set(made.sectors)
    amounts = [
        item for item in parse_indicators(made.numbers, by_suffix=by_suffix) if item.field in usable
    ]
    made.indicators = _ticked(amounts, {item.name: item.words for item in facts})
    people = [
        item
        for item in amounts
        if _POPULATION.search(item.name) and not _NO_POPULATION.search(item.name)
    ]
    made.population = max(people, key=lambda item: item.year or 0).field if people else ""
    return made


def guess_rasters(rasters: Iterable[tuple[str, int]]) -> list[int]:
    """Positions of the rasters of night light.

    Args:
        rasters: name and number of bands of each.
    """
    return [
        position
        for position, (name, bands) in enumerate(rasters)
        if bands == 1 and _LIGHT.search(name)
    ]


def _of(facts: Sequence[Facts], name: str) -> Facts:
    return next(item for item in facts if item.name == name)


def _first(
    facts: Sequence[Facts],
    fits: Callable[[Facts], bool],
    order: Callable[[Facts], object] | None = None,
) -> str:
    found = [item for item in facts if fits(item)]
    if order is not None:
        found.sort(key=order)  # type: ignore[arg-type]
    return found[0].name if found else ""


def _best(facts: Sequence[Facts], taken: set[str], score: Callable[[Facts], int]) -> str:
    """The field of the highest score above zero; of equals the one with the shorter name."""
    scored = [(score(item), -len(item.name), item.name) for item in facts if item.name not in taken]
    scored = [entry for entry in scored if entry[0] > 0]
    return max(scored, key=lambda entry: entry[:2])[2] if scored else ""


def _is_role(item: Facts) -> bool:
    found = {same_name(text) for text in item.known}
    return CORE in found and SECONDARY in found and found <= {CORE, SECONDARY, SMALL}


def _is_level(item: Facts) -> bool:
    return any(is_core_level(text) for text in set(item.known))


def _is_year(item: Facts) -> bool:
    if not _YEAR.fullmatch(item.name) or item.numbers is None:
        return False
    years = set(item.numbers)
    return all(1900 <= year <= 2100 for year in years) and len(item.texts) > 2 * len(years)


def _region_score(item: Facts, rounds: int) -> int:
    if _OURS.fullmatch(item.name) or _NO_REGION.search(item.name):
        return 0
    sizes = Counter(same_name(text) for text in item.known)
    if len(sizes) < 2 or 2 * rounds * len(sizes) > len(item.known):
        return 0  # one region, or hardly two cities in each
    hint = next((n for n, words in _REGION if re.search(words, item.words, re.IGNORECASE)), 0)
    if item.numbers is not None and not hint:
        return 0
    return hint or 10


def _name_score(item: Facts, rounds: int, chinese: bool) -> int:
    if _OURS.fullmatch(item.name) or item.numbers is not None or is_code_like(item.name):
        return 0
    distinct = len({same_name(text) for text in item.known})
    if not distinct or 2 * rounds * distinct <= len(item.texts):
        return 0
    if sum(map(len, item.known)) > 40 * len(item.known):
        return 0  # remarks
    in_chinese = sum(any(sign >= "\u4e00" for sign in text) for text in item.known)
    readable = 15 if (2 * in_chinese > len(item.known)) == chinese else 0
    plain = 60 if _NAME.fullmatch(item.name) else 40 if is_name_like(item.name) else 5
    return plain + readable + (15 if plain == 40 and readable else 0)


def _is_identity(item: Facts, rounds: int, region: str) -> bool:
    if not is_code_like(item.name) or item.name == region or None in item.texts:
        return False
    return len(set(item.texts)) * rounds == len(item.texts)


def _is_number(item: Facts) -> bool:
    if item.numbers is None or _OURS.fullmatch(item.name) or is_code_like(item.name):
        return False
    return not _NO_INDICATOR.fullmatch(item.name)


def _never_negative(facts: Sequence[Facts]) -> set[str]:
    """Fields of numbers zero or more; NaN is neither."""
    return {
        item.name for item in facts if item.numbers and not any(value < 0 for value in item.numbers)
    }


def _ticked(amounts: Sequence[Indicator], words: dict[str, str]) -> list[str]:
    """The indicators that carry years; where there are none the usual ones, else the first."""
    dated = [item.field for item in amounts if item.year is not None]
    usual = [item.field for item in amounts if _USUAL_INDICATOR.search(words[item.field])]
    chosen = dated or usual or [item.field for item in amounts[:3]]
    chosen += [name for name in usual if name not in chosen]
    return chosen[:_MOST_INDICATORS]
