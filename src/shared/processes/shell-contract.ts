/**
 * The contract between the window and the shell: what only a host can do, as opposed to the engine. Electron's main
 * process answers it over a port, the web host over the page's socket, both under `shell`. A host answers its own
 * groups of calls and refuses the others.
 */
import { eventIterator, oc } from '@orpc/contract';
import * as z from 'zod';
import { updateStateSchema } from './updates';
import { LONGEST_PATH, LONGEST_RUN_NAME, LONGEST_NOTIFICATION } from '../limits';

const path = z.string().min(1).max(LONGEST_PATH);
const extensions = z.array(z.string().max(20)).max(10);

const recentFolderSchema = z.object({
  folder: z.string(),
  /** ISO 8601 in UTC. */
  openedAt: z.string(),
  /** False if it is gone. */
  exists: z.boolean(),
});
export type RecentFolder = z.infer<typeof recentFolderSchema>;

const folderListingSchema = z.object({
  folder: z.string(),
  /** Null at the root. */
  parent: z.string().nullable(),
  separator: z.string(),
  entries: z.array(z.object({ name: z.string(), path: z.string(), kind: z.enum(['folder', 'file']) })),
  /** Whether the folder holds more than is listed. */
  truncated: z.boolean(),
});
export type FolderListing = z.infer<typeof folderListingSchema>;

const pathStateSchema = z.object({ path: z.string(), kind: z.enum(['folder', 'file', 'missing']) });
export type PathState = z.infer<typeof pathStateSchema>;

const hostDescriptionSchema = z.object({
  workspace: z.string(),
  sampleFolder: z.string(),
  /** The shell's log file; null if it logs to the terminal. */
  logFile: z.string().nullable(),
});

const fileFilterSchema = z.strictObject({ name: z.string().max(100), extensions });
export type FileFilter = z.infer<typeof fileFilterSchema>;

/** What a folder is picked for: the dialog says it. A known word, because no text of the window is shown by the system in Shelfwise's name. */
const folderPurposeSchema = z.enum(['data', 'new', 'pictures', 'workspace']);
export type FolderPurpose = z.infer<typeof folderPurposeSchema>;

const openRequestSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('folder'), path: z.string() }),
  z.object({ kind: z.literal('bundle'), path: z.string() }),
  /** A place in the window, in the router's form. */
  z.object({ kind: z.literal('place'), place: z.string() }),
]);
export type OpenRequest = z.infer<typeof openRequestSchema>;

/** Null if the user cancelled. */
const picked = z.string().nullable();

export const shellContract = {
  /** Answered by every host. */
  host: {
    describe: oc.output(hostDescriptionSchema),
    pathState: oc.input(z.strictObject({ path })).output(pathStateSchema),
    recentFolders: oc.output(z.array(recentFolderSchema)),
    addRecentFolder: oc.input(z.strictObject({ folder: path })).output(z.void()),
    removeRecentFolder: oc.input(z.strictObject({ folder: path })).output(z.void()),
  },
  /**
   * Questions and messages to the user: by the system under Electron. A page does it itself
   * (src/renderer/connection/shell.ts).
   */
  user: {
    pickFolder: oc.input(z.strictObject({ purpose: folderPurposeSchema })).output(picked),
    pickFile: oc.input(fileFilterSchema).output(picked),
    pickSaveFile: oc
      .input(z.strictObject({ suggestedName: z.string().max(255), filter: fileFilterSchema }))
      .output(picked),
    /** Opens the print dialog for the window's content. Resolves when printed or cancelled. */
    print: oc.output(z.void()),
    /** Only shown if the user has allowed it and the window has no focus. */
    notify: oc
      .input(
        z.strictObject({ title: z.string().max(2 * LONGEST_RUN_NAME), body: z.string().max(LONGEST_NOTIFICATION) }),
      )
      .output(z.void()),
  },
  /** Offered by Electron alone. */
  desktop: {
    /** Shows a file in the system's file manager. */
    showInFolder: oc.input(z.strictObject({ path })).output(z.void()),
    /**
     * The work that the window shows, for the progress bar in the task bar. `fraction` is null if unknown. `busy` also
     * counts other work, which an update must not end.
     */
    tellWork: oc
      .input(
        z.strictObject({ training: z.boolean(), busy: z.boolean(), fraction: z.number().min(0).max(1).nullable() }),
      )
      .output(z.void()),
    /** Menus, dialogs and the frame follow the window's language and theme. */
    tellPreferences: oc
      .input(z.strictObject({ language: z.enum(['en', 'ko']), theme: z.enum(['system', 'light', 'dark']) }))
      .output(z.void()),
    /**
     * Requests from outside the window, including those before it listened: a bundle opened by the system, a deep link,
     * a menu entry.
     */
    openRequests: oc.output(eventIterator(openRequestSchema)),
    /** Each answers with what then holds. */
    updates: {
      state: oc.output(updateStateSchema),
      agree: oc.input(z.strictObject({ agreed: z.boolean() })).output(updateStateSchema),
      look: oc.output(updateStateSchema),
      download: oc.output(updateStateSchema),
      /** Ends a look or a download that goes on. */
      stop: oc.output(updateStateSchema),
      install: oc.output(updateStateSchema),
    },
  },
  /** Offered by the web host alone, because a page has no system dialogs. */
  page: {
    /** The home folder by default. */
    listFolder: oc
      .input(z.strictObject({ folder: path.optional(), files: extensions.default([]) }))
      .output(folderListingSchema),
  },
};
export type ShellContract = typeof shellContract;
