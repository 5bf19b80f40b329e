/** Training on the processor and on a GPU, side by side: right, fast, the same again. Where there is no GPU it says why, and measures nothing of it. */
import { mkdtemp, rm } from 'node:fs/promises';
import * as os from 'node:os';
import * as path from 'node:path';
import { parseArgs } from 'node:util';
import { createEngine, type EngineClient } from '../../src/engine/engine';
import { createTrainerLauncher } from '../../src/host/launcher';
import type { DeviceMeasurement, MeasureRequest } from '../../src/shared/contract';
import { toShelfwiseError } from '../../src/shared/errors';
import { lastOf } from './last-of';
import { repeatedRun, type RepeatedRun } from './repeated-run';
import { judge, type Judgement } from './judge';

const HELP = `Training on the processor and on a GPU: kernels against double precision, seconds per epoch, the same bits again.

  node bench/gpu/main.mjs [--install] [--profiles 8311] [--titles 20000] [--epochs 4] [--json]

  --install fetches the GPU pack (2.4 GB) first where a card and its driver are there and the pack is not. Where there is no GPU
  that can be used, the answer is "not measured" and why, and the exit status 0; 1 where the GPU computes wrong or does not repeat.
`;

/** What was measured of the GPU, or why nothing was. */
type OfGpu =
  | { measured: false; reason: string }
  | ({ measured: true; device: DeviceMeasurement; again: DeviceMeasurement; run: RepeatedRun } & Judgement);

export async function main(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      install: { type: 'boolean', default: false },
      profiles: { type: 'string', default: '8311' },
      titles: { type: 'string', default: '20000' },
      epochs: { type: 'string', default: '4' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(HELP);
    return 0;
  }
  const size = { profiles: Number(values.profiles), titles: Number(values.titles), epochs: Number(values.epochs) };
  const folder = await mkdtemp(path.join(os.tmpdir(), 'shelfwise-gpu-'));
  const say = (line: string): void => void (values.json || process.stdout.write(`${line}\n`));
  try {
    const launcher = createTrainerLauncher({ endsWithParent: true });
    const { client } = await createEngine({ workspaceFolder: folder, launcher });
    const portable = await measured(client, { device: 'cpu', mode: 'portable', ...size });
    say(describe(portable));
    const fast = await measured(client, { device: 'cpu', mode: 'fast', ...size });
    say(describe(fast));
    const run = await repeatedRun(client, 'cpu');
    say(`               a run on the sample, verified: ${run.verdict}`);
    const gpu = await ofGpu(client, { device: 'gpu', ...size }, portable, values.install);
    say(gpu.measured ? linesOf(gpu) : `gpu            not measured: ${gpu.reason}`);
    if (values.json) process.stdout.write(`${JSON.stringify({ cpu: { portable, fast, run }, gpu })}\n`);
    return gpu.measured && gpu.problems.length > 0 ? 1 : 0;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function measured(
  client: EngineClient,
  request: Partial<MeasureRequest> & Pick<MeasureRequest, 'device'>,
): Promise<DeviceMeasurement> {
  return lastOf(await client.device.measure(request));
}

async function ofGpu(
  client: EngineClient,
  request: Partial<MeasureRequest> & { device: 'gpu' },
  processor: DeviceMeasurement,
  mayInstall: boolean,
): Promise<OfGpu> {
  const find = async () => (await client.device.status()).devices.find(({ device }) => device === 'gpu')!;
  let gpu = await find();
  if (gpu.obstacle === 'no-pack' && mayInstall) {
    process.stderr.write('Fetching the GPU pack (2.4 GB) …\n');
    await lastOf(await client.device.install());
    gpu = await find();
  }
  if (!gpu.usable) return { measured: false, reason: gpu.reason ?? 'unknown' };
  try {
    // Each in a process of its own: what repeats within one may still not repeat in the next.
    const device = await measured(client, request);
    const again = await measured(client, request);
    const run = await repeatedRun(client, 'gpu');
    return { measured: true, device, again, run, ...judge(processor, device, again, run) };
  } catch (thrown) {
    return { measured: false, reason: `It was found, and failed. ${toShelfwiseError(thrown).message}` };
  }
}

function describe({ device, name, numericMode, secondsPerEpoch, kernels, repeats }: DeviceMeasurement): string {
  const off = Math.max(...Object.values(kernels)).toExponential(1);
  return `${`${device} ${numericMode}`.padEnd(14)} ${secondsPerEpoch.toFixed(3)} s an epoch   kernels off by ${off}   ${repeats ? 'same bits twice' : 'OTHER BITS'}   ${name}`;
}

function linesOf({ device, lossDifference, problems, run }: Extract<OfGpu, { measured: true }>): string {
  return [
    describe(device),
    `               losses differ from the processor's by ${lossDifference.toExponential(1)}; a run on the sample, verified: ${run.verdict}`,
    ...(problems.length === 0
      ? ['               right, and the same again']
      : problems.map((problem) => `               PROBLEM: ${problem}`)),
  ].join('\n');
}
