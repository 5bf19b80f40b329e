import type { DeviceStatus, GpuPack } from '../../../shared/contract/device';
import { assertNever } from '../../../shared/errors';
import { textOf } from '../../../shared/words/sentence';
import { defineCommand } from '../../../cli/command';
import { longCall } from '../../../cli/context';
import { blocks, formatFacts, wrap } from '../../../cli/layout';
import type { Terminal } from '../../../cli/terminal';
import { bytes } from '../../../cli/words';

const STATES: Record<GpuPack['state'], string> = {
  unsupported: 'not available for this system',
  absent: 'not installed',
  partial: 'partly downloaded; install goes on from there',
  installed: 'installed',
  damaged: 'damaged, or of another version; install replaces it',
};

function describeStatus(terminal: Terminal, { devices, pack }: DeviceStatus): string {
  const gpu = devices.find(({ device }) => device === 'gpu')!;
  const libraries = Object.entries(pack.libraries).map(([name, version]) => `${name} ${version}`);
  return blocks(
    formatFacts(terminal, [
      ['GPU', gpu.driver === null ? 'none' : `${gpu.name}, driver ${gpu.driver}`],
      ['used', gpu.usable ? 'yes, in the mode fast' : 'no'],
      ['pack', `${STATES[pack.state]}${pack.bytes > 0 ? `, ${bytes(pack.bytes)}` : ''}`],
      ['folder', pack.folder],
      ['download', `${bytes(pack.downloadBytes)} from ${pack.source}`],
      ['needs', `${bytes(pack.unpackedBytes)} on the disk; ${bytes(pack.freeBytes)} free`],
      ['libraries', libraries.join(', ')],
    ]),
    wrap(gpu.reason ?? textOf(gpu.notes ?? []), terminal.width).join('\n'),
  );
}

export default defineCommand({
  name: 'gpu',
  group: 'This computer, and others',
  summary: 'Say whether a GPU can be used; fetch or remove the GPU pack (Linux with NVIDIA)',
  inputs: {
    what: {
      kind: 'choice',
      argument: true,
      value: 'status, install or remove',
      choices: ['status', 'install', 'remove'],
      default: 'status',
      help: 'status: what there is, and why not more; install: fetch the pack; remove: delete it',
    },
  },
  examples: ['gpu', 'gpu install', 'gpu remove'],
  withoutWorkspace: true,
  details: () =>
    [
      'The pack is the CUDA build of TensorFlow 2.15.1 with the libraries of NVIDIA that it pins, from the Python',
      'package index that pip would use. It is the only thing that Shelfwise ever downloads after its setup, and only',
      'when you ask for it; nothing is sent. Ctrl-C stops it; the same command goes on from there.',
      'SHELFWISE_PACKS names another folder. The processor alone is fine.',
    ].join('\n'),
  async run(context, { what }) {
    const client = await context.client();
    const status = async (): Promise<DeviceStatus> => client.device.status();
    switch (what) {
      case 'status':
        break;
      case 'install': {
        const { pack } = await status();
        if (pack.state !== 'installed')
          context.reporter.note(
            `Fetching ${bytes(pack.downloadBytes)} from ${pack.source} into ${pack.folder}; needs ${bytes(pack.neededBytes)}, ${bytes(pack.freeBytes)} are free.`,
          );
        await longCall(context, (options) => client.device.install(undefined, options));
        break;
      }
      case 'remove':
        await client.device.remove();
        break;
      default:
        return assertNever(what);
    }
    const answer = await status();
    return { json: answer, text: (terminal) => describeStatus(terminal, answer) };
  },
});
