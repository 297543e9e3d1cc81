"""Reference values of the scores, by scikit-learn.

    python -m venv venv && venv/bin/pip install -r tests/python/requirements.txt
    venv/bin/python tests/python/scoring_reference.py [FOLDER]

writes FOLDER/scores.csv and FOLDER/score_forecasts.csv, by default tests/data/analysis. As with
analysis_reference.py, ZOPA_ANALYSIS_REFERENCE=FOLDER has the tests read them from there:
tests/scoring_reference.rs computes the same figures and compares, so the tests need no Python.
"""

import sys
from pathlib import Path

import numpy as np
from sklearn.metrics import brier_score_loss, log_loss, roc_auc_score

HERE = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent.parent / "data" / "analysis"


def sets():
    """Random odds and outcomes: honest, useless, too sure of themselves, and with many ties."""
    draws = np.random.default_rng(20260301)
    honest = draws.uniform(0.01, 0.99, 300)
    yield "honest", honest, draws.uniform(size=300) < honest
    useless = draws.uniform(0.01, 0.99, 150)
    yield "useless", useless, draws.uniform(size=150) < 0.3
    truth = draws.uniform(0.05, 0.95, 200)
    sure = np.clip(1 / (1 + (1 / truth - 1) ** 3), 0.01, 0.99)
    yield "too-sure", sure, draws.uniform(size=200) < truth
    tied = np.round(draws.uniform(0.05, 0.95, 120), 1)
    yield "tied", tied, draws.uniform(size=120) < tied
    yield "few", np.array([0.2, 0.7, 0.7, 0.4, 0.9]), np.array([0, 1, 0, 0, 1], dtype=bool)


def main():
    HERE.mkdir(parents=True, exist_ok=True)
    forecasts, scores = ["set,odds,outcome"], ["set,forecasts,brier,log,auc"]
    for name, odds, outcome in sets():
        outcome = outcome.astype(int)
        forecasts += [f"{name},{float(p)!r},{o}" for p, o in zip(odds, outcome)]
        figures = [brier_score_loss(outcome, odds), log_loss(outcome, odds), roc_auc_score(outcome, odds)]
        scores.append(",".join([name, str(len(odds)), *(repr(float(x)) for x in figures)]))
    (HERE / "score_forecasts.csv").write_text("\n".join(forecasts) + "\n")
    (HERE / "scores.csv").write_text("\n".join(scores) + "\n")


if __name__ == "__main__":
    main()
