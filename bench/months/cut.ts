/**
 * Cuts a folder of the contest's schema into months: together they have every row once, and the rows of profiles and
 * titles again.
 */
import * as fs from 'node:fs/promises';
import * as path from 'node:path';

/** Tables of events; their third column is the time. */
const OF_EVENTS = ['history_data.csv', 'watch_e_data.csv', 'buy_data.csv', 'search_data.csv'];
const TIME_COLUMN = 2;
/** Repeats some rows of profiles and titles, as services do: one repetition shows that it changes nothing. */
const AGAIN = 6;

/**
 * Works on bytes, whatever their encoding.
 * @param count of months, all equally long
 * @returns the folders, in order
 */
export async function cutIntoMonths(folder: string, target: string, count: number): Promise<string[]> {
  const tables = (await fs.readdir(folder)).filter((name) => name.endsWith('.csv')).toSorted();
  const months = Array.from({ length: count }, (_, at) => path.join(target, `m${String(at + 1).padStart(2, '0')}`));
  for (const month of months) await fs.mkdir(month, { recursive: true });
  for (const table of tables) {
    const text = await fs.readFile(path.join(folder, table), 'latin1');
    const parts = OF_EVENTS.includes(table)
      ? cutByTime(text, count)
      : months.map((_, at) => (at === 0 || at === AGAIN ? text : null));
    for (const [at, part] of parts.entries())
      if (part !== null) await fs.writeFile(path.join(months[at]!, table), part, 'latin1');
  }
  return months;
}

/** Each part has the header; rows without a readable time come first. */
function cutByTime(text: string, count: number): string[] {
  const [header = '', ...rows] = text.split('\n');
  const timeOf = (row: string): string => /^"?(\d{8})/.exec(row.split(',')[TIME_COLUMN] ?? '')?.[1] ?? '';
  const days = [...new Set(rows.map(timeOf))].filter((day) => isDay(day)).toSorted();
  const monthOf = new Map(days.map((day, at) => [day, Math.floor((at * count) / days.length)]));
  const parts = Array.from({ length: count }, () => [header]);
  for (const row of rows) if (row !== '') parts[monthOf.get(timeOf(row)) ?? 0]!.push(row);
  return parts.map((part) => `${part.join('\n')}\n`);
}

/** Dirt has days such as 31 February: they do not count as a day. */
const isDay = (day: string): boolean => {
  const [year, month, date] = [day.slice(0, 4), day.slice(4, 6), day.slice(6)].map(Number);
  return new Date(Date.UTC(year!, month! - 1, date)).getUTCDate() === date && month! >= 1 && month! <= 12;
};
