/** All that crosses between the Electron window and its main process, as data; the engine's traffic goes through a port of its own. */
import * as z from 'zod';
import type { ErrorCode } from './errors';
import { type HostDescription, type PathState, type RecentFolder, workStateSchema } from './shell-api';
import { LONGEST_PATH } from './limits';

const folder = z.string().min(1).max(LONGEST_PATH);
const filter = z.strictObject({ name: z.string().max(100), extensions: z.array(z.string().max(20)).max(10) });

/** What the window may ask, and how the main process checks it. */
export const SHELL_CALLS = {
  describe: z.undefined(),
  pickFolder: z.undefined(),
  pickFile: filter,
  pickSaveFile: z.strictObject({ suggestedName: z.string().max(255), filter: filter.optional() }),
  showInFolder: folder,
  recentFolders: z.undefined(),
  addRecentFolder: folder,
  removeRecentFolder: folder,
  pathState: folder,
  tellWork: workStateSchema,
  notify: z.strictObject({ title: z.string().max(200), body: z.string().max(1000) }),
  tellPreferences: z.strictObject({ language: z.enum(['en', 'ko']), theme: z.enum(['system', 'light', 'dark']) }),
} as const;

export type ShellCall = keyof typeof SHELL_CALLS;
export type ShellInput<Call extends ShellCall> = z.infer<(typeof SHELL_CALLS)[Call]>;

export interface ShellAnswers {
  describe: HostDescription;
  pickFolder: string | null;
  pickFile: string | null;
  pickSaveFile: string | null;
  showInFolder: boolean;
  recentFolders: RecentFolder[];
  addRecentFolder: void;
  removeRecentFolder: void;
  pathState: PathState;
  tellWork: void;
  notify: void;
  tellPreferences: void;
}

/** An error keeps its code only as data: what is thrown across loses all but its message. */
export type Outcome<Value> = { ok: true; value: Value } | { ok: false; code: ErrorCode; message: string };
