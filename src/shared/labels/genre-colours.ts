/**
 * The colours that a genre can have, by name; the window's theme has their values. They need not be distinguishable: a
 * genre's colour always stands beside its name.
 */
export const GENRE_COLOURS = ['orange', 'sky', 'green', 'yellow', 'blue', 'red', 'purple', 'grey'] as const;
export type GenreColour = (typeof GENRE_COLOURS)[number];
