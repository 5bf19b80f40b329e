"""Reads and cleans a history with polars, by the same rules as clean_history.py's `text`, and prints the result as JSON.

usage: clean_history_polars.py FILE...
"""

import json
import resource
import sys
import time

import polars as pl

IDS = ("profile_id", "album_id")


def clean(files: list[str]) -> dict:
    number = pl.col("log_time").str.strip_chars().cast(pl.Int64, strict=False).fill_null(0)
    day = (number // 1_000_000).cast(pl.String).str.to_date("%Y%m%d", strict=False)
    hours, minutes, seconds = number // 10_000 % 100, number // 100 % 100, number % 100
    # Reads several files at once.
    read = pl.read_csv(files[0], infer_schema=False) if len(files) == 1 else pl.scan_csv(files, infer_schema=False).collect()
    frame = read.fill_null("").with_columns(
        *(pl.col(name).str.replace(r"\.0*$", "").alias(f"clean_{name}") for name in IDS),
        (day.cast(pl.Datetime("ms")).dt.epoch("s") + hours * 3600 + minutes * 60 + seconds).alias("time"),
        (day.is_null() | (hours > 23) | (minutes > 59)).alias("impossible"),
        (seconds >= 60).alias("late"),
    )
    missing = pl.any_horizontal(pl.col(name).str.to_lowercase().is_in(["", "nan", "null", "\\n"]) for name in IDS)
    changed = pl.any_horizontal(pl.col(name) != pl.col(f"clean_{name}") for name in IDS)
    kept = frame.filter(~missing & ~pl.col("impossible")).select(
        *(pl.col(f"clean_{name}").alias(name) for name in IDS),
        pl.col("time"),
        *(pl.col(name) for name in frame.columns[:4] if name not in (*IDS, "log_time")),
        (pl.col("late") | changed).alias("repaired"),
    )
    columns = [name for name in kept.columns if name != "repaired"]
    distinct = kept.unique(columns, keep="first", maintain_order=True)
    repaired = int(distinct["repaired"].sum())
    return {
        "rows": len(frame),
        "accepted": len(distinct) - repaired,
        "repaired": repaired,
        "rejected": len(frame) - len(distinct),
    }


if __name__ == "__main__":
    begun = time.perf_counter()
    begun_processor = time.process_time()
    counts = clean(sys.argv[1:])
    taken = {"seconds": time.perf_counter() - begun, "processorSeconds": time.process_time() - begun_processor}
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({**counts, **taken, "megabytes": memory, "version": pl.__version__}))
