/**
 * What only a host can do, as opposed to the engine: dialogs, folders of this computer, the window itself. Electron's preload
 * implements it over IPC; in a browser page the web host answers what it can over the page's socket, and dialogs of our own do the rest.
 */
import * as z from 'zod';

export const recentFolderSchema = z.object({
  folder: z.string(),
  /** ISO 8601 in UTC. */
  openedAt: z.string(),
  /** False where it has gone since. */
  exists: z.boolean(),
});
export type RecentFolder = z.infer<typeof recentFolderSchema>;

/** One look into a folder of this computer: what a page's own folder dialog shows. */
export const folderListingSchema = z.object({
  folder: z.string(),
  /** Null at the root. */
  parent: z.string().nullable(),
  separator: z.string(),
  entries: z.array(z.object({ name: z.string(), path: z.string(), kind: z.enum(['folder', 'file']) })),
  /** Where a folder holds more than is listed. */
  truncated: z.boolean(),
});
export type FolderListing = z.infer<typeof folderListingSchema>;

export const pathStateSchema = z.object({ path: z.string(), kind: z.enum(['folder', 'file', 'missing']) });
export type PathState = z.infer<typeof pathStateSchema>;

export const hostDescriptionSchema = z.object({
  kind: z.enum(['electron', 'browser']),
  /** As Node names it: linux, darwin, win32. */
  platform: z.string(),
  version: z.string(),
  workspace: z.string(),
  home: z.string(),
  sampleFolder: z.string(),
  /** The file of the shell's log; null where it logs to the terminal. */
  logFile: z.string().nullable(),
});
export type HostDescription = z.infer<typeof hostDescriptionSchema>;

/** What the user asked for outside the window: a dropped folder, a bundle opened by the system, a deep link, a menu entry. */
export const openRequestSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('folder'), path: z.string() }),
  z.object({ kind: z.literal('bundle'), path: z.string() }),
  /** A place in the window, as its router names it. */
  z.object({ kind: z.literal('place'), place: z.string() }),
]);
export type OpenRequest = z.infer<typeof openRequestSchema>;

/** What the window tells about the work that it shows; the shell makes a progress bar, a notification and keeps the computer awake. */
export const workStateSchema = z.object({
  training: z.boolean(),
  /** 0 to 1; null where it is not known. */
  fraction: z.number().min(0).max(1).nullable(),
});
export type WorkState = z.infer<typeof workStateSchema>;

export interface FileFilter {
  name: string;
  extensions: string[];
}

export interface ShellApi {
  readonly kind: 'electron' | 'browser';
  describe(): Promise<HostDescription>;
  /** Null where the user cancelled; the same for the other dialogs. */
  pickFolder(): Promise<string | null>;
  pickFile(filter: FileFilter): Promise<string | null>;
  pickBundle(): Promise<string | null>;
  pickSaveFile(suggestedName: string, filter?: FileFilter): Promise<string | null>;
  /** Shows a file in the system's file manager; false where the host cannot (a page in a browser). */
  showInFolder(path: string): Promise<boolean>;
  recentFolders(): Promise<RecentFolder[]>;
  addRecentFolder(folder: string): Promise<void>;
  removeRecentFolder(folder: string): Promise<void>;
  pathState(path: string): Promise<PathState>;
  /** The path of what was dropped on the window; null where the host does not tell (a page in a browser). */
  pathOfDropped(file: unknown): string | null;
  /** Also delivers what came before anyone listened. Returns a function that stops listening. */
  onOpenRequest(listener: (request: OpenRequest) => void): () => void;
  tellWork(state: WorkState): void;
  /** A notification of the system; not shown unless the user has allowed it. */
  notify(title: string, body: string): void;
  /** The language of menus and dialogs, and the theme of the frame, follow the window's. */
  tellPreferences(preferences: { language: 'en' | 'ko'; theme: 'system' | 'light' | 'dark' }): void;
}
