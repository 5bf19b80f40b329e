/**
 * What a feature keeps in the workspace for a data set, beside what src/engine/kept holds. Each feature declares its own in one row, joined in
 * src/features/kept.ts: adding a folder to a data set takes it over by that table.
 */
import type { Workspace } from '../storage/workspace';

export interface KeptInWorkspace {
  readonly holds: 'check-settings';
  /** Copies from the old data set what the one extended from it lacks. */
  adopt(workspace: Workspace, from: string, to: string): Promise<void>;
}
