/** What an approval of an early build before 1.0 says nothing of. */
export const SAID_NOTHING_OF = { rulesDate: null, rules: null, tuning: null, deliveredSha256: null } as const;
