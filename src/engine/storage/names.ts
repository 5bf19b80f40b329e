import type { WorkspaceFolder } from '../../shared/processes/workspace-folders';

/** The names that the program gives to what it stores in a workspace. It never touches anything with another name. */

/** A data set: the SHA-256 of its content. */
export const DATASET_NAME = /^[0-9a-f]{64}$/;

/** "r" and 9 letters: "r" is not a hexadecimal digit, so a run ID is never mistaken for a fingerprint. */
export const RUN_NAME = /^r[a-z0-9]{9}$/;

/** The beginning of what was deleted, and when: 20261124T101530123Z. */
export const TRASH_NAME = /^[0-9a-z]{1,16}-\d{8}T\d{9}Z$/;

/** Lies in such a folder, beside what was deleted, and says what it was. */
export const TRASH_NOTE = 'note.json';

/** A data set's record of what people keep with it, and the claim of the program that changes it. */
const KEPT_NAME = /^[0-9a-f]{64}\.json(?:\.claim)?$/;

/** The names allowed in each folder of a workspace. */
export const FOLDERS: Readonly<Record<WorkspaceFolder, RegExp>> = {
  datasets: DATASET_NAME,
  runs: RUN_NAME,
  trash: TRASH_NAME,
  reviews: KEPT_NAME,
  notes: KEPT_NAME,
  segments: KEPT_NAME,
  tunings: KEPT_NAME,
  aims: KEPT_NAME,
  labels: KEPT_NAME,
  rules: KEPT_NAME,
  checks: KEPT_NAME,
  decisions: KEPT_NAME,
  audit: /^(?:[0-9a-f]{64}\.jsonl|signing-key\.json)(?:\.claim)?$/,
  marks: /^runs\.json(?:\.claim)?$/,
  queue: /^queue\.json(?:\.claim)?$/,
  sweeps: /^sweeps\.json(?:\.claim)?$/,
  plans: /^(?:(?:plans|jobs)\.json(?:\.claim)?|j[0-9a-f]{16})$/,
  refreshes: /^(?:refreshes\.json(?:\.claim)?|heartbeat\.\d{1,9})$/,
  privacy: /^(?:key|(?:forgotten|files)\.json(?:\.claim)?|forgetting\.json|heartbeat\.\d{1,9})$/,
};

/** Whether a name is that of a workspace folder. */
export const isFolderName = (name: string): name is WorkspaceFolder => Object.hasOwn(FOLDERS, name);

/** Files beside these folders; they alone make no workspace. */
export const FILES: ReadonlySet<string> = new Set(['settings.json', 'web-token']);

/** Files that operating systems leave in folders, or at the top of a disk. */
export const OF_THE_SYSTEM: ReadonlySet<string> = new Set([
  '.DS_Store',
  '.localized',
  'Thumbs.db',
  'desktop.ini',
  'lost+found',
]);
