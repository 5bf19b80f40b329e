/** Limits of answers about changed lists. */

export const MOST_CHANGED_TITLES = 300;
export const MOST_CHANGED_LISTS = 100;
/** Profiles to compare before other calls get their turn. */
export const PROFILES_PER_TURN = 1024;
/** Titles named for one list on each side. */
export const MOST_TITLES_NAMED = 3;
/** Titles shown for one reason on each side. */
export const MOST_TITLES_OF_REASON = 6;
/** Runs of other seeds that a run is compared with, to know what is chance. */
export const MOST_SEEDS_BESIDE = 4;
/** Seconds of training up to which chance is measured without being asked for. */
export const MEASURED_BY_ITSELF = 600;
/** Lines of the picture. */
export const MOST_LINES = 24;
