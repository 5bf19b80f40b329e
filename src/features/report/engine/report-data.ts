/** The content of a run's report, before it is put into words. */
import type { Activity } from '../../data-folder/contract/activity';
import type { ChangedLists } from '../../changes/contract/changes';
import type { Approvals } from '../../../shared/contract/approvals';
import type { SignedHead } from '../../../shared/contract/audit';
import type { Dataset } from '../../../shared/contract/dataset';
import type { EarlierExport, Run } from '../../../shared/contract/run-life';
import type { Labels } from '../../../shared/contract/labels';
import type { ComparedRefresh } from '../../refresh/contract/refresh';
import type { Fairness } from '../../fairness/contract/fairness';
import type { RunFigures } from '../../quality/contract/figures';
import type { ShelfSteps } from '../../shelf-steps/contract/shelf-steps';
import type { TestedProfile, Verdict } from '../../quality/contract/tested';
import type { Verification } from '../../../shared/contract/run';
import type { DeliveredNow } from './delivered-lists';
import type { HistoryEntry } from '../../../engine/data/snapshot';

export interface ReportData {
  readonly run: Run;
  /** When the report was made, ISO 8601 in UTC. */
  readonly madeAt: string;
  /** Null if the data set is not in the workspace: a bundle came without it, or it was deleted. */
  readonly dataset: Dataset | null;
  readonly labels: Labels;
  /** Null without times, or without the data set. */
  readonly activity: Activity | null;
  readonly verdict: Verdict | null;
  /** What the refresh that made the run found of it beside the run that it began with; null where none did. */
  readonly refreshed: { readonly compared: ComparedRefresh; readonly before: string } | null;
  readonly figures: RunFigures | null;
  /** Of what has most places in the lists; null without lists, or where nothing can be said of them. */
  readonly shelf: ShelfSteps | null;
  /** Of all children; null without lists, or of too few. */
  readonly fairness: Fairness | null;
  readonly examples: Examples | null;
  /** The latest of each; null if there is none. */
  readonly exported: EarlierExport | null;
  /** On this computer. */
  readonly verified: Verification | null;
  /** On a cluster, by its own word. */
  readonly verifiedElsewhere: Verification | null;
  readonly approvals: Approvals;
  /** Of the audit log of its data; null where there is none that can be signed without writing anything. */
  readonly head: SignedHead | null;
  /** What the rules that count make of the lists; null without any, or without lists. */
  readonly delivered: DeliveredNow | null;
  /** How the lists differ from those of the run before, under the rules that count now; null without one that they compare with. */
  readonly changes: ChangedLists | null;
}

export interface Examples {
  /** Number of profiles that they were drawn from. */
  readonly from: number;
  /** Whether they are from the hold-out, whose lists can show hits. */
  readonly areTested: boolean;
  readonly profiles: readonly Example[];
}

export interface Example {
  readonly profile: string;
  readonly attributes: readonly { name: string; value: string | null }[];
  /** Latest first, without the held-out titles. */
  readonly watched: readonly HistoryEntry[];
  /** Held-out titles; empty if the profile was not tested. */
  readonly targets: TestedProfile['targets'];
  readonly list: readonly { rank: number; title: string | null; item: string; group: string | null; hit: boolean }[];
}
