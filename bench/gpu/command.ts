/**
 * Trains on the processor and on a GPU, side by side: correct, fast, repeatable. Without a GPU it says why and skips
 * it.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import * as os from 'node:os';
import * as path from 'node:path';
import { createEngine, type EngineClient } from '../../src/features/engine';
import { SOFTWARE } from '../../src/engine/machine/gpu/webgpu/open-gpu';
import { createTrainerLauncher } from '../../src/host/launcher';
import type { DeviceMeasurement, MeasureRequest } from '../../src/shared/contract/device';
import { toShelfwiseError } from '../../src/shared/errors';
import { readOptions } from '../support/options.mjs';
import { judge } from './judge';
import { lastOf } from './last-of';
import { pytorchRow } from './pytorch';
import { repeatedRun } from './repeated-run';
import { type Row, tableOf } from './table';

const HELP = `Training on the processor and on a GPU: right, how fast, the same bits again. Prints one table.

  node bench/gpu/main.mjs [--size contest] [--profiles N] [--titles N] [--epochs 4] [--python python3] [--software] [--json]

  --size is contest (8,311 profiles, 20,000 titles), ml-100k (943 and 1,682) or large (100,000 and 50,000). The data is made up.

  --software takes an adapter in software where there is no GPU: it shows that
  the bench works, and nothing of a GPU. PyTorch is measured beside it where --python can import it and it finds a GPU. What cannot be measured is "not measured", with the reason, and the exit status is 0; it is 1
  where a GPU computes wrongly or does not repeat.
`;

type Size = Pick<MeasureRequest, 'profiles' | 'titles' | 'epochs'>;

const SIZES: Record<string, Omit<Size, 'epochs'>> = {
  contest: { profiles: 8311, titles: 20_000 },
  'ml-100k': { profiles: 943, titles: 1682 },
  large: { profiles: 100_000, titles: 50_000 },
};

export async function main(args: string[]): Promise<number> {
  const values = readOptions(
    HELP,
    {
      software: false,
      size: 'contest',
      // The defaults of the size.
      profiles: 0,
      titles: 0,
      python: 'python3',
      epochs: 4,
      json: false,
    },
    args,
  );
  if (values.software) process.env[SOFTWARE] = '1';
  const named = SIZES[values.size];
  if (named === undefined) {
    process.stderr.write(`There is no size ${values.size}: ${Object.keys(SIZES).join(', ')}.\n`);
    return 2;
  }
  const size = {
    profiles: values.profiles || named.profiles,
    titles: values.titles || named.titles,
    epochs: values.epochs,
  };
  const folder = await mkdtemp(path.join(os.tmpdir(), 'shelfwise-gpu-'));
  try {
    const launcher = createTrainerLauncher({ endsWithParent: true });
    const { client } = await createEngine({ workspaceFolder: folder, launcher });
    const rows = await rowsOf(client, size);
    process.stderr.write('measuring pytorch …\n');
    rows.push(await pytorchRow(values.python, size));
    if (!values.software && rows.some(isOfGpu)) await addRun(client, rows);
    const { profiles, titles } = size;
    const made = `Made-up data: ${profiles} profiles, ${titles} titles, width 256. ${os.platform()} ${os.arch()}, ${os.availableParallelism()} threads.`;
    process.stdout.write(values.json ? `${JSON.stringify({ ...size, rows })}\n` : `\n${made}\n\n${tableOf(rows)}\n`);
    return rows.some((row) => 'problems' in row && row.problems.length > 0) ? 1 : 0;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function rowsOf(client: EngineClient, size: Size): Promise<Row[]> {
  const say = (name: string): void => void process.stderr.write(`measuring ${name} …\n`);
  say('cpu');
  const cpu = await measured(client, { device: 'cpu', ...size });
  say('gpu');
  return [{ name: 'cpu', measured: cpu, lossDifference: null, problems: [] }, await ofGpu(client, size, cpu)];
}

async function ofGpu(client: EngineClient, size: Size, processor: DeviceMeasurement): Promise<Row> {
  try {
    // One process each: what repeats within a process may not repeat in the next.
    const device = await measured(client, { device: 'gpu', ...size });
    const again = await measured(client, { device: 'gpu', ...size });
    const isSoftware = device.gpu?.name.endsWith('(software)') === true;
    const name = isSoftware ? 'gpu (software)' : 'gpu';
    return { name, measured: device, ...judge(processor, device, again) };
  } catch (thrown) {
    return { name: 'gpu', reason: toShelfwiseError(thrown).message };
  }
}

const isOfGpu = (row: Row): boolean => 'measured' in row && row.measured.device === 'gpu';

/** A run on the sample folder, on the available GPU, verified; not in software, where it takes minutes. */
async function addRun(client: EngineClient, rows: Row[]): Promise<void> {
  const { verdict, cause } = await repeatedRun(client, 'gpu');
  process.stderr.write(`a run on the sample, verified: ${verdict}\n`);
  if (verdict === 'identical-bits') return;
  const at = rows.findIndex(isOfGpu);
  const row = rows[at]!;
  if ('measured' in row) rows[at] = { ...row, problems: [...row.problems, `a verified run: ${verdict}. ${cause}`] };
}

async function measured(
  client: EngineClient,
  request: Partial<MeasureRequest> & Pick<MeasureRequest, 'device'>,
): Promise<DeviceMeasurement> {
  return lastOf(await client.device.measure({ ...request, parts: true }));
}
