"""Writes the reference domains of alternating offers as zopa scenarios, with the same utilities.

python3 tests/python/alternating_domains.py    (from the root of the repository)
"""

import json
import pathlib
from decimal import Decimal

HERE = pathlib.Path("tests/data/alternating-offers")


def percent(share):
    """The share as percents, digit by digit."""
    return format((Decimal(str(share)) * 100).normalize(), "f")


def scenario(domain):
    lines = [
        f'title = "{domain["name"]}"',
        'protocol = { kind = "alternating-offers", rounds = 100 }',
    ]
    for issue in domain["issues"]:
        lines += ["", f"[issues.{issue['name']}]", f"options = {json.dumps(issue['values'])}"]
    for party in domain["parties"]:
        lines += [
            "",
            f"[parties.{party['name']}]",
            'tactic = "linear"',
            f"outside = {{ reservation = {party['reservation']} }}",
            f"[parties.{party['name']}.positions]",
        ]
        for issue, weight, values in zip(domain["issues"], party["weights"], party["evaluations"]):
            scores = ", ".join(
                f"{name} = {percent(value)}" for name, value in zip(issue["values"], values)
            )
            lines.append(f"{issue['name']} = {{ scores = {{ {scores} }}, salience = {weight} }}")
    return "\n".join(lines) + "\n"


for file in sorted((HERE / "domains").glob("*.json")):
    domain = json.loads(file.read_text())
    target = HERE / "scenarios" / f"{file.stem}.toml"
    target.parent.mkdir(exist_ok=True)
    target.write_text(scenario(domain))
