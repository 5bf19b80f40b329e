/** What a run needs to resume after it was killed: training state and position, in one file that is replaced as a whole. */
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import * as z from 'zod';
import { mixtureSchema, STAGES, stageRecordSchema } from '../../../shared/contract/run';
import { say } from '../../../shared/words/sentence';
import { floatsOf } from '../../model/values-of';
import { parseKept } from '../../storage/kept-file';
import type { TrainingState } from '../../model/dae/dae-training';
import type { NamedTensors } from '../../model/recommender';
import { readWorkingFile, writeWorkingFile } from './working-file';

const positionSchema = z.object({
  stage: z.enum(STAGES),
  epoch: z.int(),
  best: z.object({ epoch: z.int(), score: z.number() }).nullable(),
  steps: z.int(),
  /** The result of choosing on the validation part; null while choosing. */
  chosen: z.object({ epochs: z.int(), mixture: mixtureSchema }).nullable(),
  /** Finished stages. */
  stages: z.array(stageRecordSchema),
});
export type RunPosition = z.infer<typeof positionSchema>;

export interface Checkpoint {
  readonly position: RunPosition;
  /** Null between two stages. */
  readonly state: TrainingState | null;
}

const FILE = 'checkpoint.safetensors';
const POSITION = 'position';
const MOMENTS = ['/first-moment', '/second-moment'] as const;
/** Present only if epochs are averaged. */
const AVERAGE = '/average';

export async function writeCheckpoint(runFolder: string, { position, state }: Checkpoint): Promise<void> {
  const tensors: NamedTensors = {};
  for (const [name, parameter] of Object.entries(state?.parameters ?? {})) {
    const shape = [parameter.values.length];
    tensors[name] = { shape, values: parameter.values };
    tensors[`${name}${MOMENTS[0]}`] = { shape, values: parameter.firstMoment };
    tensors[`${name}${MOMENTS[1]}`] = { shape, values: parameter.secondMoment };
    if (parameter.average !== undefined) tensors[`${name}${AVERAGE}`] = { shape, values: parameter.average };
  }
  await writeWorkingFile(path.join(runFolder, FILE), { tensors, remarks: { [POSITION]: JSON.stringify(position) } });
}

/**
 * Null if the run has no intact checkpoint: it then starts again, and reaches the same bits.
 * @throws ShelfwiseError `newer-version` if a newer version wrote it
 */
export async function readCheckpoint(runFolder: string): Promise<Checkpoint | null> {
  const found = await readWorkingFile(path.join(runFolder, FILE));
  if (found === null) return null;
  const part = say('run.file', { file: FILE, run: path.basename(runFolder) });
  const kind = { schema: positionSchema, what: part, damaged: () => say('run.part-damaged', { part }) };
  const parsed = parseKept(found.remarks[POSITION] ?? '', kind);
  if (parsed.state === 'newer') throw parsed.error;
  if (parsed.state === 'damaged') return null;
  const { tensors } = found;
  const names = Object.keys(tensors).filter((name) => ![...MOMENTS, AVERAGE].some((ending) => name.endsWith(ending)));
  const values = (name: string): Float32Array => floatsOf(tensors, name);
  const parameters = Object.fromEntries(
    names.map((name) => [
      name,
      {
        values: values(name),
        firstMoment: values(`${name}${MOMENTS[0]}`),
        secondMoment: values(`${name}${MOMENTS[1]}`),
        ...(tensors[`${name}${AVERAGE}`] !== undefined && { average: values(`${name}${AVERAGE}`) }),
      },
    ]),
  );
  return { position: parsed.content, state: names.length === 0 ? null : { steps: parsed.content.steps, parameters } };
}

export async function removeCheckpoint(runFolder: string): Promise<void> {
  await fs.rm(path.join(runFolder, FILE), { force: true });
}
