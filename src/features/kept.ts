/** What is kept in runs and in the workspace, one line each: bundles, forgetting and added data use these tables. */
import { EXPORTS_IN_RUN } from '../engine/runs/earlier-exports';
import type { KeptInRun } from '../engine/runs/kept-in-run';
import { STABILITY_IN_RUN } from '../engine/runs/stability-file';
import { handedOn, type KeptTexts, type KeptWithData } from '../engine/kept/kept-in-workspace';
import { LABELS } from '../engine/kept/labels';
import { NOTES } from '../engine/kept/notes';
import { REVIEWS } from '../engine/kept/reviews';
import { RULES } from '../engine/kept/rules';
import { SEGMENTS, TUNINGS } from '../engine/kept/segments-and-tunings';
import { AIMS } from './aims/engine/kept-aims';
import { MAPS_IN_RUN } from './map/engine/map-file';
import { CONDITION_IN_RUN } from './condition/engine/condition-file';
import { FAIRNESS_IN_RUN } from './fairness/engine/chance-file';
import { OUTCOMES_IN_RUN } from './outcome/engine/outcomes-file';
import { TEXTS_OF_REFRESHES } from './refresh/engine/kept-refreshes';
import { CHECK_SETTINGS } from './review/engine/check-settings';
import { DECISIONS } from './review/engine/decisions';
import { VERIFICATIONS_IN_RUN } from '../engine/runs/certificates';

/** In the order in which a bundle has them. */
export const KEPT_IN_RUNS: readonly KeptInRun[] = [
  ...MAPS_IN_RUN,
  EXPORTS_IN_RUN,
  OUTCOMES_IN_RUN,
  CONDITION_IN_RUN,
  FAIRNESS_IN_RUN,
  STABILITY_IN_RUN,
  VERIFICATIONS_IN_RUN,
];

/** By folder. Labels go along with what an import says of them (data-folder), and marks of reviewed profiles with decisions. */
export const KEPT_WITH_DATA = {
  reviews: { of: REVIEWS },
  notes: handedOn(NOTES),
  decisions: DECISIONS,
  checks: CHECK_SETTINGS,
  segments: handedOn(SEGMENTS),
  tunings: handedOn(TUNINGS),
  aims: handedOn(AIMS),
  labels: { of: LABELS },
  rules: handedOn(RULES),
} satisfies Record<string, KeptWithData>;

export const TEXTS_IN_WORKSPACE: Readonly<Record<'refreshes', KeptTexts>> = { refreshes: TEXTS_OF_REFRESHES };
