/** Limits of weeks. */

/** Covers of a strip of the board. */
export const MOST_COVERS = 8;
