/** The colours of typeset covers, alike in every theme, as real books are. None is the teal of an action. */

export interface CoverColours {
  readonly ground: string;
  readonly ink: string;
}

/** Each ink can be read on its ground, and the ground on its ink: some series have their pair turned round (cover.test.ts). */
export const COVER_PAIRS: readonly CoverColours[] = [
  { ground: '#24386b', ink: '#ffd2ae' },
  { ground: '#a93a2b', ink: '#ffeccc' },
  { ground: '#f0b740', ink: '#4a1f12' },
  { ground: '#f3e2c0', ink: '#8a2b20' },
  { ground: '#2c5a38', ink: '#f7dc7a' },
  { ground: '#5e2f5d', ink: '#ffc9d6' },
  { ground: '#9ccbe4', ink: '#17325a' },
  { ground: '#f2937a', ink: '#40141a' },
  { ground: '#bfe0d0', ink: '#1d3f35' },
  { ground: '#9c3b5b', ink: '#ffe7cf' },
  { ground: '#3b4452', ink: '#ffb56b' },
  { ground: '#4c4494', ink: '#fde9a4' },
  { ground: '#f2c3cb', ink: '#64203d' },
  { ground: '#5d6028', ink: '#fff3c9' },
  { ground: '#f6dd6b', ink: '#29386e' },
  { ground: '#68402d', ink: '#fadcb8' },
  { ground: '#cfc3ec', ink: '#3b2a73' },
  { ground: '#97c47a', ink: '#1b3820' },
];

/** Grey paper: a title without a name looks unfinished. */
export const NAMELESS: CoverColours = { ground: '#e6e4df', ink: '#4f5959' };

/** Percent of the ink in the colour of a pattern: it carries a mood, and no word is read on it. */
const INK_OF_PATTERN = 58;

export function patternColour({ ground, ink }: CoverColours): string {
  const channel = (colour: string, at: number): number => Number.parseInt(colour.slice(at, at + 2), 16);
  const mixed = [1, 3, 5].map((at) =>
    Math.round((channel(ink, at) * INK_OF_PATTERN + channel(ground, at) * (100 - INK_OF_PATTERN)) / 100),
  );
  return `#${mixed.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}
