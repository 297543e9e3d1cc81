"""487 crises: play them by the rules of coding, and score the odds against what happened.

    ZOPA_PEACE_DATA=FOLDER python tests/python/validation/icb.py ZOPA WORKFOLDER [play] [score] [refit] [keep] [sample]

ZOPA is the command, WORKFOLDER gets the scenarios and the results (it is made anew by `play`). Everything is
seeded; the report goes to standard output as Markdown. `keep` writes the odds of every crisis to
tests/data/icb-odds.csv; `sample` codes and plays every fortieth crisis again, holds it to that file bit by bit, and
scores the odds in it again, which have to give the figures of docs/validation.md.
"""

import csv
import os
import shutil
import subprocess
import sys

import numpy as np
from sklearn.compose import ColumnTransformer
from sklearn.ensemble import GradientBoostingClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import StratifiedGroupKFold
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import OneHotEncoder

import icb_record as record
import scores

STYLES = [1, 2, 3, 4]
STYLE_NAMES = {1: "none", 2: "facilitation", 3: "formulation", 4: "manipulation"}
CODINGS = {"coded": []} | {f"style-{s}": ["--with", f"medstyle={s}"] for s in STYLES}
DAYS = {"month": 30.4375, "quarter": 91.3125, "half-year": 182.625, "agreement": 365.25}
FOLDS = 10
SEED = 42


# ---- Playing -----------------------------------------------------------------------------------------------


def run(command):
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)


def play(zopa, work):
    shutil.rmtree(work, ignore_errors=True)
    for name, extra in CODINGS.items():
        folder = os.path.join(work, name)
        run([zopa, "code", "icb", record.table_path(), "--out", folder, *extra])
        run([zopa, "study", "run", os.path.join(folder, "study.toml"), "--out", os.path.join(folder, "results")])


def odds(work, coding):
    """Odds of every question by crisis."""
    found = {}
    with open(os.path.join(work, coding, "results", "results.csv"), newline="", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            crisis = os.path.basename(row["scenario"]).removesuffix(".toml")
            found[crisis] = {question: float(row[question]) for question in DAYS}
    return found


# ---- What others would say ---------------------------------------------------------------------------------


def features(rows, with_mediation):
    """Codes as categories, actors as a logarithm."""
    names = ["viol", "gravcr", "protrac"] + (["medstyle"] if with_mediation else [])
    codes = [[-1 if r[n] is None else r[n] for n in names] for r in rows]
    actors = [[np.log2(4 if r["noactr"] is None else r["noactr"])] for r in rows]
    return np.hstack([np.array(codes, float), np.array(actors, float)])


def logistic(columns):
    """L2 with scikit-learn's default strength; fixed before scoring."""
    one_hot = ColumnTransformer(
        [("codes", OneHotEncoder(handle_unknown="ignore"), list(range(columns - 1)))], remainder="passthrough"
    )
    return make_pipeline(one_hot, LogisticRegression(C=1.0, max_iter=5000))


def trees(_columns):
    return GradientBoostingClassifier(n_estimators=100, max_depth=2, learning_rate=0.1, random_state=SEED)


def fitted(make, train, test, y, with_mediation):
    x = features(train, with_mediation)
    model = make(x.shape[1]).fit(x, y)
    return model.predict_proba(features(test, with_mediation))[:, 1]


def share(y):
    return float(np.mean(y))


def by_mediation(train, test, y):
    y = np.asarray(y)
    rate = {m: share(y[[r["mediate"] == m for r in train]]) for m in (1, 4)}
    return np.array([rate[r["mediate"]] for r in test])


def logit(p):
    p = np.clip(np.asarray(p, float), scores.CLIP, 1 - scores.CLIP)
    return np.log(p / (1 - p))


def recalibrated(p_train, y_train, p_test):
    """Slope and intercept on the log odds, fitted on the training crises (Platt 1999): says what is left of the
    model when its level and its sharpness are forgiven."""
    model = LogisticRegression(C=1e6, max_iter=5000).fit(logit(p_train)[:, None], y_train)
    return model.predict_proba(logit(p_test)[:, None])[:, 1]


# ---- The model's odds ----------------------------------------------------------------------------------------


class Model:
    def __init__(self, work, rows):
        self.by_coding = {coding: odds(work, coding) for coding in CODINGS}
        known = [r["medstyle"] for r in rows if r["year"] is not None and not record.is_test(r)]
        known = [s for s in known if s is not None]
        self.weights = {s: known.count(s) / len(known) for s in STYLES}

    def as_coded(self, rows, question):
        return np.array([self.by_coding["coded"][r["id"]][question] for r in rows])

    def with_style(self, rows, question, style):
        return np.array([self.by_coding[f"style-{style}"][r["id"]][question] for r in rows])

    def without_mediation(self, rows, question):
        """Each style as often as among the crises before 1976: nothing is known of who will mediate."""
        return sum(w * self.with_style(rows, question, s) for s, w in self.weights.items())


def forecasts(model, question, train, test, y):
    coded, blind = model.as_coded(test, question), model.without_mediation(test, question)
    trained, trained_blind = model.as_coded(train, question), model.without_mediation(train, question)
    return {
        "base rate": np.full(len(test), share(y)),
        "mediated or not": by_mediation(train, test, y),
        "zopa": coded,
        "zopa, recalibrated on the training crises": recalibrated(trained, y, coded),
        "logistic regression": fitted(logistic, train, test, y, True),
        "boosted trees": fitted(trees, train, test, y, True),
        "zopa, mediation not known": blind,
        "– recalibrated on the training crises": recalibrated(trained_blind, y, blind),
        "logistic regression, mediation not known": fitted(logistic, train, test, y, False),
        "boosted trees, mediation not known": fitted(trees, train, test, y, False),
    }


# ---- The report ----------------------------------------------------------------------------------------------


def split(rows):
    return [r for r in rows if not record.is_test(r)], [r for r in rows if record.is_test(r)]


def temporal(title, model, question, rows, outcome, curve=False):
    train, test = split(rows)
    y_train, y = np.array([outcome(r) for r in train]), np.array([outcome(r) for r in test])
    conflicts = [r["conflict"] for r in test]
    print(f"### {title}\n")
    print(f"{len(train)} training crises, {share(y_train):.0%} yes; {len(test)} test crises from 1976 on in "
          f"{len(set(conflicts))} conflicts, {share(y):.0%} yes.\n")
    table = forecasts(model, question, train, test, y_train)
    print(scores.table(y, table, conflicts, "mediated or not"))
    periods = [r["period"] for r in test]
    p, bar = table["zopa"], table["mediated or not"]
    low, high = scores.interval(lambda at: scores.brier(y[at], p[at]) - scores.brier(y[at], bar[at]), periods)
    print(f"\nZopa less mediated or not, drawing periods of five years instead of conflicts: {low:+.3f} to {high:+.3f}.\n")
    if curve:
        for name in ["zopa", "zopa, mediation not known", "logistic regression"]:
            print(f"Calibration of {name}:\n")
            print(scores.calibration(y, table[name], conflicts) + "\n")
    return test, y, table


def cross_validated(model, rows):
    """Ten folds, whole conflicts in one; zopa is fitted to nothing and so has the same odds in every fold."""
    y = np.array([r["agreement"] for r in rows])
    conflicts = [r["conflict"] for r in rows]
    columns = {}
    folds = StratifiedGroupKFold(FOLDS, shuffle=True, random_state=SEED).split(np.zeros(len(y)), y, conflicts)
    for train_at, test_at in folds:
        train, test = [rows[i] for i in train_at], [rows[i] for i in test_at]
        for name, p in forecasts(model, "agreement", train, test, y[train_at]).items():
            columns.setdefault(name, np.zeros(len(y)))[test_at] = p
    print(f"### All {len(rows)} crises, ten folds\n")
    print(scores.table(y, columns, conflicts, "mediated or not") + "\n")


def duration(model, rows):
    """How long until an agreement, of crises that end in one: the model's own distribution given an agreement
    within a year, against that of the training crises."""
    rows = [r for r in rows if r["agreement"] and r["days"] is not None]
    train, test = split(rows)
    grid = np.arange(0.0, 2000.0)
    known = np.sort([r["days"] for r in train])
    climate = np.searchsorted(known, grid, side="right") / len(known)
    ours, theirs = [], []
    for r in test:
        p = [0.0] + [model.by_coding["coded"][r["id"]][q] for q in DAYS]
        curve = np.interp(grid, [0.0, *DAYS.values()], p) / max(p[-1], 1e-9)
        ours.append(scores.crps(grid, curve, r["days"]))
        theirs.append(scores.crps(grid, climate, r["days"]))
    ours, theirs = np.array(ours), np.array(theirs)
    conflicts = [r["conflict"] for r in test]
    low, high = scores.interval(lambda at: float(np.mean(ours[at] - theirs[at])), conflicts)
    print("### Days until an agreement\n")
    print(f"{len(test)} test crises that ended in one. CRPS in days: zopa {ours.mean():.0f}, the training crises' own "
          f"distribution {theirs.mean():.0f}; difference {np.mean(ours - theirs):+.0f} ({low:+.0f} to {high:+.0f}). "
          f"Median of the data {np.median([r['days'] for r in test]):.0f} days, over the year "
          f"{np.mean([r['days'] > 365 for r in test]):.0%}.\n")


def mediation(model, rows):
    """Style by style: what the data show, what is left after adjusting for covariates, what the model says."""
    y = np.array([r["agreement"] for r in rows])
    style = np.array([-1 if r["medstyle"] is None else r["medstyle"] for r in rows])
    conflicts = [r["conflict"] for r in rows]
    x = features(rows, True)
    place = 3   # where features() has the style

    def adjusted(at, s):
        """Average over all crises of the regression's odds with this style less those with none."""
        fit = logistic(x.shape[1]).fit(x[at], y[at])
        ones, twos = x.copy(), x.copy()
        ones[:, place], twos[:, place] = 1, s
        return float(np.mean(fit.predict_proba(twos)[:, 1] - fit.predict_proba(ones)[:, 1]))

    print("### Mediation, style by style\n")
    print("| style | n | agreements | less none | adjusted (95%) | zopa, as coded | zopa, same crises with and without (all) | (those that had it) |")
    print("|---|---|---|---|---|---|---|---|")
    none = share(y[style == 1])
    every = np.arange(len(y))
    coded = model.as_coded(rows, "agreement")
    unmediated = model.with_style(rows, "agreement", 1)
    for s in STYLES:
        inside = style == s
        line = f"| {STYLE_NAMES[s]} | {inside.sum()} | {share(y[inside]):.0%} | "
        if s == 1:
            print(line + f"| | {coded[inside].mean():.0%} | | |")
            continue
        low, high = scores.interval(lambda at: adjusted(at, s), conflicts, draws=200)
        effect = model.with_style(rows, "agreement", s) - unmediated
        print(line + f"{share(y[inside]) - none:+.0%} | {adjusted(every, s):+.0%} ({low:+.0%} to {high:+.0%}) "
              f"| {coded[inside].mean():.0%} | {effect.mean():+.1%} | {effect[inside].mean():+.1%} |")
    print()


def misses(test, y, p):
    """What the misses have in common: mean of outcome less odds by every code of every covariate."""
    conflicts = [r["conflict"] for r in test]
    print("### What the misses have in common\n")
    print("Outcome less odds, in points, of the test crises.\n")
    print("| covariate | code | n | odds | came true | difference (95%) |\n|---|---|---|---|---|---|")
    groups = [("viol", None), ("gravcr", None), ("protrac", None), ("medstyle", None), ("noactr", [(1, 2), (3, 5), (6, 200)])]
    for name, ranges in groups:
        codes = ranges or sorted({(r[name], r[name]) for r in test if r[name] is not None})
        for low_code, high_code in codes:
            inside = np.array([r[name] is not None and low_code <= r[name] <= high_code for r in test])
            if inside.sum() < 5:
                continue
            gap = lambda at: float(np.mean((y - p)[at][inside[at]])) if inside[at].any() else float("nan")
            low, high = scores.interval(gap, conflicts)
            code = str(low_code) if low_code == high_code else f"{low_code}–{high_code}"
            print(f"| {name} | {code} | {inside.sum()} | {p[inside].mean():.0%} | {y[inside].mean():.0%} "
                  f"| {100 * (y - p)[inside].mean():+.0f} ({100 * low:+.0f} to {100 * high:+.0f}) |")
    print()


def score(work):
    rows = record.read()
    model = Model(work, rows)
    known = record.scored(rows)
    none = [r["agreement"] for r in known if r["mediate"] == 1]
    some = [r["agreement"] for r in known if r["mediate"] == 4]
    print(f"## Check of the codes\n\nFormal or semi-formal agreements: {sum(none)} of {len(none)} unmediated crises, "
          f"{sum(some)} of {len(some)} mediated (docs/base-rates.md: 20% of 290, 62% of 153).\n")
    print("Weights of the styles where mediation is not known: "
          + ", ".join(f"{STYLE_NAMES[s]} {w:.1%}" for s, w in model.weights.items()) + ".\n")
    dated = [r for r in known if r["days"] is not None]
    test, y, table = temporal("A formal or semi-formal agreement", model, "agreement", known,
                              lambda r: r["agreement"], curve=True)
    for question, title in [("quarter", "An agreement within three months"), ("half-year", "An agreement within half a year")]:
        limit = DAYS[question]
        temporal(title, model, question, dated, lambda r: int(r["agreement"] and r["days"] <= limit))
    violent = [r for r in dated if r["viol"] is not None and r["viol"] >= 2]
    temporal("A violent crisis is over within half a year", model, "half-year", violent,
             lambda r: int(r["days"] <= DAYS["half-year"]), curve=False)
    duration(model, known)
    cross_validated(model, known)
    mediation(model, known)
    misses(test, y, table["zopa"])


# ---- A sample, again -------------------------------------------------------------------------------------------

HERE = os.path.dirname(os.path.abspath(__file__))
KEPT = os.path.join(HERE, "..", "..", "data", "icb-odds.csv")
DOCS = os.path.join(HERE, "..", "..", "..", "docs", "validation.md")
EVERY = 40


def keep(work):
    """The odds of an agreement of every crisis, as coded and with mediation not known: ours, so they can be shipped."""
    rows = record.read()
    model = Model(work, rows)
    with open(KEPT, "w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["crisis", "coded", "mediation_not_known"])
        for row in rows:
            blind = model.without_mediation([row], "agreement")[0]
            writer.writerow([row["id"], model.by_coding["coded"][row["id"]]["agreement"], f"{blind:.6f}"])


def sample(zopa, work):
    with open(KEPT, newline="", encoding="utf-8") as file:
        kept = {row["crisis"]: float(row["coded"]) for row in csv.DictReader(file)}
    folder = os.path.join(work, "sample")
    shutil.rmtree(folder, ignore_errors=True)
    run([zopa, "code", "icb", record.table_path(), "--out", folder])
    path = os.path.join(folder, "study.toml")
    with open(path, encoding="utf-8") as file:
        lines = file.read().splitlines()
    names = [line for line in lines if line.strip().endswith('.toml",')]
    dropped = {line for at, line in enumerate(names) if at % EVERY}
    with open(path, "w", encoding="utf-8") as file:
        file.write("\n".join(line for line in lines if line not in dropped))
    run([zopa, "study", "run", path, "--out", os.path.join(folder, "results")])
    played = {}
    with open(os.path.join(folder, "results", "results.csv"), newline="", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            played[os.path.basename(row["scenario"]).removesuffix(".toml")] = float(row["agreement"])
    for crisis, p in played.items():
        assert p == kept[crisis], f"crisis {crisis}: {p} now, {kept[crisis]} in {KEPT}"
    train, test = split(record.scored(record.read()))
    y_train, y = np.array([r["agreement"] for r in train]), np.array([r["agreement"] for r in test])
    with open(DOCS, encoding="utf-8") as file:
        told = file.read()
    figures = {
        "base rate": np.full(len(test), share(y_train)),
        "mediated or not": by_mediation(train, test, y_train),
        "zopa": np.array([kept[r["id"]] for r in test]),
    }
    for name, p in figures.items():
        start = f"| {name} | {scores.brier(y, p):.3f} ("
        assert start in told, f"{start} is not in docs/validation.md"
    print(f"{len(played)} crises played again to the same bits; Brier of the test crises as in docs/validation.md: "
          + ", ".join(f"{name} {scores.brier(y, p):.3f}" for name, p in figures.items()))


# ---- One refit, once -----------------------------------------------------------------------------------------

TEXT_RATES = [0.1, 0.2, 0.4, 0.8, 1.6]
READINESS = [0.015, 0.03, 0.06, 0.12]


def refit(zopa, work):
    """The tempo of texts and the spread of readiness, of all crises at once: chosen by Brier on the crises with odd
    numbers, judged on those with even ones. Nothing else is tried."""
    folder = os.path.join(work, "coded")
    with open(os.path.join(folder, "study.toml"), encoding="utf-8") as file:
        study = file.read()
    study += f"\n[factors.tempo]\npath = \"model.text_rate\"\nvalues = {TEXT_RATES}\n"
    study += f"\n[factors.readiness]\npath = \"model.readiness_spread\"\nvalues = {READINESS}\n"
    path, out = os.path.join(folder, "refit.toml"), os.path.join(folder, "refit")
    with open(path, "w", encoding="utf-8") as file:
        file.write(study.replace("worlds    = 400", "worlds    = 100"))
    shutil.rmtree(out, ignore_errors=True)
    run([zopa, "study", "run", path, "--out", out])
    known = record.scored(record.read())
    halves = {half: [r for r in known if int(r["id"]) % 2 == half] for half in (1, 0)}
    grid = {}
    with open(os.path.join(out, "results.csv"), newline="", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            crisis = os.path.basename(row["scenario"]).removesuffix(".toml")
            grid.setdefault((row["tempo"], row["readiness"]), {})[crisis] = float(row["agreement"])
    y = {half: np.array([r["agreement"] for r in rows]) for half, rows in halves.items()}
    p = lambda setting, half: np.array([grid[setting][r["id"]] for r in halves[half]])
    best = min(sorted(grid), key=lambda setting: scores.brier(y[1], p(setting, 1)))
    default = odds(work, "coded")
    before = np.array([default[r["id"]]["agreement"] for r in halves[0]])
    after = p(best, 0)
    conflicts = [r["conflict"] for r in halves[0]]
    low, high = scores.interval(
        lambda at: scores.brier(y[0][at], after[at]) - scores.brier(y[0][at], before[at]), conflicts
    )
    rate = np.full(len(after), share(y[1]))
    bar = by_mediation(halves[1], halves[0], y[1])
    print("### One refit of two global constants\n")
    print(f"Chosen on {len(y[1])} crises with odd numbers: text_rate {best[0]}, readiness_spread {best[1]} "
          f"(of {len(grid)} settings). On {len(y[0])} with even numbers, Brier: defaults {scores.brier(y[0], before):.3f}, "
          f"refitted {scores.brier(y[0], after):.3f} (difference {low:+.3f} to {high:+.3f}), base rate of the other half "
          f"{scores.brier(y[0], rate):.3f}, mediated or not {scores.brier(y[0], bar):.3f}; AUC {scores.auc(y[0], before):.2f} "
          f"and {scores.auc(y[0], after):.2f}.\n")


def main():
    if len(sys.argv) < 3:
        raise SystemExit(__doc__)
    zopa, work, *steps = sys.argv[1:]
    steps = steps or ["play", "score"]
    if "play" in steps:
        play(zopa, work)
    if "score" in steps:
        score(work)
    if "refit" in steps:
        refit(zopa, work)
    if "keep" in steps:
        keep(work)
    if "sample" in steps:
        sample(zopa, work)


if __name__ == "__main__":
    main()
