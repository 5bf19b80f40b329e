import type { TrashEntry } from '../../../shared/contract/workspace';
import { defineCommand } from '../../../cli/command';
import { blocks, formatTable, problemLines } from '../../../cli/layout';
import type { Terminal } from '../../../cli/terminal';
import { bytes, count, minute, short } from '../../../cli/words';

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
  return `${table}\n"shelfwise restore ID" brings one back; "shelfwise gc" removes all of them for good.`;
}

export default defineCommand({
  name: 'trash',
  group: 'Carry, delete and restore',
  summary: 'List what was deleted and can be restored',
  inputs: {},
  examples: ['trash'],
  async run(context) {
    const { workspace } = await context.client();
    const [entries, unreadable] = await Promise.all([workspace.trash(), workspace.unreadableTrash()]);
    return {
      json: { entries, unreadable },
      text: (terminal) =>
        blocks(
          entries.length === 0 && unreadable.length > 0 ? null : describeTrash(terminal, entries),
          problemLines(terminal, unreadable),
        ),
    };
  },
});
