/** The profiles before and after one in a list that may have changed since it was opened. */
import type { ReadProfiles } from '../../../profiles/window/public';
import type { GridSort } from '../../../../renderer/components/grid/DataGrid';

interface Neighbour {
  profile: string;
  place: number;
}

interface Around {
  /** Null if the profile has left the list; previous and next then surround its old place. */
  place: number | null;
  total: number;
  previous: Neighbour | null;
  next: Neighbour | null;
}

/** @param seen the profile's place when last seen; null if the list was never open */
export async function profilesAround(
  read: ReadProfiles,
  sort: GridSort | undefined,
  profile: string,
  seen: number | null,
): Promise<Around> {
  const from = Math.max(0, (seen ?? 0) - 1);
  const { total, start, rows } = await read(from, from + 3, sort, profile);
  const at = (place: number): Neighbour | null => {
    const row = rows[place - start];
    return row === undefined ? null : { profile: row.profile, place };
  };
  const index = rows.findIndex((row) => row.profile === profile);
  if (index >= 0) {
    const place = start + index;
    return { place, total, previous: at(place - 1), next: at(place + 1) };
  }
  const old = seen ?? 0;
  return { place: null, total, previous: at(old - 1), next: at(old) };
}
