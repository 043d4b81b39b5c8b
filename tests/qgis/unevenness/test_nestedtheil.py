"""The nested decomposition through Processing."""

import pytest
from sample_layers import make_layer, rows_of


def test_parts_sum_on_the_real_cities(run, example_cities, tmp_path):
    report = tmp_path / "nested.html"
    fields = ["gdp_2006", "gdp_2023", "emp_mining"]
    result, log = run(
        "nestedtheil",
        INPUT=example_cities,
        REGION_FIELD="mega_region",
        INDICATORS=fields,
        OUTPUT="memory:",
        REPORT=str(report),
    )
    rows = rows_of(result["OUTPUT"])
    assert [(r["indicator"], r["year"]) for r in rows] == [
        ("gdp", 2006),
        ("gdp", 2023),
        ("emp_mining", None),
    ]
    for row in rows:
        parts = [row["between_regions"], row["between_roles"], row["within_roles"]]
        assert sum(parts) == pytest.approx(row["theil"], abs=1e-12)
        shares = [
            row["share_between_regions"],
            row["share_between_roles"],
            row["share_within_roles"],
        ]
        assert shares == pytest.approx([part / row["theil"] for part in parts], abs=1e-12)
    assert any("emp_mining: no value, left out" in text for text in log.warnings)
    assert "Where inequality lies" in report.read_text(encoding="utf-8")


def test_all_zeros_stay_empty_and_equal_cities_have_no_shares(run):
    rows = [
        {"name": n, "region": "N", "mr_role": role, "nothing": 0.0, "even": 2.0}
        for n, role in (("a", "core"), ("b", "secondary"), ("c", "secondary"))
    ]
    result, log = run(
        "nestedtheil",
        INPUT=make_layer(rows),
        REGION_FIELD="region",
        INDICATORS=["nothing", "even"],
        OUTPUT="memory:",
    )
    nothing, even = rows_of(result["OUTPUT"])
    assert nothing["theil"] is None
    assert (even["theil"], even["share_between_roles"]) == (0, None)
    assert any("nothing: no city has a value above zero" in text for text in log.warnings)
