/** Limits of checks, decisions and kept heads. */

/** A curator's own checks per data set. */
export const MOST_OWN_CHECKS = 50;

/** Lists that are decided about in one step. */
export const MOST_DECIDED_AT_ONCE = 10_000;

/** Characters of a kept head, with the signatures of all who signed it too. */
export const LONGEST_HEAD = 65_536;

/** Findings that the decision of one profile remembers: one of each check. */
export const MOST_DECIDED_FINDINGS = 100;

/** Rules of a data set that a person has confirmed. */
export const MOST_CONFIRMED_RULES = 1000;

/** Causes that explain the odd lists by themselves; the others are reasons of their own. */
export const MOST_CAUSES = 5;

/** The most titles that an answer names for a cause, and for a rule that placed what checks would find. */
export const TITLES_TOLD = 3;
