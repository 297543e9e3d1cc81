"""Scores of odds, and intervals that draw whole clusters. No number here hangs on the order of a set."""

from functools import lru_cache

import numpy as np
from scipy.stats import rankdata

CLIP = 0.005   # for the log score, everybody's odds are kept this far from 0 and 1
DRAWS = 1000
SEED = 42


def brier(y, p):
    return float(np.mean((np.asarray(p) - np.asarray(y)) ** 2))


def log_score(y, p):
    p = np.clip(np.asarray(p, float), CLIP, 1 - CLIP)
    y = np.asarray(y)
    return float(-np.mean(np.where(y == 1, np.log(p), np.log(1 - p))))


def auc(y, p):
    """Mann and Whitney's: how often a yes has higher odds than a no; ties count half."""
    y, ranks = np.asarray(y), rankdata(np.asarray(p, float))
    yes = int(np.sum(y == 1))
    no = len(y) - yes
    if yes == 0 or no == 0:
        return float("nan")
    return float((ranks[y == 1].sum() - yes * (yes + 1) / 2) / (yes * no))


@lru_cache(maxsize=None)
def resamples(clusters, draws, seed):
    """Indices of `draws` resamples that draw whole clusters with replacement."""
    names = sorted(set(clusters))
    members = {name: [i for i, c in enumerate(clusters) if c == name] for name in names}
    members = [np.array(members[name]) for name in names]
    random = np.random.default_rng(seed)
    draw = lambda: random.integers(0, len(members), len(members))
    return [np.concatenate([members[c] for c in draw()]) for _ in range(draws)]


def interval(statistic, clusters, draws=DRAWS, seed=SEED):
    """The middle 95% of a statistic of indices over resamples."""
    values = [statistic(at) for at in resamples(tuple(clusters), draws, seed)]
    values = np.array([v for v in values if np.isfinite(v)])
    return float(np.percentile(values, 2.5)), float(np.percentile(values, 97.5))


def table(y, forecasts, clusters, reference):
    """A Markdown table: Brier, log score and AUC of each forecaster, and its Brier less the reference's."""
    y = np.asarray(y)
    rows = ["| | Brier | log | AUC | Brier less %s |" % reference, "|---|---|---|---|---|"]
    for name, p in forecasts.items():
        p = np.asarray(p, float)
        low, high = interval(lambda at: brier(y[at], p[at]), clusters)
        alow, ahigh = interval(lambda at: auc(y[at], p[at]), clusters)
        ref = np.asarray(forecasts[reference], float)
        dlow, dhigh = interval(lambda at: brier(y[at], p[at]) - brier(y[at], ref[at]), clusters)
        difference = brier(y, p) - brier(y, ref)
        less = "" if name == reference else f"{difference:+.3f} ({dlow:+.3f} to {dhigh:+.3f})"
        ranked = f"{auc(y, p):.2f} ({alow:.2f}–{ahigh:.2f})" if len(set(p.tolist())) > 1 else "–"
        rows.append(
            f"| {name} | {brier(y, p):.3f} ({low:.3f}–{high:.3f}) | {log_score(y, p):.3f} | {ranked} | {less} |"
        )
    return "\n".join(rows)


def calibration(y, p, clusters, bins=5):
    """A Markdown table: bins of equal size by the odds, with the share that came true."""
    y, p = np.asarray(y), np.asarray(p, float)
    edges = np.quantile(p, np.linspace(0, 1, bins + 1)[1:-1])
    place = np.searchsorted(edges, p, side="right")
    rows = ["| odds from–to | n | mean odds | came true (95%) |", "|---|---|---|---|"]
    for b in range(bins):
        inside = place == b
        if not inside.any():
            continue
        low, high = interval(
            lambda at: float(np.mean(y[at][inside[at]])) if inside[at].any() else float("nan"), clusters
        )
        rows.append(
            f"| {p[inside].min():.0%}–{p[inside].max():.0%} | {inside.sum()} | {p[inside].mean():.0%} "
            f"| {y[inside].mean():.0%} ({low:.0%}–{high:.0%}) |"
        )
    return "\n".join(rows)


def crps(grid, cdf, outcome):
    """The continuous ranked probability score on an even grid (Matheson & Winkler 1976)."""
    step = grid[1] - grid[0]
    return float(np.sum((cdf - (grid >= outcome)) ** 2) * step)


def check():
    """The scores against scikit-learn's, which those of `zopa backtest` are held to as well
    (tests/python/scoring_reference.py)."""
    from sklearn.metrics import brier_score_loss, log_loss, roc_auc_score

    random = np.random.default_rng(SEED)
    p = np.round(random.uniform(0.02, 0.98, 300), 2)   # with ties
    y = (random.uniform(size=300) < p).astype(int)
    for ours, theirs in [(brier, brier_score_loss), (log_score, log_loss), (auc, roc_auc_score)]:
        assert abs(ours(y, p) - theirs(y, p)) < 1e-12, ours.__name__
    # Of a single point the CRPS is the absolute error.
    grid = np.arange(0.0, 100.0, 0.5)
    assert abs(crps(grid, (grid >= 30).astype(float), 42.0) - 12.0) < 1e-9
    print("scores agree with scikit-learn's")


if __name__ == "__main__":
    check()
