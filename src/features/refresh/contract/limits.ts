/** Limits of refreshes. */

/** Stored refreshes of a workspace: one answer lists them all. */
export const MOST_REFRESHES = 200;
