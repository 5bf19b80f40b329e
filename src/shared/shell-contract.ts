/** What the web host answers a page beside the engine's contract, over the same socket: under `shell`. */
import { oc } from '@orpc/contract';
import * as z from 'zod';
import { folderListingSchema, hostDescriptionSchema, pathStateSchema, recentFolderSchema } from './shell-api';
import { LONGEST_PATH } from './limits';

const folderInput = z.strictObject({ folder: z.string().min(1).max(LONGEST_PATH) });

export const shellContract = {
  describe: oc.output(hostDescriptionSchema),
  /** The home folder where none is given. */
  listFolder: oc
    .input(z.strictObject({ folder: z.string().max(LONGEST_PATH).optional(), files: z.array(z.string()).default([]) }))
    .output(folderListingSchema),
  pathState: oc.input(z.strictObject({ path: z.string().max(LONGEST_PATH) })).output(pathStateSchema),
  recentFolders: oc.output(z.array(recentFolderSchema)),
  addRecentFolder: oc.input(folderInput).output(z.array(recentFolderSchema)),
  removeRecentFolder: oc.input(folderInput).output(z.array(recentFolderSchema)),
};
export type ShellContract = typeof shellContract;
