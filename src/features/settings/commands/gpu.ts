import type { DeviceStatus } from '../../../shared/contract/device';
import { textOf } from '../../../shared/words/sentence';
import { defineCommand } from '../../../cli/command';
import { blocks, formatFacts, wrap } from '../../../cli/layout';
import type { Terminal } from '../../../cli/terminal';

function describeStatus(terminal: Terminal, { devices }: DeviceStatus): string {
  const gpu = devices.find(({ device }) => device === 'gpu')!;
  return blocks(
    formatFacts(terminal, [
      ['GPU', gpu.driver === null ? 'none' : `${gpu.name}, driver ${gpu.driver}`],
      ['used', gpu.usable ? 'yes, in the mode fast' : 'no'],
    ]),
    wrap(gpu.reason ?? textOf(gpu.notes ?? []), terminal.width).join('\n'),
  );
}

export default defineCommand({
  name: 'gpu',
  group: 'This computer, and others',
  summary: 'Say whether a GPU can be used, and what was measured of it',
  inputs: {},
  examples: ['gpu'],
  withoutWorkspace: true,
  async run(context) {
    const status = await (await context.client()).device.status();
    return { json: status, text: (terminal) => describeStatus(terminal, status) };
  },
});
