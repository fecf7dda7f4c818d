"""Safeshore, SurveyJS's linter and pyxform on the same 10,000 questions; see README.md."""

import csv
import json
import re
import shutil
import subprocess
import sys
import venv
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
WORK = ROOT / "target" / "compare"
SURVEY_CORE = "survey-core@3.1.1"
PYXFORM = "pyxform==4.5.0"
STAGE = 1000


def run(*command, cwd=ROOT):
    done = subprocess.run([str(part) for part in command], cwd=cwd, check=True, stdout=subprocess.PIPE, text=True)
    return done.stdout


def kind_of(question):
    """Its kind, and the number of its options."""
    kind = question["kind"]
    return (kind, 0) if isinstance(kind, str) else next(iter(kind.items()))


def expression(condition, atoms):
    """A condition as both others write it, but for what they say of one question."""
    (word, value), = condition.items()
    if word in ("All", "Any"):
        return "(" + {"All": " and ", "Any": " or "}[word].join(expression(part, atoms) for part in value) + ")"
    if word == "Not":
        return atoms["Not"](expression(value, atoms))
    return atoms[word](*value) if isinstance(value, list) else atoms[word](value)


OF_SURVEY = {
    "Not": lambda part: f"!({part})",
    "Yes": lambda q: f"{{q{q}}} = true",
    "No": lambda q: f"{{q{q}}} = false",
    "Is": lambda q, option: f"{{q{q}}} = 'o{option}'",
    "AtLeast": lambda q, least: f"{{q{q}}} >= {least}",
}
OF_FORM = {
    "Not": lambda part: f"not({part})",
    "Yes": lambda q: f"${{q{q}}} = 'yes'",
    "No": lambda q: f"${{q{q}}} = 'no'",
    "Is": lambda q, option: f"${{q{q}}} = 'o{option}'",
    "AtLeast": lambda q, least: f"${{q{q}}} >= {least}",
}


def in_order(logic):
    """Questions and rules, each after the question that it follows."""
    rules = {rule["after"]: rule for rule in logic["rules"]}
    for number, question in enumerate(logic["questions"]):
        yield number, question, None
        if number in rules:
            yield number, None, rules[number]


def survey(logic):
    pages = []
    for number, question, rule in in_order(logic):
        if number % STAGE == 0 and question:
            pages.append({"name": f"s{number // STAGE}", "title": f"Part {number // STAGE}", "elements": []})
        if rule:
            one = {"type": "html", "name": f"r{number}", "html": f"Something is wrong at {number}"}
        else:
            kind, options = kind_of(question)
            one = {"name": f"q{number}", "title": f"What do you say to point {number} of this long list?"}
            if kind == "YesNo":
                one["type"] = "boolean"
            elif kind == "Number":
                one |= {"type": "text", "inputType": "number", "min": 0, "max": 100}
            else:
                choices = [{"value": f"o{at}", "text": f"The answer number {at} to {number}"} for at in range(options)]
                one |= {"type": "radiogroup", "choices": choices}
        when = (rule or question)["when"]
        if when:
            one["visibleIf"] = expression(when, OF_SURVEY)
        pages[-1]["elements"].append(one)
    return {"title": "Generated", "pages": pages}


def form(logic, path):
    rows = [["survey"], ["", "type", "name", "label", "relevant", "constraint"]]
    lists = [["choices"], ["", "list_name", "name", "label"], ["", "yesno", "yes", "Yes"], ["", "yesno", "no", "No"]]
    for number, question, rule in in_order(logic):
        if number % STAGE == 0 and question:
            if number:
                rows.append(["", "end_group"])
            rows.append(["", "begin_group", f"s{number // STAGE}", f"Part {number // STAGE}"])
        when = (rule or question)["when"]
        relevant = expression(when, OF_FORM) if when else ""
        if rule:
            rows.append(["", "note", f"r{number}", f"Something is wrong at {number}", relevant])
            continue
        kind, options = kind_of(question)
        ask = f"What do you say to point {number} of this long list?"
        if kind == "YesNo":
            rows.append(["", "select_one yesno", f"q{number}", ask, relevant])
        elif kind == "Number":
            rows.append(["", "integer", f"q{number}", ask, relevant, ". >= 0 and . <= 100"])
        else:
            rows.append(["", f"select_one l{number}", f"q{number}", ask, relevant])
            lists += [["", f"l{number}", f"o{at}", f"The answer number {at} to {number}"] for at in range(options)]
    rows.append(["", "end_group"])
    with path.open("w", newline="") as file:
        csv.writer(file).writerows(rows + lists)


def safeshore():
    """Seconds for reading and linting, as the bench says them."""
    row = next(line for line in run("cargo", "bench", "--bench", "check", "--", "lint").splitlines() if line.startswith("lint"))
    amount, unit = re.fullmatch(r"([\d.]+)(µs|ms|s)", row.split()[3]).groups()
    return float(amount) * {"µs": 1e-6, "ms": 1e-3, "s": 1}[unit]


def main():
    WORK.mkdir(parents=True, exist_ok=True)
    run("cargo", "bench", "--bench", "check", "--", "--write", WORK)
    logic = json.loads((WORK / "logic.json").read_text())
    (WORK / "survey.json").write_text(json.dumps(survey(logic)))
    form(logic, WORK / "form.csv")
    for script in ("survey.mjs", "form.py"):
        shutil.copy(HERE / script, WORK)
    (WORK / "package.json").write_text('{"private": true}')
    run("npm", "install", "--no-audit", "--no-fund", SURVEY_CORE, cwd=WORK)
    venv.create(WORK / "venv", with_pip=True)
    python = WORK / "venv" / ("Scripts" if sys.platform == "win32" else "bin") / "python"
    run(python, "-m", "pip", "install", "--quiet", PYXFORM)

    ours = safeshore()
    linter = json.loads(run("node", "survey.mjs", "survey.json", cwd=WORK))
    converter = json.loads(run(python, "form.py", "form.csv", cwd=WORK))
    print(f"{'':<14} {'seconds':>8} {'ratio':>7}")
    for name, seconds in (("safeshore", ours), (SURVEY_CORE, linter["seconds"]), (PYXFORM, converter["seconds"])):
        print(f"{name:<18} {seconds:>8.3f} {seconds / ours:>7.1f}")
    print(f"\nSurveyJS found {linter['rules']}, pyxform gave {converter['warnings']} warnings")


if __name__ == "__main__":
    main()
