/**
 * What a feature keeps in the workspace beside what src/engine/kept holds. Each feature declares its own in one row, joined in src/features/kept.ts:
 * adding a folder to a data set and forgetting a profile go by that table.
 */
import type { Workspace } from '../storage/workspace';

export interface KeptInWorkspace {
  readonly holds: 'check-settings' | 'decisions' | 'refreshes';
  /** For what belongs to a data set: copies from the old one what the one extended from it lacks. */
  adopt?(workspace: Workspace, from: string, to: string): Promise<void>;
  /** For what no data set has: texts of people, by what the record that they are in is known by, and takes those that match out of all records. */
  readonly texts?: {
    list(workspace: Workspace): Promise<readonly { readonly id: string; readonly texts: readonly string[] }[]>;
    prune(workspace: Workspace, isIn: (text: string) => boolean): Promise<void>;
  };
}
