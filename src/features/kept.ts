/**
 * What features keep in runs and in the workspace, one line each: bundles, forgetting and added data use these tables.
 */
import { EXPORTS_IN_RUN } from '../engine/runs/earlier-exports';
import type { KeptInRun } from '../engine/runs/kept-in-run';
import { STABILITY_IN_RUN } from '../engine/runs/stability-file';
import type { KeptInWorkspace } from '../engine/kept/kept-in-workspace';
import { MAPS_IN_RUN } from './map/engine/map-file';
import { OUTCOMES_IN_RUN } from './outcome/engine/outcomes-file';
import { REFRESHES_IN_WORKSPACE } from './refresh/engine/kept-refreshes';
import { CHECK_SETTINGS_IN_WORKSPACE } from './review/engine/check-settings';
import { DECISIONS_IN_WORKSPACE } from './review/engine/decisions';
import { VERIFICATIONS_IN_RUN } from '../engine/runs/certificates';

/** In the order in which a bundle has them. */
export const KEPT_IN_RUNS: readonly KeptInRun[] = [
  ...MAPS_IN_RUN,
  EXPORTS_IN_RUN,
  OUTCOMES_IN_RUN,
  STABILITY_IN_RUN,
  VERIFICATIONS_IN_RUN,
];

export const KEPT_IN_WORKSPACES: readonly KeptInWorkspace[] = [
  CHECK_SETTINGS_IN_WORKSPACE,
  DECISIONS_IN_WORKSPACE,
  REFRESHES_IN_WORKSPACE,
];
