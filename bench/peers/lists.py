"""implicit's side of bench/lists: `lists.py FOLDER`; each line `lists` recommends 25 titles to every profile from 256 ALS factors."""

import json
import resource
import sys
import time
from pathlib import Path

import numpy as np
from implicit.cpu.als import AlternatingLeastSquares
from scipy.sparse import csr_matrix

folder = Path(sys.argv[1])
facts = json.loads((folder / "facts.json").read_text())
offsets, indices = (np.fromfile(folder / name, dtype=np.int32) for name in ("offsets", "indices"))
values = np.fromfile(folder / "values", dtype=np.float32)
shape = (facts["profiles"], facts["items"])
histories = csr_matrix((values, indices, offsets), shape=shape)
# Timing does not depend on what a model has learned: random factors suffice.
model = AlternatingLeastSquares(factors=256, num_threads=2)
random = np.random.default_rng(1)
model.user_factors = random.standard_normal((shape[0], 256), dtype=np.float32)
model.item_factors = random.standard_normal((shape[1], 256), dtype=np.float32)

for line in sys.stdin:
    started, processor = time.perf_counter(), time.process_time()
    model.recommend(np.arange(shape[0]), histories, N=25, filter_already_liked_items=True)
    answer = {
        "seconds": time.perf_counter() - started,
        "processor": time.process_time() - processor,
        "megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }
    print(json.dumps(answer), flush=True)
