"""Safeshore, pandoc and docxtpl make a Word file of the same report; see README.md."""

import json
import statistics
import subprocess
import sys
import time
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
WORK = ROOT / "target" / "compare"
DOCXTPL = "docxtpl==0.20.2"
RUNS = 5


def run(*command):
    done = subprocess.run([str(part) for part in command], cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True)
    return done.stdout


def plain(line):
    return "".join(one["text"] for one in line)


def said(entry):
    """A term, and what is said of it in lines."""
    details = ["".join([f"{one['label']}: " if one.get("label") else "", plain(one["line"])]) for one in entry["details"]]
    return {"term": entry["term"], "details": "\n".join(details)}


def finding(found):
    action = found["action"]
    yield {"style": "Heading 3", "text": f"{found['number']}. {found['title']}"}
    yield {"style": "Normal", "text": found["because"]}
    yield {"style": "Normal", "text": f"{action['what']} ({action['who']}, {action['before']})"}
    yield {"rows": [said(one) for one in found["evidence"] + found["law"]]}
    yield {"style": "Normal", "text": plain(found["clauses"])}
    yield {"style": "Normal", "text": plain(found["authority"])}


def items(block):
    """What a block says as paragraphs, and tables of two columns."""
    (kind, body), = block.items()
    if kind == "paragraph":
        yield {"style": "Normal", "text": plain(body)}
    elif kind == "list":
        yield from ({"style": "List Bullet", "text": plain(item)} for item in body["items"])
    elif kind == "entries":
        yield {"rows": [said(one) for one in body]}
    elif kind == "finding":
        yield from finding(body)
    elif kind == "table":
        yield {"rows": [{"term": plain(row[0]), "details": "\n".join(map(plain, row[1:]))} for row in body["rows"]]}
    elif kind == "actions":
        rows = [(row["step"], row) for row in body["rows"]]
        yield {"rows": [{"term": step["what"], "details": f"{step['who']}\n{plain(row['findings'])}"} for step, row in rows]}
    else:
        yield {"style": "Normal", "text": body["title"] + "\n" + body["reading"]}


def section(part, level):
    yield {"style": f"Heading {min(level, 3)}", "text": part["title"]}
    for block in part["blocks"]:
        yield from items(block)
    for inner in part["parts"]:
        yield from section(inner, level + 1)


def template(path):
    """A template with a loop over all items."""
    import docx

    styles = ["Heading 1", "Heading 2", "Heading 3", "Normal", "List Bullet"]
    made = docx.Document()
    made.add_paragraph("{{ title }}", style="Title")
    made.add_paragraph("{%p for item in items %}")
    for style in styles:
        made.add_paragraph(f"{{%p if item.style == '{style}' %}}")
        made.add_paragraph("{{ item.text }}", style=style)
        made.add_paragraph("{%p endif %}")
    made.add_paragraph("{%p if item.rows %}")
    table = made.add_table(rows=3, cols=2, style="Table Grid")
    table.cell(0, 0).text = "{%tr for row in item.rows %}"
    table.cell(1, 0).text, table.cell(1, 1).text = "{{ row.term }}", "{{ row.details }}"
    table.cell(2, 0).text = "{%tr endfor %}"
    made.add_paragraph("{%p endif %}")
    made.add_paragraph("{%p endfor %}")
    made.save(path)


def in_docxtpl():
    """Seconds for one file, reading the template and the data included, and the start of Python not."""
    from docxtpl import DocxTemplate

    template(WORK / "template.docx")
    times = []
    for _ in range(RUNS):
        start = time.perf_counter()
        document = json.loads((WORK / "report.json").read_text())["document"]
        filled = DocxTemplate(WORK / "template.docx")
        shown = [item for part in document["sections"] for item in section(part, 1)]
        filled.render({"title": document["title"], "items": shown}, autoescape=True)
        filled.save(WORK / "docxtpl.docx")
        times.append(time.perf_counter() - start)
    print(statistics.median(times))


def in_pandoc():
    times = []
    for _ in range(RUNS):
        start = time.perf_counter()
        run("pandoc", WORK / "report.md", "-o", WORK / "pandoc.docx")
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def main():
    WORK.mkdir(parents=True, exist_ok=True)
    own = float(run("cargo", "bench", "--bench", "report", "--", "--write", WORK).split()[-1])
    python = WORK / "docxtpl" / "bin" / "python"
    if not python.exists():
        venv.create(WORK / "docxtpl", with_pip=True)
        run(python, "-m", "pip", "install", "--quiet", DOCXTPL, "docxcompose")
    others = {
        DOCXTPL: float(run(python, __file__, "--docxtpl").split()[-1]),
        run("pandoc", "--version").split("\n")[0]: in_pandoc(),
    }
    print(f"{'':<22}{'seconds':>9}{'ratio':>8}")
    for name, seconds in {"safeshore": own, **others}.items():
        print(f"{name:<22}{seconds:>9.3f}{seconds / own:>8.1f}")


in_docxtpl() if "--docxtpl" in sys.argv else main()
