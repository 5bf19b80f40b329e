/** Patterns of covers: tiles of 24 by 24, which mean nothing and are told apart at a glance. */
const TILES = {
  dots: 'M6 1.8a4.2 4.2 0 1 0 0 8.4a4.2 4.2 0 1 0 0-8.4M18 13.8a4.2 4.2 0 1 0 0 8.4a4.2 4.2 0 1 0 0-8.4',
  bars: 'M0 2h24v7H0zM0 14h24v3H0z',
  slant: 'M0 0h12L0 12zM24 0v12L12 24H0z',
  waves: 'M0 8c6 0 6 8 12 8s6-8 12-8v7c-6 0-6 8-12 8S6 15 0 15z',
  scales:
    'M0 0a12 12 0 0 0 24 0h-5a7 7 0 0 1-14 0zM0 12v5a7 7 0 0 1 7 7h5a12 12 0 0 0-12-12zm24 0a12 12 0 0 0-12 12h5a7 7 0 0 1 7-7z',
  checks: 'M0 0h12v12H0zM12 12h12v12H12z',
  grid: 'M0 10h24v4H0zM10 0h4v10h-4zM10 14h4v10h-4z',
  peaks: 'M0 24 12 4l12 20z',
  plus: 'M4 1h4v3h3v4H8v3H4V8H1V4h3zM16 13h4v3h3v4h-3v3h-4v-3h-3v-4h3z',
  rings: 'M12 2a10 10 0 1 0 0 20a10 10 0 1 0 0-20M12 6a6 6 0 1 1 0 12a6 6 0 1 1 0-12',
  zigzag: 'M0 6 12 16 24 6v7L12 23 0 13z',
  petals:
    'M0 0a12 12 0 0 1 12 12A12 12 0 0 1 0 0zM24 0a12 12 0 0 1-12 12A12 12 0 0 1 24 0zM0 24a12 12 0 0 1 12-12A12 12 0 0 1 0 24zM24 24a12 12 0 0 1-12-12 12 12 0 0 1 12 12z',
} as const;
export type Pattern = keyof typeof TILES;
export const PATTERNS = Object.keys(TILES) as Pattern[];

/** A tile as a background. A picture of its own colour is decoded once for all covers that have it; a mask would be composed for each. */
export function tileOf(pattern: Pattern, colour: string): string {
  const picture = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><path fill="${colour}" fill-rule="evenodd" d="${TILES[pattern]}"/></svg>`;
  return `url("data:image/svg+xml,${encodeURIComponent(picture)}")`;
}
