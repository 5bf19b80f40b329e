/** Where a story happens: a folder with the workspace in it, and the command line in this process. */
import * as fs from 'node:fs';
import * as path from 'node:path';
import { runIn } from '../support/command-line-here';
import { trainersHere } from '../support/trainers-here';
import type { Place } from './stories';

/** Makes the folder the current one of this process, so that commands may run at once. */
export function placeIn(folder: string): Place {
  fs.mkdirSync(folder, { recursive: true });
  process.chdir(folder);
  process.env['SHELFWISE_WORKSPACE'] = path.join(folder, 'workspace');
  return { folder, command: (words) => runIn({ folder, launcher: trainersHere }, words, {}) };
}
