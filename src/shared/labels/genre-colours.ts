/**
 * The colours that a genre can have, by name; the theme of the window has their values. Nobody needs to tell
 * them apart: a genre's colour never stands without its name.
 */
export const GENRE_COLOURS = ['orange', 'sky', 'green', 'yellow', 'blue', 'red', 'purple', 'grey'] as const;
export type GenreColour = (typeof GENRE_COLOURS)[number];
