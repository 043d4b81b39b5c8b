"""What the plugin adds to the start of QGIS, where Python, numpy and Processing are loaded.

    QT_QPA_PLATFORM=offscreen .venv/bin/python benchmarks/startup.py [RUNS]

Every run is a fresh process with the byte code that a first start leaves behind. Medians in
milliseconds of the processor; the mark is 10 ms or less in all. By the clock it is more where other
programs run beside it.
"""

import json
import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
MEASURE = """
import importlib.util, json, sys, time
sys.path.append("/usr/share/qgis/python/plugins")
from qgis.core import QgsApplication
application = QgsApplication([], False)
application.initQgis()
import numpy
from processing.core.Processing import Processing
Processing.initialize()
root = sys.argv[1]
spec = importlib.util.spec_from_file_location(
    "megaregion", root + "/__init__.py", submodule_search_locations=[root]
)
package = importlib.util.module_from_spec(spec)
sys.modules["megaregion"] = package
before = set(sys.modules)
start, started = time.process_time(), time.perf_counter()
spec.loader.exec_module(package)
import megaregion.megaregion_plugin.plugin
import megaregion.processing_algorithms.provider
imported = time.process_time()
plugin = package.classFactory(None)
plugin.initProcessing()
done, ended = time.process_time(), time.perf_counter()
print(json.dumps({
    "import": 1000 * (imported - start),
    "register": 1000 * (done - imported),
    "all": 1000 * (done - start),
    "by the clock": 1000 * (ended - started),
    "modules": len(set(sys.modules) - before),
}))
sys.stdout.flush()
import os
os._exit(0)
"""


def once(environment):
    """Times of one fresh process."""
    result = subprocess.run(
        [sys.executable, "-c", MEASURE, str(ROOT)],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    return json.loads(result.stdout.splitlines()[-1])


def main():
    """Print the medians."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    with tempfile.TemporaryDirectory() as cache:
        environment = {**os.environ, "PYTHONPYCACHEPREFIX": cache}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        once(environment)
        found = [once(environment) for _ in range(runs)]
    for name in found[0]:
        values = [run[name] for run in found]
        print(
            f"{name:12} {statistics.median(values):6.1f}   "
            f"from {min(values):.1f} to {max(values):.1f}"
        )


main()
