/** What an approval of version 0.2.0 says nothing of. */
export const SAID_NOTHING_OF = { rulesDate: null, rules: null, tuning: null, deliveredSha256: null } as const;
