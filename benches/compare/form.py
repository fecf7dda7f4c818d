"""Time of pyxform on a form, in seconds, with its warnings: python form.py FORM.csv"""

import json
import sys
import time

from pyxform.xls2xform import convert

times, warnings = [], []
for _ in range(3):
    start = time.perf_counter()
    warnings = convert(xlsform=sys.argv[1], file_type=".csv", form_name="generated").warnings
    times.append(time.perf_counter() - start)
print(json.dumps({"seconds": sorted(times)[1], "warnings": len(warnings)}))
