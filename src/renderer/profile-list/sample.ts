/** A sample that its seed brings back: for looking at some of many, and saying later which. */
import type { ProfileRow } from '../../shared/contract';
import type { GridSort } from '../components/grid/DataGrid';

export const SAMPLE = 20;

/** Mulberry32: small, and the same everywhere. */
function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Different places from 0 to total - 1, ascending. */
export function samplePlaces(total: number, count: number, seed: number): number[] {
  const random = randomOf(seed);
  const places = new Set<number>();
  const wanted = Math.min(total, count);
  while (places.size < wanted) places.add(Math.floor(random() * total));
  return [...places].sort((left, right) => left - right);
}

const collator = new Intl.Collator('ko', { numeric: true });

function keyOf(row: ProfileRow, column: string): string | number | null {
  if (column.startsWith('attributes.')) return row.attributes[column.slice('attributes.'.length)] ?? null;
  const value = row[column as 'profile' | 'watched' | 'lastActive' | 'recall' | 'score' | 'reviewed'];
  return typeof value === 'boolean' ? Number(value) : value;
}

/** As the engine sorts: what is missing comes last in both directions. */
export function sortSample(rows: readonly ProfileRow[], sort: GridSort | undefined): ProfileRow[] {
  if (sort === undefined) return [...rows];
  return [...rows].sort((left, right) => {
    const [a, b] = [keyOf(left, sort.column), keyOf(right, sort.column)];
    if (a === null || b === null) return Number(a === null) - Number(b === null);
    const order = typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(String(a), String(b));
    return sort.descending ? -order : order;
  });
}
