/** What a refresh needs of the program, and what it tells it. */
import type { AddAnswer } from '../../../shared/contract/data-change';
import type { ExportRecord } from '../../../shared/contract/run';
import type { RulesChoice } from '../../../shared/contract/rules';
import type { Progress } from '../../../shared/contract/progress';
import type { Outcomes } from '../../outcome/contract/outcome';
import type { Sessions } from '../../../engine/sessions/sessions';
import type { TrainingHost } from '../../../engine/training/train/start-run';
import type { RefreshRequest } from '../contract/refresh';
import type { Base } from './base';
import type { ReleaseHost } from './release';

export interface RefreshOptions {
  readonly onProgress: (progress: Progress) => void;
  readonly signal: AbortSignal;
}

export interface RefreshStarted extends RefreshOptions {
  /** Called with the run and the data set that it starts from, when its turn has come and before anything is done. */
  readonly onBegin: (base: Base) => Promise<void>;
}

export type ExportOfRefresh = Pick<RefreshRequest, 'format' | 'raw' | 'pseudonymKey'> & {
  readonly runId: string;
  readonly rules?: RulesChoice | undefined;
};

/** What a refresh needs; adding, exporting, approving and judging exports are the calls of those names. */
export interface RefreshHost extends TrainingHost, ReleaseHost {
  readonly sessions: () => Promise<Sessions>;
  readonly add: (
    input: Pick<RefreshRequest, 'folder' | 'mapping' | 'pseudonymKey'> & { readonly data: string },
    options: RefreshOptions,
  ) => Promise<AddAnswer>;
  readonly export: (input: ExportOfRefresh & { readonly out: string }, signal: AbortSignal) => Promise<ExportRecord>;
  /** Refuses what an export would refuse, and writes nothing. */
  readonly refuseUnexportable: (input: ExportOfRefresh, signal: AbortSignal) => Promise<void>;
  readonly outcomes: (
    input: { readonly runId: string; readonly data: string },
    options: RefreshOptions,
  ) => Promise<Outcomes>;
}
