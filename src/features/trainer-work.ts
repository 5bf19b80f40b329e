/** What a trainer process can be asked, beside training a run, one line each; loaded in the process that does it. */
import type * as z from 'zod';
import type { Progress } from '../shared/contract/progress';
import { MEASURE_WORK } from '../shared/contract/device';
import type { TrainerWork } from '../shared/contract/trainer-work';
import { FOLLOWS_WORK } from '../shared/contract/follows';
import { CONDITION_WORK } from './condition/contract/condition';
import { LISTS_WORK } from './export/contract/lists';
import { FAIRNESS_WORK } from './fairness/contract/chance';
import { COMPARE_WORK } from './leaderboard/contract/leaderboard';
import { MAP_WORK } from './map/contract/make-map';

type Do<Work extends TrainerWork> = (
  workspaceFolder: string,
  request: z.output<Work['request']>,
  onProgress: (progress: Progress) => void,
) => Promise<z.input<Work['answer']>>;

interface Row {
  readonly kind: string;
  /** @param request as another process gave it: it is checked. @throws ShelfwiseError as the work does */
  answer(workspaceFolder: string, request: unknown, onProgress: (progress: Progress) => void): Promise<unknown>;
}

const row = <Work extends TrainerWork>({ kind, request: schema }: Work, load: () => Promise<Do<Work>>): Row => ({
  kind,
  answer: async (folder, request, onProgress) =>
    (await load())(folder, schema.parse(request) as z.output<Work['request']>, onProgress),
});

export const TRAINER_WORK: readonly Row[] = [
  row(COMPARE_WORK, async () => (await import('./leaderboard/engine/compare-models')).compareModels),
  row(CONDITION_WORK, async () => (await import('./condition/engine/try-variant')).tryVariant),
  row(FAIRNESS_WORK, async () => (await import('./fairness/engine/move-shuffled')).moveShuffled),
  row(FOLLOWS_WORK, async () => (await import('../engine/training/train/lists-follow')).listsFollow),
  row(LISTS_WORK, async () => (await import('../engine/training/train/list-part')).makeOrJoinParts),
  row(MAP_WORK, async () => (await import('./map/engine/make-map')).makeMap),
  row(MEASURE_WORK, async () => (await import('./settings/engine/measure-device')).measureInTrainer),
];
