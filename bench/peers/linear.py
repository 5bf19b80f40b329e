"""implicit's side of bench/linear: `linear.py FOLDER`; each line `als FACTORS PASSES` or `item-knn NEIGHBOURS` fits a model."""

import json
import resource
import sys
import time
from pathlib import Path

import numpy as np
from implicit.cpu.als import AlternatingLeastSquares
from implicit.nearest_neighbours import CosineRecommender
from scipy.sparse import csr_matrix

folder = Path(sys.argv[1])
facts = json.loads((folder / "facts.json").read_text())
offsets, indices = (np.fromfile(folder / name, dtype=np.int32) for name in ("offsets", "indices"))
values = np.fromfile(folder / "values", dtype=np.float32)
histories = csr_matrix((values, indices, offsets), shape=(facts["profiles"], facts["items"]))


def model_of(name, *numbers):
    if name == "als":
        factors, passes = map(int, numbers)
        # Its default: conjugate gradients with three steps per pass.
        return AlternatingLeastSquares(factors=factors, iterations=passes, num_threads=2, random_state=1)
    return CosineRecommender(K=int(numbers[0]), num_threads=2)


for line in sys.stdin:
    model = model_of(*line.split())
    started, processor = time.perf_counter(), time.process_time()
    model.fit(histories, show_progress=False)
    answer = {
        "seconds": time.perf_counter() - started,
        "processor": time.process_time() - processor,
        "megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }
    print(json.dumps(answer), flush=True)
