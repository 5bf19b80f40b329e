import { setTimeout as sleep } from 'node:timers/promises';
import type { QueueEntry } from '../../../shared/contract/run-life';
import { ShelfwiseError } from '../../../shared/errors';
import { defineCommand } from '../../../cli/command';
import type { Context } from '../../../cli/context';
import { formatTable } from '../../../cli/layout';
import { followRun } from '../../../cli/runs';
import type { Terminal } from '../../../cli/terminal';
import { minute } from '../../../cli/words';
import { say } from '../../../shared/words/sentence';

/** Milliseconds between two looks while another program trains, or is about to. */
const PAUSE = 1000;

function queueTable(terminal: Terminal, entries: readonly QueueEntry[]): string {
  if (entries.length === 0) return 'Nothing is waiting. "train --later" puts a run into the queue.';
  return formatTable(
    terminal,
    [
      { title: 'ID' },
      { title: 'name', shrinkTo: 8 },
      { title: 'model' },
      { title: 'data', shrinkTo: 6 },
      { title: 'seed', align: 'right' },
      { title: 'since (UTC)' },
      { title: 'problem', shrinkTo: 8 },
    ],
    entries.map(({ id, name, recipe, datasetName, seed, addedAt, problem }) => [
      id,
      name ?? '',
      recipe?.model ?? '–',
      datasetName,
      String(seed),
      minute(addedAt),
      problem?.message ?? '',
    ]),
  );
}

/** Finds an entry by its ID or a beginning of it. @throws ShelfwiseError `not-found`, or `usage` if several match */
function entryOf(entries: readonly QueueEntry[], typed: string): QueueEntry {
  const found = entries.filter(({ id }) => id.startsWith(typed));
  if (found.length === 1) return found[0]!;
  throw found.length === 0
    ? new ShelfwiseError('not-found', say('queue.none-begins', { typed }))
    : new ShelfwiseError('usage', say('queue.several-begin', { typed }));
}

/** Starts the queued runs one after another, and shows each until it ends. @returns the IDs of the runs */
async function runAll(context: Context): Promise<string[]> {
  const client = await context.client();
  const runs: string[] = [];
  for (;;) {
    const { started, running, waiting } = await client.queue.next();
    if (started !== null) {
      context.reporter.note(`Run ${started}`);
      runs.push(started);
      const { status } = await followRun(context, started);
      if (status === 'stopped' && context.interrupt.requested) return runs;
    } else if (waiting === 0) return runs;
    else {
      context.reporter.progress(
        running === null ? 'Another program starts a run' : `Waiting for run ${running}`,
        null,
        '',
      );
      await sleep(PAUSE, undefined, { signal: context.interrupt.signal });
    }
  }
}

export default defineCommand({
  name: 'queue',
  group: 'Train and judge',
  summary: 'Show the runs that wait for their turn; start, reorder or remove them',
  inputs: {
    run: { kind: 'flag', help: 'start them here, one after the other, until none waits' },
    first: { kind: 'text', value: 'ID', help: 'put this one first' },
    remove: { kind: 'text', value: 'ID', help: 'take this one out' },
  },
  examples: ['queue', 'queue --first 3f2a', 'queue --run'],
  details: () => 'An open window starts what waits by itself; without one, "queue --run" does.',
  async run(context, { run, first, remove }) {
    const client = await context.client();
    if (first !== undefined) {
      const entries = await client.queue.list();
      const { id } = entryOf(entries, first);
      const before = entries.find((entry) => entry.id !== id)?.id ?? null;
      await client.queue.move({ id, before });
    }
    if (remove !== undefined) await client.queue.remove({ id: entryOf(await client.queue.list(), remove).id });
    const runs = run ? await runAll(context) : [];
    const entries = await client.queue.list();
    return {
      json: { entries, ...(run && { runs }) },
      text: (terminal) => (run && runs.length > 0 ? `Trained ${runs.join(', ')}.` : queueTable(terminal, entries)),
    };
  },
});
