"""DEU III: issues of the European Union with a reference point (what holds if nothing is decided), no actor's position.

    ZOPA_DEU3=FILE python tests/python/validation/deu3.py

One step of the model where nothing is known but the reference point r and the compromise forecast c, in points of a
scale of 100: two sides whose ideals lie around c; a text is their mean, and errs; each signs what is no farther
from its ideal than r is, but for its readiness and mood; the first text that both sign is the outcome, r if none is.
The constants are the model's own (docs/model.md), and for the ideals the spread of a limit without evidence
(docs/coding-guide.md). Nothing is fitted.
"""

import csv
import os

import numpy as np

import scores

IDEAL_SPREAD = 25.0      # standard deviation of an ideal around the compromise, cut at the ends of the scale
FORMULATION_ERROR = 5.0  # points
READINESS = 3.0          # logistic, once a negotiation
MOOD = 1.0               # logistic, each text: a third of it
TEXTS = 10               # a year of .8 a month
DRAWS = 4000
SEED = 42


def read():
    path = os.environ.get("ZOPA_DEU3")
    if not path:
        raise SystemExit("skipped: set ZOPA_DEU3 to deu3_issue_level.csv")
    with open(path, newline="", encoding="utf-8") as file:
        lines = [line for line in file if not line.startswith("#")]
    rows = [r for r in csv.DictReader(lines) if r["reference_point"]]
    keys = ["outcome", "reference_point", "compromise_forecast", "challenge_forecast"]
    return [{"dossier": r["dossier"], **{key: float(r[key]) for key in keys}} for r in rows]


def ideals(random, centre):
    """Normal around the centre, cut at the ends: drawn again where it falls outside."""
    values = random.normal(centre, IDEAL_SPREAD, (DRAWS, 2))
    while True:
        outside = (values < 0) | (values > 100)
        if not outside.any():
            return values
        values[outside] = random.normal(centre, IDEAL_SPREAD, int(outside.sum()))


def outcomes(reference, compromise, seed):
    """Draws of the outcome, and how often none was signed."""
    random = np.random.default_rng(seed)
    ideal = ideals(random, compromise)
    readiness = random.logistic(0, READINESS, (DRAWS, 2))
    result = np.full(DRAWS, reference)
    is_open = np.ones(DRAWS, bool)
    for _ in range(TEXTS):
        text = np.clip(ideal.mean(axis=1) + random.normal(0, FORMULATION_ERROR, DRAWS), 0, 100)
        mood = random.logistic(0, MOOD, (DRAWS, 2))
        gain = np.abs(reference - ideal) - np.abs(text[:, None] - ideal) + readiness + mood
        signed = is_open & (gain >= 0).all(axis=1)
        result[signed] = text[signed]
        is_open &= ~signed
    return result, float(is_open.mean())


def crps(draws, outcome):
    """Of a sample: E|X − y| − E|X − X′|/2 (Gneiting & Raftery 2007)."""
    x = np.sort(draws)
    n = len(x)
    spread = 2 * np.sum((2 * np.arange(1, n + 1) - n - 1) * x) / (n * n)
    return float(np.mean(np.abs(x - outcome)) - spread / 2)


def main():
    rows = read()
    dossiers = [r["dossier"] for r in rows]
    outcome = np.array([r["outcome"] for r in rows])
    reference = np.array([r["reference_point"] for r in rows])
    centre = np.array([r["compromise_forecast"] for r in rows])
    unchanged = (outcome == reference).astype(int)
    ours, none, pit, climate = [], [], [], []
    random = np.random.default_rng(SEED)
    for index, r in enumerate(rows):
        draws, odds = outcomes(r["reference_point"], r["compromise_forecast"], [SEED, index])
        ours.append(crps(draws, r["outcome"]))
        none.append(odds)
        # Randomised where the distribution has a mass (Czado, Gneiting & Held 2009).
        below, upto = np.mean(draws < r["outcome"]), np.mean(draws <= r["outcome"])
        pit.append(below + random.uniform() * (upto - below))
        others = outcome[[d != r["dossier"] for d in dossiers]]
        climate.append(crps(others, r["outcome"]))
    ours, none, pit, climate = map(np.array, (ours, none, pit, climate))
    error = np.abs(centre - outcome)
    base = np.array([unchanged[[d != r["dossier"] for d in dossiers]].mean() for r in rows])
    near = -np.abs(reference - centre)
    print(f"{len(rows)} issues in {len(set(dossiers))} dossiers; outcome = reference point in {unchanged.sum()}.\n")

    def line(name, statistic):
        low, high = scores.interval(statistic, dossiers)
        print(f"- {name}: {statistic(np.arange(len(rows))):.3f} ({low:.3f} to {high:.3f})")

    line("AUC of no change, by the odds", lambda at: scores.auc(unchanged[at], none[at]))
    line("AUC of no change, by −|reference − compromise| alone", lambda at: scores.auc(unchanged[at], near[at]))
    line("Brier of no change, the odds", lambda at: scores.brier(unchanged[at], none[at]))
    line("Brier of no change, base rate of the other dossiers", lambda at: scores.brier(unchanged[at], base[at]))
    line("Brier, the odds less the base rate", lambda at: scores.brier(unchanged[at], none[at]) - scores.brier(unchanged[at], base[at]))
    print(f"- mean odds of no change {none.mean():.3f}, share {unchanged.mean():.3f}")
    line("CRPS of the distribution", lambda at: float(ours[at].mean()))
    line("mean absolute error of the compromise (its CRPS as a point)", lambda at: float(error[at].mean()))
    line("CRPS of the outcomes of the other dossiers", lambda at: float(climate[at].mean()))
    line("CRPS, the distribution less the compromise", lambda at: float((ours - error)[at].mean()))
    line("CRPS, the distribution less the other dossiers' outcomes", lambda at: float((ours - climate)[at].mean()))
    counts, _ = np.histogram(pit, bins=10, range=(0, 1))
    print("- PIT, tenths: " + " ".join(f"{count / len(rows):.2f}" for count in counts) + " (flat: .10 each)")
    print(f"- outcomes inside the middle 50% and 80% of the distribution: "
          f"{np.mean((pit > 0.25) & (pit < 0.75)):.2f}, {np.mean((pit > 0.1) & (pit < 0.9)):.2f}\n")
    print("Odds of no change against what happened:\n")
    print(scores.calibration(unchanged, none, dossiers))


if __name__ == "__main__":
    main()
