/** The arguments of a trainer and their meaning. */
import * as z from 'zod';
import { untilSchema } from '../shared/contract/unit';
import type { TrainerJob, UnitJob } from '../engine/machine/trainers/trainer-launcher';

const unitJobSchema = z.strictObject({ until: untilSchema.optional() });

export const wordsOf = ({ workspaceFolder, runFolder, unit }: TrainerJob): string[] => [
  'run',
  workspaceFolder,
  runFolder,
  ...(unit === undefined ? [] : [JSON.stringify(unit)]),
];

/** @param word the last argument, or '' */
export const unitJobOf = (word: string): UnitJob | undefined =>
  word === '' ? undefined : unitJobSchema.parse(JSON.parse(word));
