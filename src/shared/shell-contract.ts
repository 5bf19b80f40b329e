/** What the web host answers a page beside the engine's contract, over the same socket: under `shell`. */
import { oc } from '@orpc/contract';
import * as z from 'zod';
import { folderListingSchema, hostDescriptionSchema, pathStateSchema, recentFolderSchema } from './shell-api';

const folderInput = z.strictObject({ folder: z.string().min(1).max(4096) });

export const shellContract = {
  describe: oc.output(hostDescriptionSchema),
  /** The home folder where none is given. */
  listFolder: oc
    .input(z.strictObject({ folder: z.string().max(4096).optional(), files: z.array(z.string()).default([]) }))
    .output(folderListingSchema),
  pathState: oc.input(z.strictObject({ path: z.string().max(4096) })).output(pathStateSchema),
  recentFolders: oc.output(z.array(recentFolderSchema)),
  addRecentFolder: oc.input(folderInput).output(z.array(recentFolderSchema)),
  removeRecentFolder: oc.input(folderInput).output(z.array(recentFolderSchema)),
};
export type ShellContract = typeof shellContract;
