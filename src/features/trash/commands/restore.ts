import { defineCommand } from '../../../cli/command';
import { counted } from '../../../cli/words';

export default defineCommand({
  name: 'restore',
  group: 'Carry, delete and restore',
  summary: 'Bring a deleted run or data set back from the trash',
  inputs: {
    id: {
      kind: 'text',
      argument: true,
      required: true,
      value: 'ID',
      help: 'a run, or the fingerprint of a data set, as "trash" lists it (or the beginning of it)',
    },
  },
  examples: ['restore r7k2mfw9qx'],
  async run(context, { id }) {
    const restored = await (await context.client()).workspace.restore({ id });
    const { kind, name, affectedRuns } = restored;
    const again =
      affectedRuns.length === 0 ? '' : ` ${counted(affectedRuns.length, 'run')} can be verified with it again.`;
    return {
      json: restored,
      text: () => `Restored the ${kind === 'run' ? 'run' : 'data set'} ${restored.id} (${name}).${again}`,
    };
  },
});
