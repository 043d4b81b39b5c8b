"""Coded policy items counted by region, theme and addressee."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple, Optional

import numpy as np

ADDRESSEES = ("core", "secondary", "both")


class PolicyCode(NamedTuple):
    """A code of the vocabulary; a code that only the items hold has no theme."""

    code: str
    theme: Optional[str]  # noqa: UP045 (NamedTuple fields are evaluated; Python 3.9 has no X | None)
    subtheme: Optional[str]  # noqa: UP045


@dataclass(frozen=True)
class PolicyCounts:
    """Numbers of policy items.

    Attributes:
        regions: r names, in the order of the items.
        codes: c codes, the vocabulary's first.
        items: shape (r, c).
        addressed: items that address each of `ADDRESSEES`, shape (r, c, 3).
    """

    regions: list[str]
    codes: list[PolicyCode]
    items: np.ndarray
    addressed: np.ndarray

    @cached_property
    def share(self) -> np.ndarray:
        """Of a region's items, shape (r, c); each row sums to 1."""
        return self.items / self.items.sum(axis=1, keepdims=True)

    @cached_property
    def share_of_all(self) -> np.ndarray:
        """Of all regions' items together, shape (c,)."""
        return self.items.sum(axis=0) / self.items.sum()

    @cached_property
    def quotient(self) -> np.ndarray:
        """Share over the share in all regions, shape (r, c); NaN for a code without items."""
        with np.errstate(invalid="ignore"):  # 0 / 0 of a code without items
            return np.asarray(self.share / self.share_of_all)

    @property
    def themes(self) -> list[str]:
        """The themes in the order of the vocabulary."""
        return list(dict.fromkeys(code.theme for code in self.codes if code.theme is not None))

    def theme_share(self, theme: str) -> np.ndarray:
        """Share of a region's items that have the theme, shape (r,)."""
        return self.share[:, [code.theme == theme for code in self.codes]].sum(axis=1)


def count_items(
    regions: Sequence[str],
    codes: Sequence[str],
    addressees: Sequence[str | None],
    vocabulary: Sequence[PolicyCode],
) -> PolicyCounts:
    """Count n items by region and code.

    Codes and addressees are compared without regard to case; a code outside the vocabulary is
    counted under its own name, without a theme.

    Args:
        regions: of each item.
        codes: of each item.
        addressees: whom each item addresses, or anything else where that is not known.
        vocabulary: the codes in the order of the result.
    """
    all_codes = list(vocabulary)
    place = {entry.code.casefold(): column for column, entry in enumerate(all_codes)}
    for code in codes:
        if code.casefold() not in place:
            place[code.casefold()] = len(all_codes)
            all_codes.append(PolicyCode(code, None, None))
    names = list(dict.fromkeys(regions))
    row_of = {name: row for row, name in enumerate(names)}
    items = np.zeros((len(names), len(all_codes)), dtype=int)
    addressed = np.zeros((*items.shape, len(ADDRESSEES)), dtype=int)
    for region, code, addressee in zip(regions, codes, addressees):
        cell = row_of[region], place[code.casefold()]
        items[cell] += 1
        if addressee is not None and addressee.casefold() in ADDRESSEES:
            addressed[(*cell, ADDRESSEES.index(addressee.casefold()))] += 1
    return PolicyCounts(names, all_codes, items, addressed)
