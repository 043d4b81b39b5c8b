"""The search for the closest names ends somewhere, and says so."""

from megaregion.layers.prepare import join
from sample_layers import make_layer, rows_of


def test_beyond_a_number_of_pairs_no_closest_name_is_looked_for(run, monkeypatch):
    monkeypatch.setattr(join, "MOST_COMPARED", 12)  # four candidates: three keys
    cities = make_layer([{"city": name} for name in ("Alpha", "Beta", "Gamma", "Delta")])
    table = make_layer(
        [{"name": f"{name}x", "v": 1.0} for name in ("Alpha", "Beta", "Gamma", "Delta")]
    )
    results, log = run(
        "joincitytable",
        INPUT=cities,
        KEY_FIELD="city",
        TABLE=table,
        TABLE_KEY_FIELD="name",
        MATCH_BY=1,
        OUTPUT="memory:",
        UNMATCHED="memory:",
    )
    found = [(row["key"], row["closest"]) for row in rows_of(results["UNMATCHED"])]
    assert found[:4] == [
        ("Alpha", "Alphax"),
        ("Beta", "Betax"),
        ("Gamma", "Gammax"),
        ("Delta", None),
    ]
    assert any("only for the first 3 of 4 keys" in text for text in log.warnings)
