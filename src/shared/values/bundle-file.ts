/** How the file of a bundled run ends: what the shell associates with the program, and what dialogs look for. */
export const BUNDLE_EXTENSION = 'shelfwise';

/** For the dialogs that look for one. */
export const BUNDLE_FILTER = { name: 'Shelfwise', extensions: [BUNDLE_EXTENSION] };
