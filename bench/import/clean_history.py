"""Reads and cleans a history with pandas, by the rules of docs/data-format.md, and prints the result as JSON.

usage: clean_history.py text|guess FILE...

text   keeps every field as it is written, as the importer does: what is rejected or repaired can be shown.
guess  lets pandas guess the types: faster, but the raw text of odd rows is lost ("12.0" and "12", an empty field and "nan").

Each column is worked on as a whole, and ids and days by their distinct values: no way known to us is faster.
What the importer does and this does not: sorting, a snapshot, its fingerprint, line and raw text of the odd rows, other encodings.
"""

import json
import resource
import sys
import time

import numpy as np
import pandas as pd


def canonical_ids(column: pd.Series) -> tuple[pd.Series, np.ndarray]:
    """IDs as numbers or text without .0, and which rows changed; missing ones stay missing."""
    codes, texts = pd.factorize(column)
    texts = pd.Series(texts, dtype="object").astype(str)
    clean = texts.str.replace(r"\.0*$", "", regex=True)
    missing = texts.str.lower().isin(["", "nan", "null", "\\n"]).to_numpy()
    changed = (clean != texts).to_numpy() & ~missing
    clean = clean.mask(missing).to_numpy()
    found = codes >= 0
    ids = pd.Series(np.where(found, clean.take(codes), None), index=column.index, dtype="object" if not found.all() else None)
    return ids, found & changed.take(codes)


def read(file: str, mode: str) -> pd.DataFrame:
    return pd.read_csv(file, dtype=str, keep_default_na=False) if mode == "text" else pd.read_csv(file)


def clean(mode: str, files: list[str]) -> dict:
    frames = [read(file, mode) for file in files]
    frame = frames[0] if len(frames) == 1 else pd.concat(frames, ignore_index=True)
    rows = len(frame)
    frame["profile_id"], changed_profiles = canonical_ids(frame["profile_id"])
    frame["album_id"], changed_albums = canonical_ids(frame["album_id"])
    missing = (frame["profile_id"].isna() | frame["album_id"].isna()).to_numpy()

    number = pd.to_numeric(frame["log_time"], errors="coerce").fillna(0).astype("int64").to_numpy()
    day_codes, days = pd.factorize(number // 1_000_000)
    starts = pd.to_datetime(pd.Series(days).astype(str), format="%Y%m%d", errors="coerce")
    seconds_of_day = number // 10_000 % 100 * 3600 + number // 100 % 100 * 60 + number % 100
    start_seconds = starts.astype("datetime64[s]").astype("int64").to_numpy()
    possible = starts.notna().to_numpy().take(day_codes)
    impossible = ~possible | (number // 10_000 % 100 > 23) | (number // 100 % 100 > 59)
    frame["log_time"] = start_seconds.take(day_codes) + seconds_of_day
    late = number % 100 >= 60

    rejected = missing | impossible
    frame = frame[~rejected]
    duplicate = frame.duplicated().to_numpy()
    repaired = (late | changed_profiles | changed_albums)[~rejected] & ~duplicate
    frame = frame[~duplicate]
    return {
        "rows": rows,
        "accepted": int(len(frame) - repaired.sum()),
        "repaired": int(repaired.sum()),
        "rejected": int(rejected.sum() + duplicate.sum()),
    }


if __name__ == "__main__":
    begun = time.perf_counter()
    begun_processor = time.process_time()
    counts = clean(sys.argv[1], sys.argv[2:])
    taken = {"seconds": time.perf_counter() - begun, "processorSeconds": time.process_time() - begun_processor}
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({**counts, **taken, "megabytes": memory, "version": pd.__version__}))
