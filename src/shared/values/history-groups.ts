/** The groups by length of the history in which scores are told. A record names a group by its label. */
export const HISTORY_GROUPS = [
  { label: 'no watched titles', least: 0, most: 0 },
  { label: '1 to 4 watched titles', least: 1, most: 4 },
  { label: '5 to 19 watched titles', least: 5, most: 19 },
  { label: '20 and more watched titles', least: 20, most: Infinity },
] as const;

/** @param watched number of different titles */
export const historyGroup = (watched: number): (typeof HISTORY_GROUPS)[number] =>
  HISTORY_GROUPS.find(({ most }) => watched <= most)!;
