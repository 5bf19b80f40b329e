/** Limits of the steps of a shelf. */

/** Weeks before the last viewing that tell the pace. */
export const PACE_WEEKS = 4;
/** A shelf that lasts longer by the pace has no week: so far ahead the catalogue changes first. */
export const MOST_WEEKS_AHEAD = 52;
/** Weeks before a shelf runs empty in which the board tells it. */
export const WEEKS_TOLD_AHEAD = 8;
/** A step made a share what it is if it moved it by more than this part of the share on the shelf; the shelf itself did where none moved it so far. */
export const MOVED_PART = 0.25;
/** Values of an attribute that are offered, those with most places first. */
export const MOST_VALUES_OFFERED = 100;
