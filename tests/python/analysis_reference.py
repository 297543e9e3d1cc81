"""Reference values of the analysis layer, by SALib, SciPy and the EMA workbench.

    python -m venv venv && venv/bin/pip install -r tests/python/requirements.txt
    venv/bin/python tests/python/analysis_reference.py [FOLDER]

writes FOLDER/*.csv, by default tests/data/analysis. With ZOPA_ANALYSIS_REFERENCE=FOLDER the tests read
them from there instead of what is stored: so `.ci/run` holds zopa against what the three say today. tests/analysis_reference.rs makes the same samples in Rust, computes the same figures and
compares, so the tests need no Python. Samples come from unscrambled Sobol' sequences or are stored.
"""

import sys
import warnings
from pathlib import Path

import numpy as np
import pandas as pd

warnings.simplefilter("ignore")
from ema_workbench.analysis import prim
from ema_workbench.analysis.scenario_discovery_util import RuleInductionType
from SALib.analyze import morris as morris_analyze
from SALib.analyze import sobol as sobol_analyze
from SALib.sample import morris as morris_sample
from SALib.sample import saltelli, sobol_sequence
from SALib.test_functions import Ishigami, Sobol_G
from scipy.stats import qmc

STORED = Path(__file__).resolve().parent.parent / "data" / "analysis"
HERE = Path(sys.argv[1]) if len(sys.argv) > 1 else STORED


def write(name, heading, rows):
    text = "\n".join([heading, *(",".join(map(str, row)) for row in rows)]) + "\n"
    (HERE / name).write_text(text)


def number(value):
    return repr(float(value))


def sobol_points():
    """Some coordinates of SciPy's sequence, in 32 bits."""
    dimensions = [1, 2, 3, 10, 100, 256, 512, 1111]
    points = qmc.Sobol(1111, scramble=False, bits=32).random(4096)
    rows = [
        [index, *(number(points[index, d - 1]) for d in dimensions)]
        for index in [*range(16), 1000, 2047, 2048, 4095]
    ]
    write("sobol_points.csv", ",".join(["index", *map(str, dimensions)]), rows)


def sobol_indices():
    """First and total order of Ishigami and Sobol' G, by SALib."""
    rows = []
    for name, function, inputs, bounds, base in [
        ("ishigami", Ishigami.evaluate, 3, [-np.pi, np.pi], 512),
        ("sobol-g", Sobol_G.evaluate, 8, [0, 1], 256),
    ]:
        names = [f"x{i}" for i in range(inputs)]
        problem = {"num_vars": inputs, "names": names, "bounds": [bounds] * inputs}
        points = saltelli.sample(problem, base, calc_second_order=False)
        found = sobol_analyze.analyze(problem, function(points), calc_second_order=False, seed=1)
        for i in range(inputs):
            figures = [found[key][i] for key in ["S1", "ST", "S1_conf", "ST_conf"]]
            rows.append([name, base, i, *map(number, figures)])
    write("sobol_indices.csv", "function,base,input,first,total,first_half,total_half", rows)


def morris_function(x):
    """Morris (1991), section 5, with (-1)^i and (-1)^(i+j) for the small random coefficients."""
    w = 2 * (x - 0.5)
    for i in [2, 4, 6]:
        w[:, i] = 2 * (1.1 * x[:, i] / (x[:, i] + 0.1) - 0.5)
    y = np.zeros(len(x))
    for i in range(20):
        y += (20 if i < 10 else (-1) ** (i + 1)) * w[:, i]
        for j in range(i + 1, 20):
            y += (-15 if j < 6 else (-1) ** (i + j)) * w[:, i] * w[:, j]
            for k in range(j + 1, 5):
                y += -10 * w[:, i] * w[:, j] * w[:, k]
                for s in range(k + 1, 4):
                    y += 5 * w[:, i] * w[:, j] * w[:, k] * w[:, s]
    return y


def morris():
    """Elementary effects of Morris's function, on a sample of SALib's, and with groups."""
    names = [f"x{i}" for i in range(20)]
    problem = {"num_vars": 20, "names": names, "bounds": [[0, 1]] * 20}
    points = morris_sample.sample(problem, 10, num_levels=4, seed=1)
    levels = np.rint(points * 3).astype(int)
    write("morris_sample.csv", "levels of x1 to x20", [["".join(map(str, r))] for r in levels])
    outputs = morris_function(points.copy())
    found = morris_analyze.analyze(
        problem, points, outputs, num_levels=4, num_resamples=10000, seed=1
    )
    rows = [
        [i, *(number(found[key][i]) for key in ["mu", "mu_star", "sigma", "mu_star_conf"])]
        for i in range(20)
    ]
    write("morris_effects.csv", "input,mu,mu_star,sigma,mu_star_half", rows)

    groups = ["a", "b", "a", "c", "b"]
    problem = {"num_vars": 5, "names": names[:5], "bounds": [[0, 1]] * 5, "groups": groups}
    points = morris_sample.sample(problem, 8, num_levels=6, seed=2)
    outputs = points @ np.array([1.0, 2.0, -3.0, 4.0, 0.5]) + points[:, 0] * points[:, 3]
    found = morris_analyze.analyze(problem, points, outputs, num_levels=6, seed=1)
    levels = np.rint(points * 5).astype(int)
    rows = [["".join(map(str, r))] for r in levels]
    rows += [["mu_star", *map(number, found["mu_star"])]]
    write("morris_groups.csv", "levels of x1 to x5 in groups a b a c b", rows)


def limits(box, column):
    low, high = box[column].values
    return "".join(sorted(low)) if isinstance(low, set) else f"{float(low)!r} {float(high)!r}"


def prim_boxes():
    """Trajectories of the workbench's PRIM on eight tables."""
    u = sobol_sequence.sample(601, 8)[1:]
    real = pd.DataFrame({f"r{i}": u[:, i] for i in range(4)})
    mixed = real.iloc[:, :2].copy()
    mixed["i"] = np.floor(u[:, 2] * 7).astype(np.int64)
    mixed["c"] = [chr(ord("a") + int(4 * x)) for x in u[:, 3]]
    flip = u[:, 7] < 0.08
    corner = ((u[:, 0] > 0.55) & (u[:, 1] < 0.6)) != flip
    both = (((u[:, 0] > 0.7) & (u[:, 1] > 0.3)) | ((u[:, 2] < 0.3) & (u[:, 3] < 0.6))) != flip
    kinds = (np.isin(mixed["c"], ["b", "d"]) & (mixed["i"] >= 2) & (u[:, 0] < 0.7)) != flip
    whole = real.iloc[:, :1].copy()
    whole["i"] = np.floor(u[:, 2] * 7).astype(np.int64) - 3
    whole["j"] = np.floor(u[:, 3] * 6).astype(np.int64) - 5
    negative = ((whole["i"] <= -1) & (whole["j"] >= -3) & (u[:, 0] < 0.8)).values != flip
    smooth = u[:, 0] * (1 - u[:, 1]) + 0.3 * u[:, 2]
    objective = prim.PRIMObjectiveFunctions
    binary, regression = RuleInductionType.BINARY, RuleInductionType.REGRESSION
    steps, boxes = [], []
    for name, x, y, threshold, goal, mode in [
        ("corner", real, corner.astype(int), 0.75, objective.LENIENT1, binary),
        ("corner-lenient2", real, corner.astype(int), 0.75, objective.LENIENT2, binary),
        ("corner-original", real, corner.astype(int), 0.75, objective.ORIGINAL, binary),
        ("two", real, both.astype(int), 0.7, objective.LENIENT1, binary),
        ("mixed", mixed, kinds.astype(int), 0.7, objective.LENIENT1, binary),
        ("whole", whole, negative.astype(int), 0.7, objective.LENIENT1, binary),
        ("whole-original", whole, negative.astype(int), 0.7, objective.ORIGINAL, binary),
        ("smooth", real, smooth, 0.5, objective.LENIENT1, regression),
    ]:
        search = prim.Prim(x, y, threshold=threshold, obj_function=goal, mode=mode)
        for box in range(2):
            found = search.find_box()
            if found is None or len(found.box_lims) < 2:
                break
            for i, step in found.peeling_trajectory.iterrows():
                shares = [step[key] for key in ["coverage", "density", "mean", "mass"]]
                counts = [int(step[key]) for key in ["n", "k", "res_dim"]]
                steps.append([name, box, i, *counts, *map(number, shares)])
            last = found.box_lims[-1]
            quasi_p = found.qp[-1]
            for column in x.columns:
                pair = quasi_p.get(column, [-1, -1]) if mode == binary else [-1, -1]
                boxes.append([name, box, column, limits(last, column), *map(number, pair)])
    write("prim_steps.csv", "table,box,step,n,k,restricted,coverage,density,mean,mass", steps)
    write("prim_boxes.csv", "table,box,column,limits,quasi_p_low,quasi_p_high", boxes)


if __name__ == "__main__":
    HERE.mkdir(parents=True, exist_ok=True)
    sobol_points()
    sobol_indices()
    morris()
    prim_boxes()
