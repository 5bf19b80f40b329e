/** Measures once, in a few seconds, whether processor or GPU is faster on data of a size, and stores the result. */
import * as path from 'node:path';
import * as z from 'zod';
import { applicationDataFolder } from '../../../node/application-data';
import type { Gpu } from '../../../shared/contract/device';
import type { Recipe } from '../../../shared/recipe/table';
import { type Sentence, say } from '../../../shared/words/sentence';
import { processorName } from '../environment/processor';
import { whileClaimed } from '../../storage/claim';
import { makeFolder, writeJson } from '../../storage/files';
import { readKept } from '../../storage/kept-file';
import { sha256 } from '../../storage/read-files';
import type { TrainerLauncher } from '../trainers/trainer-launcher';
import { measureOn } from './webgpu-state';

/** Rows per step, steps per epoch, and epochs, the first of which does not count. */
const ROWS = 256;
const STEPS = 4;
const EPOCHS = 3;
/** Measurements to keep, the latest. */
const MOST_KEPT = 50;

const measuredSchema = z.object({
  /** Hash of what the times depend on: adapter, driver, package, processor. */
  of: z.string(),
  titles: z.int(),
  hidden: z.int(),
  /** Milliseconds per step. */
  cpu: z.number(),
  gpu: z.number(),
});
type Measured = z.infer<typeof measuredSchema>;
const fileSchema = z.object({ formatVersion: z.literal(1), measured: z.array(measuredSchema) });

/** Of this computer, whatever the workspace. */
const file = (): string => path.join(applicationDataFolder(), 'gpus', 'measured.json');

const keyOf = (gpu: Gpu): string => sha256(JSON.stringify([gpu, processorName(), process.version]));

async function readAll(): Promise<Measured[]> {
  const kept = await readKept(file(), { schema: fileSchema, what: file(), damaged: () => say('gpu.measured-damaged') });
  // An unreadable file is no error: measuring again takes a few seconds.
  return kept.state === 'fine' ? kept.content.measured : [];
}

/** The measurements of this GPU with this processor, latest last. */
export async function measuredOf(gpu: Gpu): Promise<Measured[]> {
  const key = keyOf(gpu);
  return (await readAll()).filter(({ of }) => of === key);
}

/** The number of titles rounded to a power of two, so that a measurement applies to data of similar size. */
const sizeOf = (titles: number): number => {
  let size = 256;
  while (size < titles) size *= 2;
  return size;
};

/** Measures and stores the result, unless the size is known. @throws ShelfwiseError `usage` if a device fails meanwhile */
export async function measuredFor(
  recipe: Recipe,
  titles: number,
  gpu: Gpu,
  launcher: TrainerLauncher,
): Promise<Measured> {
  const size = { titles: sizeOf(titles), hidden: recipe['structure.width'] };
  const known = (await measuredOf(gpu)).findLast((one) => one.titles === size.titles && one.hidden === size.hidden);
  if (known !== undefined) return known;
  const request = { ...size, profiles: ROWS * STEPS, epochs: EPOCHS };
  const onGpu = await measureOn('gpu', launcher, request);
  const onCpu = await measureOn('cpu', launcher, request);
  const ofStep = ({ secondsPerEpoch }: { secondsPerEpoch: number }): number => (1000 * secondsPerEpoch) / STEPS;
  const measured = { of: keyOf(gpu), ...size, cpu: ofStep(onCpu), gpu: ofStep(onGpu) };
  await makeFolder(path.dirname(file()));
  await whileClaimed(file(), async (claim) => {
    const all = [...(await readAll()), measured].slice(-MOST_KEPT);
    await writeJson(file(), { formatVersion: 1, measured: all }, { claim });
  });
  return measured;
}

export const isFaster = ({ cpu, gpu }: Measured): boolean => gpu < cpu;

/** A measurement as a sentence. */
export const measuredSentence = (measured: Measured): Sentence =>
  say(isFaster(measured) ? 'gpu.measured-faster' : 'gpu.measured-slower', {
    titles: measured.titles,
    hidden: measured.hidden,
    gpu: measured.gpu.toFixed(1),
    cpu: measured.cpu.toFixed(1),
  });
