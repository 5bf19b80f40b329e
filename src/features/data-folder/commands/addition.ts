/** Describes a folder that was added to a data set. */
import type { AddAnswer, DataChange } from '../../../shared/contract/data-change';
import { describeDataset } from './datasets-shown';
import { blocks, formatFacts, formatTable, wrap } from '../../../cli/layout';
import type { Terminal } from '../../../cli/terminal';
import { count, counted, short } from '../../../cli/words';

const share = (value: number): string => `${(100 * value).toFixed(1)} %`;

function eventTable(terminal: Terminal, { events }: DataChange): string {
  const number = (title: string) => ({ title, align: 'right' }) as const;
  return formatTable(
    terminal,
    [{ title: 'events' }, ...['before', 'new', 'already there', 'rejected'].map(number)],
    events.map(({ role, before, added, duplicates, rejected }) => [
      role,
      ...[before, added, duplicates, rejected].map((rows) => count(rows)),
    ]),
  );
}

/** Attributes that drifted, with the values that moved most; otherwise says that none did. */
function driftLines(terminal: Terminal, { drift }: DataChange): string {
  const drifted = drift.filter((one) => one.drifted);
  if (drifted.length === 0)
    return 'No attribute drifted: the values of what was added are spread as before (population stability index at most 0.2, or within chance).';
  return drifted
    .flatMap(({ of, attribute, index, limit, moved }) => {
      const values = moved.map(
        ({ value, before, added }) => `${value ?? 'no value'} ${share(before)} → ${share(added)}`,
      );
      const text = `${attribute} of ${of === 'items' ? 'titles' : 'profiles'} drifted: index ${index.toFixed(2)}, limit ${limit.toFixed(2)} (${values.join(', ')})`;
      const [first, ...rest] = wrap(text, terminal.width - 2);
      return [`${terminal.style('yellow', '!')} ${first}`, ...rest.map((line) => `  ${line}`)];
    })
    .join('\n');
}

export function describeAddition(terminal: Terminal, answer: AddAnswer): string {
  const { change, fingerprint } = answer;
  const { profiles, items, exact } = change;
  const isSame = fingerprint === change.base;
  return blocks(
    isSame
      ? `Nothing in ${change.folder} is new: ${short(fingerprint)} stays as it is.`
      : describeDataset(terminal, answer, answer.imported),
    formatFacts(terminal, [
      ['added to', short(change.base)],
      [
        'new',
        `${counted(profiles.after - profiles.before, 'profile')} · ${counted(items.after - items.before, 'title')}`,
      ],
    ]),
    eventTable(terminal, change),
    driftLines(terminal, change),
    exact
      ? null
      : 'The data set was made by an earlier version or came in a bundle. Events counted as the same where all that it keeps of them is the same; import the whole folder for an exact result.',
  );
}
