import { defineCommand } from '../../../cli/command';
import { counted, list, short } from '../../../cli/words';

export default defineCommand({
  name: 'delete',
  group: 'Carry, delete and restore',
  summary: 'Move a run or a data set to the trash',
  inputs: {
    id: { kind: 'text', argument: true, required: true, value: 'ID', help: 'a run, or the fingerprint of a data set' },
  },
  examples: ['delete rrt9psbyug'],
  async run(context, { id }) {
    const removal = await (await context.client()).workspace.delete({ id });
    const kind = removal.kind === 'run' ? 'run' : 'data set';
    const { affectedRuns } = removal;
    const affected =
      affectedRuns.length === 0
        ? ''
        : `\n${counted(affectedRuns.length, 'run')} can no longer be verified without it: ${list(affectedRuns)}.`;
    return {
      json: removal,
      text: () =>
        `Moved the ${kind} ${removal.id} to the trash:\n${removal.trash}${affected}\n"shelfwise trash restore ${short(removal.id)}" brings it back; "shelfwise trash empty" empties the trash for good.`,
    };
  },
});
