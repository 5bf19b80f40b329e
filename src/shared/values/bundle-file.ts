/** Extension of a bundled run, which the shell associates with the program and dialogs filter by. */
export const BUNDLE_EXTENSION = 'shelfwise';

/** Filter of open and save dialogs. */
export const BUNDLE_FILTER = { name: 'Shelfwise', extensions: [BUNDLE_EXTENSION] };
