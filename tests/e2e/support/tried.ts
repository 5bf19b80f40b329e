/** `npm test` tries what no other case covers, `npm run test:e2e -- --all` the further cases too: the suite has minutes, not hours. */
export const triedOf = <Case>(always: readonly Case[], further: readonly Case[]): Case[] =>
  process.env['SHELFWISE_E2E'] === 'all' ? [...always, ...further] : [...always];
