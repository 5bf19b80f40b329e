/** Limits of the audit. */

/** Children who are asked about; of more they are drawn. */
export const MOST_ASKED = 2000;
/** Values of an attribute that children are given; of more those that most children have. */
export const MOST_VALUES = 12;
/** Trainings on shuffled attributes that say what chance moves, and how far two trainings are apart. Fewer leave little but large effects to find. */
export const SHUFFLES = 4;
/** Children named with a finding, those of whom it is truest first. */
export const MOST_NAMED = 10;
/** Places at each end of a list whose age marks are compared. */
export const END_PLACES = 8;
