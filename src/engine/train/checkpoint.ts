/** What a run needs to go on after a kill, in one file that is replaced as a whole: training state and where the run stands. */
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import * as z from 'zod';
import { STAGES, stageRecordSchema } from '../../shared/contract';
import { ShelfwiseError } from '../../shared/errors';
import { writeFile } from '../files';
import type { TrainingState } from '../model/dae/dae-training';
import type { NamedTensors } from '../model/recommender';
import { decodeSafetensors, encodeSafetensors } from '../model/safetensors';

const positionSchema = z.object({
  stage: z.enum(STAGES),
  epoch: z.int(),
  best: z.object({ epoch: z.int(), score: z.number() }).nullable(),
  steps: z.int(),
  /** Epochs that were chosen; null while choosing. */
  chosenEpochs: z.int().nullable(),
  /** Stages that are behind. */
  stages: z.array(stageRecordSchema),
});
export type RunPosition = z.infer<typeof positionSchema>;

export interface Checkpoint {
  readonly position: RunPosition;
  /** Null at the border between two stages. */
  readonly state: TrainingState | null;
}

const FILE = 'checkpoint.safetensors';
const METADATA_KEY = 'position';
const MOMENTS = ['/first-moment', '/second-moment'] as const;

export async function writeCheckpoint(
  runFolder: string,
  { position, state }: Checkpoint,
  shapes: NamedTensors,
): Promise<void> {
  const tensors: NamedTensors = {};
  for (const [name, parameter] of Object.entries(state?.parameters ?? {})) {
    const { shape } = shapes[name]!;
    tensors[name] = { shape, values: parameter.values };
    tensors[`${name}${MOMENTS[0]}`] = { shape, values: parameter.firstMoment };
    tensors[`${name}${MOMENTS[1]}`] = { shape, values: parameter.secondMoment };
  }
  await writeFile(path.join(runFolder, FILE), encodeSafetensors(tensors, { [METADATA_KEY]: JSON.stringify(position) }));
}

/** Null where the run has no checkpoint yet. @throws ShelfwiseError `bad-data` where the file is damaged */
export async function readCheckpoint(runFolder: string): Promise<Checkpoint | null> {
  const bytes = await fs.readFile(path.join(runFolder, FILE)).catch(() => null);
  if (bytes === null) return null;
  const { tensors, metadata } = decodeSafetensors(bytes);
  const parsed = positionSchema.safeParse(JSON.parse(metadata[METADATA_KEY] ?? 'null'));
  if (!parsed.success)
    throw new ShelfwiseError(
      'bad-data',
      `${FILE} of this run is not a checkpoint of this version. Start the run again with the same recipe and seed.`,
    );
  const names = Object.keys(tensors).filter((name) => !MOMENTS.some((moment) => name.endsWith(moment)));
  const values = (name: string): Float32Array => tensors[name]!.values as Float32Array;
  const parameters = Object.fromEntries(
    names.map((name) => [
      name,
      {
        values: values(name),
        firstMoment: values(`${name}${MOMENTS[0]}`),
        secondMoment: values(`${name}${MOMENTS[1]}`),
      },
    ]),
  );
  return { position: parsed.data, state: names.length === 0 ? null : { steps: parsed.data.steps, parameters } };
}

export async function removeCheckpoint(runFolder: string): Promise<void> {
  await fs.rm(path.join(runFolder, FILE), { force: true });
}
