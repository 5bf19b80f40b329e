/** The profiles before and after one in a list that may have changed since it was opened. */
import type { GridPage } from '../../components/grid/DataGrid';

interface Around {
  /** Null where the profile is no longer in the list; before and after are then those around its old place. */
  place: number | null;
  total: number;
  previous: { profile: string; place: number } | null;
  next: { profile: string; place: number } | null;
}

interface Row {
  profile: string;
}

const ALL = 1_000_000;

function at(rows: readonly Row[], index: number, start = 0): { profile: string; place: number } | null {
  const row = rows[index];
  return row === undefined ? null : { profile: row.profile, place: start + index };
}

/** @param place where the profile was when last seen; null where the list has not been open */
export async function profilesAround(
  read: (start: number, end: number) => Promise<GridPage<Row>>,
  profile: string,
  place: number | null,
): Promise<Around> {
  if (place !== null) {
    const start = Math.max(0, place - 1);
    const { total, rows } = await read(start, place + 2);
    const index = place - start;
    if (rows[index]?.profile === profile)
      return { place, total, previous: at(rows, index - 1, start), next: at(rows, index + 1, start) };
  }
  // A reload, a link from elsewhere, or a list that has moved on: looked for once.
  const { total, rows } = await read(0, ALL);
  const index = rows.findIndex((row) => row.profile === profile);
  if (index >= 0) return { place: index, total, previous: at(rows, index - 1), next: at(rows, index + 1) };
  const old = place ?? 0;
  return { place: null, total, previous: at(rows, old - 1), next: at(rows, old) };
}
