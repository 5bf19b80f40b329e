/** Reads the table of tasks in bench/window/README.md: how many steps each may take. */
import * as fs from 'node:fs';
import * as path from 'node:path';

export const TASKS = [
  'open a folder',
  'open the sample',
  'train and judge',
  'open a profile',
  'see the hits',
  'ask why',
  'tune',
  'write a note',
  'mark as reviewed and go on',
  'save a segment',
  'find a title',
  'make a rule of an audience',
  'write a rule',
  'compare two runs',
  'see what changed in the lists',
  'decide about what changed',
  'verify',
  'look at a segment',
  'report what changed since a run',
  'compare what was exported',
  'export',
  'review from the queue',
  'decide alike lists',
] as const;

export type Task = (typeof TASKS)[number];

const PAGE = path.join(import.meta.dirname, '../../../bench/window/README.md');

/** @throws if the table has other tasks */
export function limitsOf(by: 'mouse' | 'keyboard'): Record<Task, number> {
  const rows = fs
    .readFileSync(PAGE, 'utf8')
    .split('## Clicks and keys')[1]!
    .split('\n')
    .filter((line) => /^\| [a-z]/.test(line) && !line.startsWith('| task'))
    .map((line) => line.split('|').map((cell) => cell.trim()));
  const named = rows.map(([, task]) => task);
  if (JSON.stringify(named) !== JSON.stringify(TASKS)) throw new Error(`${PAGE} has the tasks ${named.join(', ')}.`);
  const limits = rows.map(([, task, clicks, keys, first]): [string, number] => {
    // Never more than was first counted, whatever the table says.
    if (Number(clicks) > Number(first || Infinity)) throw new Error(`${task} takes more clicks than at first.`);
    return [task!, Number(by === 'mouse' ? clicks : keys)];
  });
  return Object.fromEntries(limits) as Record<Task, number>;
}
