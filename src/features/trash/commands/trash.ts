import type { TrashEntry } from '../../../shared/contract/workspace';
import { ShelfwiseError } from '../../../shared/errors';
import { say } from '../../../shared/words/sentence';
import { type Answer, defineCommand } from '../../../cli/command';
import type { Context } from '../../../cli/context';
import { blocks, formatTable, problemLines } from '../../../cli/layout';
import { missingArgument } from '../../../cli/missing-argument';
import type { Terminal } from '../../../cli/terminal';
import { bytes, count, counted, list, minute, short } from '../../../cli/words';

function describeTrash(terminal: Terminal, entries: readonly TrashEntry[]): string {
  if (entries.length === 0) return 'The trash is empty.';
  const table = formatTable(
    terminal,
    [
      { title: 'ID' },
      { title: 'what' },
      { title: 'name', shrinkTo: 12 },
      { title: 'deleted' },
      { title: 'size', align: 'right' },
      { title: 'runs without their data', align: 'right' },
    ],
    entries.map(({ id, kind, name, deletedAt, bytes: size, affectedRuns }) => [
      short(id),
      kind === 'run' ? 'run' : 'data set',
      name,
      minute(deletedAt),
      bytes(size),
      kind === 'run' ? '' : count(affectedRuns.length),
    ]),
  );
  return `${table}\n"shelfwise trash restore ID" brings one back; "shelfwise trash empty" removes all of them for good.`;
}

type Calls = Awaited<ReturnType<Context['client']>>['workspace'];

async function listed({ trash, unreadableTrash }: Calls): Promise<Answer> {
  const [entries, unreadable] = await Promise.all([trash(), unreadableTrash()]);
  return {
    json: { entries, unreadable },
    text: (terminal) =>
      blocks(
        entries.length === 0 && unreadable.length > 0 ? null : describeTrash(terminal, entries),
        problemLines(terminal, unreadable),
      ),
  };
}

async function restored({ restore }: Calls, id: string): Promise<Answer> {
  const entry = await restore({ id });
  const { kind, name, affectedRuns } = entry;
  const again =
    affectedRuns.length === 0 ? '' : ` ${counted(affectedRuns.length, 'run')} can be verified with it again.`;
  return {
    json: entry,
    text: () => `Restored the ${kind === 'run' ? 'run' : 'data set'} ${entry.id} (${name}).${again}`,
  };
}

async function emptied({ collect }: Calls): Promise<Answer> {
  const answer = await collect();
  const { removed, bytes: freed, leftAlone } = answer;
  const done =
    removed.length === 0
      ? 'There was nothing to remove.'
      : `Removed ${counted(removed.length, 'thing')}, ${bytes(freed)} freed.`;
  const left =
    leftAlone.length === 0
      ? []
      : [`Left alone, because this version of Shelfwise did not make it: ${list(leftAlone)}.`];
  return { json: answer, text: () => [...removed, done, ...left].join('\n') };
}

export default defineCommand({
  name: 'trash',
  formerly: { restore: 'restore', gc: 'empty' },
  group: 'Carry, delete and restore',
  summary: 'List what was deleted, bring it back, or remove it for good with what no run or data set needs',
  inputs: {
    action: {
      kind: 'choice',
      argument: true,
      value: 'ACTION',
      choices: ['list', 'restore', 'empty'],
      default: 'list',
      help: 'what to do with it',
    },
    id: {
      kind: 'text',
      argument: true,
      value: 'ID',
      help: 'to restore: a run, or the fingerprint of a data set, as "trash" lists it (or the beginning of it)',
    },
  },
  examples: ['trash', 'trash restore r7k2mfw9qx', 'trash empty'],
  async run(context, { action, id }) {
    if (action === 'restore' && id === undefined) throw missingArgument('trash restore', 'ID');
    // Who names one thing does not mean all of them.
    if (action !== 'restore' && id !== undefined)
      throw new ShelfwiseError('usage', say('command-line.too-many-words', { command: `trash ${action}` }));
    const { workspace } = await context.client();
    if (action === 'restore') return restored(workspace, id!);
    return action === 'empty' ? emptied(workspace) : listed(workspace);
  },
});
