/** Limits shared by several parts of the program: contract, engine, command line and window. */

/** Places of a list that are evaluated, hashed, exported, and shown by default. */
export const LIST_LENGTH = 25;
/** Places of a list that a run stores: more than are shown, so that filters can move titles up. */
export const STORED_PLACES = 100;
/** Nearest profiles that are shown or mixed in. */
export const MOST_NEIGHBOURS = 200;
/** Latent directions of a run that are computed, shown and pushed along. */
export const MOST_DIRECTIONS = 64;
/** When looking at a folder before reading it: files, columns per file, and characters of a name or value. */
export const MOST_FILES_SHOWN = 40;
export const MOST_COLUMNS_SHOWN = 200;
export const LONGEST_CELL = 200;
/** Files per table; files and folders searched for them, and how deep they may lie. */
export const MOST_PARTS = 5000;
export const MOST_FILES_BELOW = 50_000;
export const MOST_FOLDERS_DEEP = 8;
/**
 * For a workbook (.xlsx): bytes of the file, bytes read from it, and bytes of its rows as text; cells of a sheet,
 * including empty and missing ones; and characters of a sheet's name.
 */
export const MOST_WORKBOOK_BYTES = 67_108_864;
export const MOST_WORKBOOK_INFLATED = 268_435_456;
export const MOST_WORKBOOK_CELLS = 10_000_000;
export const LONGEST_SHEET_NAME = 200;
/** Sheets of a workbook shown before it is read. */
export const MOST_SHEETS_SHOWN = 10;
/**
 * Bytes of a message from a page. The largest are sets of rules, selected profiles and profiles of a merge, whose
 * limits are in characters: one takes up to three bytes, six if JSON escapes it. A larger message closes the socket, so
 * limits on input must stay below.
 */
export const MOST_MESSAGE_BYTES = 4_194_304;
/**
 * Profiles that a filter names one by one, and total characters of their IDs: a filter passes a socket in one message.
 */
export const MOST_CHOSEN_PROFILES = 10_000;
export const MOST_CHOSEN_CHARACTERS = 400_000;
/** Noisy copies of a history that a list is compared with. */
export const MOST_COPIES = 1000;
/** A list is shaky if less than this share of it stays under noise. */
export const SHAKY = 0.5;
/** Seeds that one request trains: a row of a leaderboard, a run, a sweep. */
export const MOST_SEEDS = 100;
/** Seeds are below this number. */
export const SEEDS = 0x100000000;

/** In characters: the name of a run, of something stored with a data set, and a note. */
export const LONGEST_RUN_NAME = 200;
export const LONGEST_KEPT_NAME = 100;
export const LONGEST_NOTE = 10_000;
/** For the ID of a profile in a bundle or an exchange. */
export const LONGEST_PROFILE_ID = 1000;
/** For labels of a data set: all of them must pass a socket in one message. */
export const MOST_LABELS = 2000;
export const MOST_GENRE_COLOURS = 500;
export const LONGEST_LABEL = 100;
export const LONGEST_ATTRIBUTE_NAME = 1000;
export const LONGEST_ATTRIBUTE_VALUE = 1000;
export const MOST_LABEL_CHARACTERS = 200_000;
/** In characters, for the name of a cluster. */
export const LONGEST_CLUSTER_NAME = 60;
/** In characters, for a path that the window sends to its host. */
export const LONGEST_PATH = 4096;
/** In characters, for the text of a system notification. */
export const LONGEST_NOTIFICATION = 1000;
/** In characters: the last output of a child process, kept to explain its end. */
export const OUTPUT_KEPT = 4096;
/**
 * Rules per set; values per condition; characters of a set's JSON, which passes a socket in one message; characters of
 * an ID or series in one.
 */
export const MOST_RULES = 200;
export const MOST_RULE_VALUES = 5000;
export const MOST_RULE_CHARACTERS = 400_000;
export const LONGEST_RULE_TITLE = 1000;
/** Of what a rule names and the data does not have. */
export const MOST_GONE_SHOWN = 20;

/**
 * Share of the computer's memory for a run's events while they are read, sorted and split, and bytes per event then.
 * More events are sorted on disk (docs/data-format.md, Shards).
 */
export const EVENTS_MEMORY_SHARE = 0.25;
export const EVENT_BYTES = 20;
/** The same for work that holds all pairs of profile and title at once: more pairs are refused. */
export const PAIRS_MEMORY_SHARE = 0.5;
export const PAIR_BYTES = 16;
/** The same for the window, which holds all viewings of an open data set: bytes per event while sorting. */
export const VIEWING_BYTES = 32;
/** Bytes of a shard; sorting it in memory takes four times as much. */
export const SHARD_BYTES = 33_554_432;

/** Stored sorted selections per data set: the last used ones. */
export const MOST_SELECTIONS_SORTED = 3;

/** Events that a recipe selects: 32-bit numbers index them. */
export const MOST_EVENTS = 2_147_483_647;
/** Profiles, and titles: IDs are keys of a Map, which has no room for more in Node. */
export const MOST_IDS = 16_777_216;
/**
 * Characters of all IDs of a run with their JSON: vocabulary.json is read as one string, and Node's are at most
 * 536,870,888 long.
 */
export const MOST_VOCABULARY_CHARACTERS = 400_000_000;

/** Smaller groups of profiles are the best or the worst by chance: a sentence names larger ones where there are any. */
export const FEWEST_IN_GROUP = 20;

/** Runs of which is asked at once how much of what was watched next they found. */
export const MOST_RUNS_FOUND = 1000;
