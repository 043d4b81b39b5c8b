"""What pages and reports say of their methods, and the sources, each written once."""

from __future__ import annotations

THEIL = (
    "Theil index between groups: T = s ln(s/p) + (1-s) ln((1-s)/(1-p)), s the cores' share of the "
    "sum, p their share of the cities (Theil 1967, Economics and Information Theory)."
)
DAGUM = (
    "Gini ratio between groups: Dagum's net part, s - p (Dagum 1997, Empirical Economics 22, "
    "515-531). gini_du2025: the variant of Du, Cardoso & Rocco (2025, Habitat International 166, "
    "103619). affluence: 1 where every core is above every secondary city, 0 where neither group "
    "prevails."
)
NESTED = (
    "Theil index, additive over groups (Theil 1967); nested over regions and roles (Akita 2003, "
    "Annals of Regional Science 37, 55-77)."
)
CHANGE_INTERVAL = (
    "Interval: 95%, from the log ratio of the roles' means, if values are spread alike among core "
    "and among secondary cities; a role of a single city borrows its spread from the other."
)
CHANGE_P = (
    "p: how often the change is at least as large, either way, when the cities' growth factors are "
    "permuted over the region."
)
ROLE_P = "p: share of assignments of as many core roles that are at least as uneven."
FDR = (
    "p_fdr: adjusted for all tests of the run (Benjamini & Hochberg 1995, Journal of the Royal "
    "Statistical Society B 57, 289-300)."
)
TREND = (
    "Slope: Theil-Sen, the median of the slopes between all pairs of years (Sen 1968, Journal of "
    "the American Statistical Association 63, 1379-1389). p: Mann-Kendall test, its variance "
    "that of a series with the serial correlation found."
)
CONVERGENCE = (
    "sigma: Theil-Sen slope of the coefficient of variation of all cities. beta: slope of growth a "
    "year on the log of the first value, below zero where poorer cities grow faster (Barro & "
    "Sala-i-Martin 1992, Journal of Political Economy 100, 223-251)."
)
GREEN = "Green (2007), Urban Studies 44, 2077-2103"
