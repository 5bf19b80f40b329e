/**
 * A folder as a service would export it a week after the sample: the same files except the history, which covers the
 * next seven days. It repeats the sample's last week, but each profile watches what another one did: titles already
 * seen would say nothing of a model.
 */
import * as fs from 'node:fs/promises';
import * as path from 'node:path';

const HISTORY = 'history_data.csv';
const DAYS = 7;
const DAY = 86_400_000;

/** "20260830" */
const compact = (moment: number): string => new Date(moment).toISOString().slice(0, 10).replaceAll('-', '');
const momentOf = (day: string): number =>
  Date.UTC(Number(day.slice(0, 4)), Number(day.slice(4, 6)) - 1, Number(day.slice(6, 8)));

/** @param out a folder that does not exist yet */
export async function writeNextWeek(sample: string, out: string): Promise<void> {
  await fs.cp(sample, out, { recursive: true });
  const file = path.join(out, HISTORY);
  const [header, ...rows] = (await fs.readFile(file, 'utf8')).split('\n');
  // The sample contains broken rows on purpose: those without a time are dropped.
  const timed = rows.map((row) => row.split(',')).filter((fields) => /^\d{14}$/.test(fields[2] ?? ''));
  const last = timed.map((fields) => fields[2]!).reduce((left, right) => (left > right ? left : right));
  const first = compact(momentOf(last) - (DAYS - 1) * DAY);
  const week = timed.filter((fields) => fields[2]! >= first);
  const profiles = [...new Set(week.map(([profile]) => profile!))];
  const next = new Map(profiles.map((profile, place) => [profile, profiles[(place + 1) % profiles.length]!]));
  const later = week.map(([profile, session, time, ...rest]) =>
    [next.get(profile!), session, compact(momentOf(time!) + DAYS * DAY) + time!.slice(8), ...rest].join(','),
  );
  await fs.writeFile(file, `${[header, ...later].join('\n')}\n`);
}
