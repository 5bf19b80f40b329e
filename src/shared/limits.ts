/** Limits that several parts of the program keep to: contract, engine, command line and window. */

/** Places of a list that are measured, hashed, exported, and shown unless another number is requested. */
export const LIST_LENGTH = 25;
/** Places of a list that a run keeps: more than are shown, so that a filter has something to move up. */
export const STORED_PLACES = 100;
/** Places of a list that one may ask for. */
export const MOST_PLACES = 1000;
/** The same, of a list that is tuned or compared with that of another run. */
export const MOST_TUNED_PLACES = 200;
/** Nearest profiles that are shown, or mixed in. */
export const MOST_NEIGHBOURS = 200;
/** Latent directions of a run that are found, shown and pushed along. */
export const MOST_DIRECTIONS = 64;
/** Seeds that each row of a leaderboard is trained with. */
export const MOST_SEEDS = 100;

/** In characters: the name of a run, of something that is kept with a data set, and a note. */
export const LONGEST_RUN_NAME = 200;
export const LONGEST_KEPT_NAME = 100;
export const LONGEST_NOTE = 10_000;
/** In characters, of a path that the window sends to its host. */
export const LONGEST_PATH = 4096;
/** In characters, of the text under a system notification's title. */
export const LONGEST_NOTIFICATION = 1000;
/** How much of what a child process prints is kept for the reason of its end, in characters. */
export const OUTPUT_KEPT = 4096;
