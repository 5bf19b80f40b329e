/** What Node 12 lacks of what the main process uses. */
import fs from 'node:fs';
import * as path from 'node:path';

const { readdirSync } = fs;

/** Entries with their types and `parentPath`: as much of `recursive` as is asked for. */
function everythingUnder(folder: string): fs.Dirent[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    Object.assign(entry, { parentPath: folder });
    return entry.isDirectory() ? [entry, ...everythingUnder(path.join(folder, entry.name))] : [entry];
  });
}

Object.assign(fs, {
  readdirSync: (folder: string, options?: { recursive?: boolean }) =>
    options?.recursive === true ? everythingUnder(folder) : readdirSync(folder, options as never),
});

// electron-store tells of its changes; nobody listens.
Object.assign(globalThis, {
  Event: class {
    constructor(readonly type: string) {}
  },
  EventTarget: class {
    dispatchEvent(): boolean {
      return true;
    }
  },
});
