/** The program's version, put in by the build; not defined when run from its sources (tests), so ask with `typeof`. */
declare const __SHELFWISE_VERSION__: string;
