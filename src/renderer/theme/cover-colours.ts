/** The colours of drawn covers: a bookcloth and the paper pasted on it, alike in every theme, as real books are. */

export interface CoverColours {
  readonly cloth: string;
  readonly motif: string;
}

/** Neighbours differ in hue and lightness; each motif stands out from its cloth (cover.test.ts). */
export const COVER_COLOURS: readonly CoverColours[] = [
  { cloth: '#1f6f78', motif: '#f6c453' },
  { cloth: '#b5483a', motif: '#f9e3c4' },
  { cloth: '#e2a52d', motif: '#5b2a1c' },
  { cloth: '#2b3f73', motif: '#f6b9a8' },
  { cloth: '#f0d9b5', motif: '#a63d2f' },
  { cloth: '#3c6b3f', motif: '#f5d76e' },
  { cloth: '#6d3b6b', motif: '#f4bfcd' },
  { cloth: '#8fc1dd', motif: '#1f3a5f' },
  { cloth: '#d8694a', motif: '#fff0d6' },
  { cloth: '#a9d5c3', motif: '#1d4b45' },
  { cloth: '#b34f6c', motif: '#ffe6c4' },
  { cloth: '#464f5e', motif: '#f3a55a' },
  { cloth: '#5b54a0', motif: '#fbe7a2' },
  { cloth: '#e8b7c0', motif: '#6b2741' },
  { cloth: '#6f7030', motif: '#fdf2cc' },
  { cloth: '#0f4c5c', motif: '#ef8f6b' },
];

/** The label of the episode: ink on paper. */
export const COVER_LABEL = { paper: '#fffaf0', ink: '#26221d' } as const;
