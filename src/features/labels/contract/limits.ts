/** Limits of pictures of titles. */

/** For a picture of a title: bytes of its file, and width times height. Fifty fit on a screen. */
export const MOST_POSTER_BYTES = 1_048_576;
export const MOST_POSTER_PIXELS = 4_000_000;
