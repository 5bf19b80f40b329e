/** How GPUs compared with the processor of this computer when they were measured. */
import * as path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import * as z from 'zod';
import { applicationDataFolder } from '../../../node/application-data';
import { type DeviceMeasurement, type FasterGpu, type Gpu, gpuSchema } from '../../../shared/contract/device';
import { type Sentence, say } from '../../../shared/words/sentence';
import { processorName } from '../environment/processor';
import { whileClaimed } from '../../storage/claim';
import { makeFolder, writeJson } from '../../storage/files';
import { readKept } from '../../storage/kept-file';

/** Measurements to keep, the latest. */
const MOST_KEPT = 50;

const comparedSchema = z.object({
  gpu: gpuSchema,
  processor: z.string(),
  titles: z.int(),
  hidden: z.int(),
  /** Per epoch. */
  seconds: z.object({ cpu: z.number(), gpu: z.number() }),
});
type Compared = z.infer<typeof comparedSchema>;
const fileSchema = z.object({ formatVersion: z.literal(1), measured: z.array(comparedSchema) });

/** Of this computer, whatever the workspace. */
const file = (): string => path.join(applicationDataFolder(), 'gpus', 'measured.json');

async function readAll(): Promise<Compared[]> {
  const kept = await readKept(file(), { schema: fileSchema, what: file(), damaged: () => say('gpu.measured-damaged') });
  // An unreadable file is no error: measuring again takes a few seconds.
  return kept.state === 'fine' ? kept.content.measured : [];
}

const ofThisComputer = async (): Promise<Compared[]> =>
  (await readAll()).filter(({ processor }) => processor === processorName());

/** The latest measurement of this GPU beside this processor; null without one. */
export const measuredOf = async (gpu: Gpu): Promise<Compared | null> =>
  (await ofThisComputer()).findLast((one) => isDeepStrictEqual(one.gpu, gpu)) ?? null;

/** A GPU that was faster when last measured beside this processor, without looking whether it is still there; null otherwise. */
export async function fasterGpu(): Promise<FasterGpu | null> {
  const latest = (await ofThisComputer()).at(-1);
  const times = latest === undefined ? 0 : timesAsFast(latest);
  return times > 1 ? { name: latest!.gpu.name, times } : null;
}

/** Keeps the two measurements, which are of the same size. */
export async function keepMeasured(gpu: DeviceMeasurement, cpu: DeviceMeasurement): Promise<void> {
  const { titles, hidden } = gpu;
  const seconds = { cpu: cpu.secondsPerEpoch, gpu: gpu.secondsPerEpoch };
  const compared = { gpu: gpu.gpu!, processor: processorName(), titles, hidden, seconds };
  await makeFolder(path.dirname(file()));
  await whileClaimed(file(), async (claim) => {
    const all = [...(await readAll()), compared].slice(-MOST_KEPT);
    await writeJson(file(), { formatVersion: 1, measured: all }, { claim });
  });
}

const timesAsFast = ({ seconds: { cpu, gpu } }: Compared): number => cpu / gpu;

export function measuredSentence(compared: Compared): Sentence {
  const { titles, hidden } = compared;
  const times = timesAsFast(compared);
  return times > 1
    ? say('gpu.measured-faster', { titles, hidden, times: times.toFixed(1) })
    : say('gpu.measured-slower', { titles, hidden, times: (1 / times).toFixed(1) });
}
