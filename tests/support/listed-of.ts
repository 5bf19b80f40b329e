/** Histories and lists by hand, for tests. */
import type { Listed } from '../../src/features/quality/engine/listed';

/** Rows of titles, watched and recommended; lists end with -1. */
export function listedOf(titles: number, rows: readonly { watched: number[]; list: number[] }[]): Listed {
  const indices = rows.flatMap(({ watched }) => watched);
  const count = Math.max(...rows.map(({ list }) => list.length));
  return {
    histories: {
      rows: rows.length,
      columns: titles,
      offsets: Int32Array.from([
        0,
        ...rows.map((_, row) => rows.slice(0, row + 1).flatMap(({ watched }) => watched).length),
      ]),
      indices: Int32Array.from(indices),
      values: new Float32Array(indices.length).fill(1),
    },
    lists: {
      count,
      items: Int32Array.from(
        rows.flatMap(({ list }) => Array.from({ length: count }, (_, place) => list[place] ?? -1)),
      ),
      scores: new Float32Array(rows.length * count),
    },
  };
}
