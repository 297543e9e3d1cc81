"""How long agreements last: the model's curve, whose weights come of civil wars after 1989, on other records.

    ZOPA_PEACE_DATA=FOLDER python tests/python/validation/durability.py

S(t) = exp(−(t/2.76)^.54 e^B) in years (docs/model.md, Durability): a truce has B = 0, a treaty B = −.78 with the scale
times e^u, u uniform on 0 to 1.5; peacekeepers −.62; trust neutral, no guarantee, no record. Nothing is fitted here.
"""

import csv
import datetime
import os

import numpy as np
from scipy.stats import chi2

import scores

SHAPE, SCALE, TREATY, PEACEKEEPERS, LONGER = 0.54, 2.76, -0.78, -0.62, 1.5
GRID = (np.arange(200) + 0.5) / 200 * LONGER   # u
UCDP_ENDS = datetime.date(2020, 12, 31)        # the last day that version 3 covers


def folder():
    path = os.environ.get("ZOPA_PEACE_DATA")
    if not path:
        raise SystemExit("skipped: set ZOPA_PEACE_DATA to the folder with the tables")
    return path


def survival(years, is_treaty, peacekeepers=False):
    b = (TREATY if is_treaty else 0.0) + (PEACEKEEPERS if peacekeepers else 0.0)
    u = GRID if is_treaty else np.zeros(1)
    return float(np.mean(np.exp(-((max(years, 0.0) / (SCALE * np.exp(u))) ** SHAPE) * np.exp(b))))


def expected(start, stop, is_treaty, peacekeepers=False):
    """Failures expected of one agreement that stood at `start` and is watched to `stop`: the cumulative hazard."""
    return -np.log(survival(stop, is_treaty, peacekeepers) / survival(start, is_treaty, peacekeepers))


def poisson(count):
    """The exact 95% interval of a count (Garwood 1936)."""
    low = chi2.ppf(0.025, 2 * count) / 2 if count else 0.0
    return low, chi2.ppf(0.975, 2 * count + 2) / 2


def told(name, n, observed, mean):
    low, high = poisson(observed)
    return f"| {name} | {n} | {observed} | {mean:.1f} | {observed / mean:.2f} ({low / mean:.2f}–{high / mean:.2f}) |"


def kaplan_meier(times, failed, at):
    s = 1.0
    for t in sorted({t for t, f in zip(times, failed) if f and t <= at}):
        risk = sum(time >= t for time in times)
        s *= 1 - sum(time == t and f for time, f in zip(times, failed)) / risk
    return s


def concordance(times, failed, risk):
    """Harrell's: of pairs where one failed first, how often it had the higher risk."""
    good = all_pairs = 0.0
    for i, (t, f) in enumerate(zip(times, failed)):
        if not f:
            continue
        for j, other in enumerate(times):
            if other > t:
                all_pairs += 1
                good += 1.0 if risk[i] > risk[j] else 0.5 if risk[i] == risk[j] else 0.0
    return good / all_pairs if all_pairs else float("nan")


HEAD = "| kind | n | failed | expected | observed/expected (95%) |\n|---|---|---|---|---|"


def ucdp():
    """Ends by agreement (1) or ceasefire (2) of interstate conflicts (type 2). UCDP ends an episode after a year
    without fighting that counts, so what failed in the first year is not seen: all is given that it stood a year."""
    day = datetime.date.fromisoformat
    rows = []
    with open(os.path.join(folder(), "ucdp_termination_episodes_v3_2021.csv"), newline="", encoding="utf-8") as file:
        for r in csv.DictReader(file):
            if r["conflict_type"] != "2" or r["outcome_code"] not in ("1", "2", "1.0", "2.0") or not r["end"]:
                continue
            stop = day(r["next_episode_start"]) if r["next_episode_start"] else UCDP_ENDS
            years = (stop - day(r["end"])).days / 365.25
            if years > 1:
                rows.append((r["outcome_code"][0] == "1", years, bool(r["next_episode_start"]), r["conflict_id"]))
    print("### UCDP: interstate conflicts that ended by agreement or ceasefire, given a year\n\n" + HEAD)
    for name, kind in [("agreement", True), ("ceasefire", False), ("both", None)]:
        group = [r for r in rows if kind is None or r[0] == kind]
        mean = sum(expected(1, years, is_treaty) for is_treaty, years, _, _ in group)
        print(told(name, len(group), sum(r[2] for r in group), mean))
    print("\n| kind | | 2 years | 5 years | 10 years |\n|---|---|---|---|---|")
    for name, kind in [("agreement", True), ("ceasefire", False)]:
        group = [r for r in rows if r[0] == kind]
        times, failed = [r[1] for r in group], [r[2] for r in group]
        data = " | ".join(f"{kaplan_meier(times, failed, t):.2f}" for t in (2, 5, 10))
        model = " | ".join(f"{survival(t, kind) / survival(1, kind):.2f}" for t in (2, 5, 10))
        print(f"| {name} | data | {data} |\n| | model | {model} |")
    times, failed, risk = [r[1] for r in rows], [r[2] for r in rows], [not r[0] for r in rows]
    c = lambda at: concordance([times[i] for i in at], [failed[i] for i in at], [risk[i] for i in at])
    low, high = scores.interval(c, [r[3] for r in rows], draws=300)
    print(f"\nConcordance of the kind alone: {c(range(len(rows))):.2f} ({low:.2f} to {high:.2f}; .5 is chance).\n")


def walter():
    """Country-years after civil wars (Walter 2015): a war is renewed or not. Years are counted from the first year in
    the table; victories are left out, since the model has none."""
    wars = {}
    with open(os.path.join(folder(), "walter2015_postwar_country_years.csv"), newline="", encoding="utf-8") as file:
        for r in csv.DictReader(file):
            wars.setdefault(r["id"], []).append(r)
    years = []
    for war in wars.values():
        first = min(float(r["year"]) for r in war)
        for r in war:
            if any(r[key] in ("", "NA") for key in ("comprehensive", "victory", "unpko", "renewed_war")):
                continue
            if float(r["victory"]) > 0:
                continue
            start = float(r["year"]) - first
            treaty, keepers = float(r["comprehensive"]) > 0, float(r["unpko"]) > 0
            mean = expected(start, start + 1, treaty, keepers)
            given = expected(start + 1, start + 2, treaty, keepers)
            years.append((treaty, keepers, mean, given, int(float(r["renewed_war"])), r["ccode"]))
    print("### Walter: years after civil wars that did not end in victory\n\n" + HEAD)
    groups = [
        ("agreement", lambda y: y[0] and not y[1]),
        ("agreement, peacekeepers", lambda y: y[0] and y[1]),
        ("no agreement", lambda y: not y[0] and not y[1]),
        ("no agreement, peacekeepers", lambda y: not y[0] and y[1]),
        ("all", lambda y: True),
    ]
    for name, belongs in groups:
        group = [y for y in years if belongs(y)]
        if group:
            print(told(name, len(group), sum(y[4] for y in group), sum(y[2] for y in group)))
    print(told("all, given that the first year stood", len(years), sum(y[4] for y in years), sum(y[3] for y in years)))
    failed, hazard = np.array([y[4] for y in years]), np.array([y[2] for y in years])
    odds = 1 - np.exp(-hazard)
    countries = [y[5] for y in years]
    low, high = scores.interval(lambda at: scores.auc(failed[at], odds[at]), countries)
    print(f"\nAUC of a year's odds: {scores.auc(failed, odds):.2f} ({low:.2f} to {high:.2f}, drawing whole countries). "
          f"Brier {scores.brier(failed, odds):.4f}, of the base rate {scores.brier(failed, np.full(len(failed), failed.mean())):.4f}.\n")


if __name__ == "__main__":
    ucdp()
    walter()
