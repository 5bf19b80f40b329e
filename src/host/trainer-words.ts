/** The arguments of a trainer and their meaning. */
import * as z from 'zod';
import { untilSchema } from '../shared/contract/unit';
import type { AskedJob, TrainerJob, UnitJob } from '../engine/machine/trainers/trainer-launcher';

const unitJobSchema = z.strictObject({ until: untilSchema.optional() });

export const wordsOf = ({ workspaceFolder, runFolder, unit }: TrainerJob): string[] => [
  'run',
  workspaceFolder,
  runFolder,
  ...(unit === undefined ? [] : [JSON.stringify(unit)]),
];

/** @param kind of src/features/trainer-work.ts */
export const askingWordsOf = (kind: string, { workspaceFolder = '', request }: AskedJob): string[] => [
  kind,
  workspaceFolder,
  JSON.stringify(request),
];

/** @param word the last argument, or '' */
export const unitJobOf = (word: string): UnitJob | undefined =>
  word === '' ? undefined : unitJobSchema.parse(JSON.parse(word));
