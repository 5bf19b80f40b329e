/**
 * Compares what two trainings measured beside weights, lists and scores. A training again measures all of it, so whatever a record tells of itself is
 * told again.
 */
import {
  type Epoch,
  type RunRecord,
  VERIFIED_FIGURES,
  type Verification,
  type VerifiedFigure,
} from '../../../shared/contract/run';
import { canonicalJson } from '../../../shared/values/canonical-json';

/** What a training comes to. */
export interface Outcome {
  readonly record: RunRecord;
  readonly epochs: readonly Epoch[];
}

type Figures = NonNullable<Verification['figures']>;

/** Null where a run has no such figure. Times are no figures: a training again takes another. */
const FIGURE_OF: Record<VerifiedFigure, (outcome: Outcome) => unknown> = {
  groups: ({ record }) => record.slices,
  'over-companions': ({ record }) => record.overCompanions ?? null,
  quality: ({ record }) => record.quality,
  mixture: ({ record }) => ({
    mixture: record.mixture ?? null,
    leftOut: record.leftOut?.map(({ model }) => model) ?? [],
  }),
  validation: ({ epochs }) => epochs.map(({ validation }) => validation),
  losses: ({ epochs }) => epochs.map(({ loss }) => loss),
  trial: ({ record }) => record.validation ?? null,
  stages: ({ record: { status, epochs, listsFrom, stages } }) => ({
    status,
    epochs,
    listsFrom,
    stages: stages.map(({ stage, epochs: of, weightsSha256 }) => [stage, of, weightsSha256]),
  }),
  split: ({ record: { split } }) => {
    if (split === null) return null;
    const { note, said, ...sizes } = split;
    return { ...sizes, why: said ?? note };
  },
  'test-profiles': ({ record }) => record.files?.['test-profiles.safetensors'] ?? null,
  places: ({ record }) => record.files?.['lists.safetensors'] ?? null,
};

/** @param areBitsPromised whether both have to come out in the same bits: on a GPU that gave other weights, nothing says how near figures have to be */
export function compareFigures(recorded: Outcome, repeated: Outcome, areBitsPromised: boolean): Figures {
  const figures: Figures = { differ: [], notCompared: [] };
  for (const figure of VERIFIED_FIGURES) {
    const [was, now] = [FIGURE_OF[figure](recorded), FIGURE_OF[figure](repeated)];
    // A training to the end measures no trial.
    const isMeasured = figure !== 'trial' || now !== null;
    if (was !== null && !(areBitsPromised && isMeasured)) figures.notCompared.push(figure);
    else if (isMeasured && canonicalJson(was) !== canonicalJson(now)) figures.differ.push(figure);
  }
  return figures;
}
