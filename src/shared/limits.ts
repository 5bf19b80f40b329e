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
/** Of a folder that is looked at before it is read: files, columns of one, and characters of a name or value. */
export const MOST_FILES_SHOWN = 40;
export const MOST_COLUMNS_SHOWN = 200;
export const LONGEST_CELL = 200;
/** Files that one table may be cut into; files of a folder and its folders that are looked through for them, and how deep those may lie. */
export const MOST_PARTS = 5000;
export const MOST_FILES_BELOW = 50_000;
export const MOST_FOLDERS_DEEP = 8;
/** Of a workbook (.xlsx): bytes of the file, bytes of what is read of it, and of its rows as text; cells of a sheet with the empty ones, those that a row is short of its header too; and characters of the name of a sheet. */
export const MOST_WORKBOOK_BYTES = 67_108_864;
export const MOST_WORKBOOK_INFLATED = 268_435_456;
export const MOST_WORKBOOK_CELLS = 10_000_000;
export const LONGEST_SHEET_NAME = 200;
/** Sheets of a workbook that are looked at before it is read. */
export const MOST_SHEETS_SHOWN = 10;
/**
 * Bytes of one message of a page. The largest are sets of rules, chosen profiles and the profiles of a merge, whose limits are in characters: one
 * takes up to three bytes, six where JSON escapes it. A larger message closes the socket, so that limits of what goes in have to be below it.
 */
export const MOST_MESSAGE_BYTES = 4_194_304;
/** Profiles that a filter names one by one, and characters of their IDs together: a filter passes a socket in one message. */
export const MOST_CHOSEN_PROFILES = 10_000;
export const MOST_CHOSEN_CHARACTERS = 400_000;
/** Profiles that a report of a run shows as examples. */
export const MOST_REPORT_EXAMPLES = 10;
export const DEFAULT_REPORT_EXAMPLES = 3;
/** Noisy copies of a history that a list is held against. */
export const MOST_COPIES = 1000;
/** A list is shaky where less than this share of it stays under such noise. */
export const SHAKY = 0.5;
/** Profiles that stand for all of a run where not all are measured. */
export const SAMPLED_PROFILES = 500;
/** Seeds that each row of a leaderboard is trained with. */
export const MOST_SEEDS = 100;
/** Seeds are numbers below this. */
export const SEEDS = 0x100000000;

/** In characters: the name of a run, of something that is kept with a data set, and a note. */
export const LONGEST_RUN_NAME = 200;
export const LONGEST_KEPT_NAME = 100;
export const LONGEST_NOTE = 10_000;
/** Of the ID of a profile that comes in a bundle or an exchange. */
export const LONGEST_PROFILE_ID = 1000;
/** Of the names that a data set's attributes and values are shown by; all of them must pass a socket in one message. */
export const MOST_LABELS = 2000;
export const MOST_GENRE_COLOURS = 500;
export const LONGEST_LABEL = 100;
export const LONGEST_ATTRIBUTE_NAME = 1000;
export const LONGEST_ATTRIBUTE_VALUE = 1000;
export const MOST_LABEL_CHARACTERS = 200_000;
/** Of a picture of a title: bytes of its file, and width times height. Fifty of them are on a screen at a time. */
export const MOST_POSTER_BYTES = 1_048_576;
export const MOST_POSTER_PIXELS = 4_000_000;
/** In characters, of the name of a cluster. */
export const LONGEST_CLUSTER_NAME = 60;
/** In characters, of a path that the window sends to its host. */
export const LONGEST_PATH = 4096;
/** In characters, of the text under a system notification's title. */
export const LONGEST_NOTIFICATION = 1000;
/** How much of what a child process prints is kept for the reason of its end, in characters. */
export const OUTPUT_KEPT = 4096;
/** Rules of a set; values of one condition; characters of JSON of a set, which passes a socket in one message; of an ID or a series in one. */
export const MOST_RULES = 200;
export const MOST_RULE_VALUES = 5000;
export const MOST_RULE_CHARACTERS = 400_000;
export const LONGEST_RULE_TITLE = 1000;
/** Profiles that are shown with what rules do to their lists, and promises named that could not be kept. */
export const MOST_RULED_SHOWN = 20;
export const MOST_BROKEN_SHOWN = 1000;
/** Refreshes of a workspace that are kept: all of them are listed in one answer. */
export const MOST_REFRESHES = 200;
/** Titles without viewings that are named beside the first lines of an export. */
export const MOST_NEW_SHOWN = 50;

/** Checks of a curator's own for one data set. */
export const MOST_OWN_CHECKS = 50;

/**
 * Of a map: points that are laid out themselves (the others lie beside those that they are most like), the nearest of each that it is drawn to, and
 * dimensions in which they are looked for. At this limit the layout takes some 20 s and 200 MB.
 */
export const MOST_LAID_OUT = 20_000;
export const MAP_NEIGHBOURS = 15;
export const MAP_DIMENSIONS = 32;
/** Clusters of a map, and groups that its points are coloured by: no more than colours that can be told apart. */
export const MOST_MAP_CLUSTERS = 12;
export const MOST_MAP_GROUPS = 11;
/** Latent directions that a map shows. */
export const MOST_MAP_DIRECTIONS = 6;

/** Parts that the lists of a run may be made in. */
export const MOST_LIST_PARTS = 10_000;
/** Of a sweep: its trials, its knobs, the values that one of them may have. */
export const MOST_TRIALS = 10_000;
export const MOST_SWEPT_KNOBS = 20;
export const MOST_KNOB_VALUES = 1000;

/**
 * Of the computer's memory: the share that the events of a run may take while they are read, sorted and split, and the bytes that each takes then.
 * More of them are sorted on disk (docs/data-format.md, Shards).
 */
export const EVENTS_MEMORY_SHARE = 0.25;
export const EVENT_BYTES = 20;
/** The same for what holds all pairs of profile and title at once, whichever way they are read: more of them are refused. */
export const PAIRS_MEMORY_SHARE = 0.5;
export const PAIR_BYTES = 16;
/** And for the window, which holds all that profiles watched of an open data set: bytes of an event while they are put in order. */
export const VIEWING_BYTES = 32;
/** Of one shard; it is sorted in memory, where it takes four times as much. */
export const SHARD_BYTES = 33_554_432;

/** Selections of one data set whose sorted events are kept: those that were used last. */
export const MOST_SELECTIONS_SORTED = 3;

/** Events that a recipe selects: each has a place in arrays that are numbered in 32 bits. */
export const MOST_EVENTS = 2_147_483_647;
/** Profiles, and titles: each is found by its ID, and a Map of Node has no room for more. */
export const MOST_IDS = 16_777_216;
/** Of all IDs of a run with what stands around them: vocabulary.json is read as one text, and Node has none of more than 536,870,888. */
export const MOST_VOCABULARY_CHARACTERS = 400_000_000;
