"""Cohen's kappa against published tables and against chance."""

import numpy as np
import pytest

from quietpush.inference.agreement import kappa


def codings(table: list[list[int]]) -> tuple[list[str], list[str]]:
    """Two readers' words from a table of counts."""
    pairs = [(f"w{i}", f"w{j}") for i, row in enumerate(table) for j, count in enumerate(row) for _ in range(count)]
    return [a for a, _ in pairs], [b for _, b in pairs]


def test_kappa_matches_published_examples():
    """88 diagnoses in Cohen's own layout give 0.4 for 20, 5, 10, 15; Fleiss (1981) has 0.68 for his three diagnoses of 100 patients."""
    assert kappa(*codings([[20, 5], [10, 15]]))[0] == pytest.approx(0.4)
    assert kappa(*codings([[75, 1, 4], [5, 4, 1], [0, 0, 10]]))[0] == pytest.approx(0.676, abs=0.001)


def test_the_interval_is_that_of_the_asymptotic_error():
    """Fleiss, Cohen and Everitt: the error of 0.676 in Fleiss's table is 0.088."""
    found, low, high = kappa(*codings([[75, 1, 4], [5, 4, 1], [0, 0, 10]]))
    assert (high - low) / 2 == pytest.approx(1.96 * 0.088, abs=0.003)
    assert low < found < high


def test_chance_alone_is_called_agreement_in_about_one_of_twenty():
    rng = np.random.default_rng(7)
    words = np.array(["a", "b", "c"])
    hits = 0
    for _ in range(500):
        _, low, high = kappa(list(rng.choice(words, 120)), list(rng.choice(words, 120)))
        hits += low > 0 or high < 0
    assert 0.02 <= hits / 500 <= 0.09


@pytest.mark.parametrize("pair", [(["a"], ["a", "b"]), (["a", "a"], ["a", "a"])])
def test_what_has_no_kappa_is_refused(pair):
    with pytest.raises(ValueError, match="two words at least"):
        kappa(*pair)
