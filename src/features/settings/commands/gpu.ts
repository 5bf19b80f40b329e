import type { DeviceStatus } from '../../../shared/contract/device';
import { textOf } from '../../../shared/words/sentence';
import { defineCommand } from '../../../cli/command';
import { longCall } from '../../../cli/context';
import { blocks, formatFacts, wrap } from '../../../cli/layout';
import type { Terminal } from '../../../cli/terminal';

function describeStatus(terminal: Terminal, { devices }: DeviceStatus): string {
  const gpu = devices.find(({ device }) => device === 'gpu')!;
  return blocks(
    formatFacts(terminal, [
      ['GPU', gpu.driver === null ? 'none' : `${gpu.name}, driver ${gpu.driver}`],
      ['can be used', gpu.usable ? 'yes, with --device gpu' : 'no'],
    ]),
    wrap(gpu.reason ?? textOf(gpu.notes ?? []), terminal.width).join('\n'),
  );
}

export default defineCommand({
  name: 'gpu',
  group: 'This computer, and others',
  summary: 'Say whether a GPU can be used, and how many times as fast it was measured',
  inputs: { measure: { kind: 'flag', help: 'measure it beside the processor first, on made-up data' } },
  examples: ['gpu', 'gpu --measure'],
  withoutWorkspace: true,
  async run(context, { measure }) {
    const client = await context.client();
    if (measure) await longCall(context, (options) => client.device.measure({ device: 'gpu', beside: true }, options));
    const status = await client.device.status();
    return { json: status, text: (terminal) => describeStatus(terminal, status) };
  },
});
