"""numpy's side of EASE in bench/linear: `ease.py FOLDER`; each line `float32 RIDGE` or `float64 RIDGE` finds all weights from title to title."""

import json
import resource
import sys
import time
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix

folder = Path(sys.argv[1])
facts = json.loads((folder / "facts.json").read_text())
offsets, indices = (np.fromfile(folder / name, dtype=np.int32) for name in ("offsets", "indices"))
values = np.fromfile(folder / "values", dtype=np.float32)
histories = csr_matrix((values, indices, offsets), shape=(facts["profiles"], facts["items"]))


def weights_of(x, ridge):
    """B of Steck 2019 (titles x titles) by the inverse of the smaller side."""
    profiles, titles = x.shape
    gram = (x @ x.T if profiles < titles else x.T @ x).toarray()
    gram[np.diag_indices_from(gram)] += ridge
    inverse = np.linalg.inv(gram)
    if profiles < titles:
        weights = x.T @ np.ascontiguousarray((x.T @ inverse).T)
        weights /= 1 - np.diag(weights)
    else:
        weights = inverse
        weights /= -np.diag(weights)
    np.fill_diagonal(weights, 0)
    return weights


for line in sys.stdin:
    precision, ridge = line.split()
    x = histories.astype(precision)
    started, processor = time.perf_counter(), time.process_time()
    weights = weights_of(x, np.dtype(precision).type(ridge))
    answer = {
        "seconds": time.perf_counter() - started,
        "processor": time.process_time() - processor,
        "megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }
    del weights
    print(json.dumps(answer), flush=True)
