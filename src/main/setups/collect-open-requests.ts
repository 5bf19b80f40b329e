/** Collects all requests to open something: from the command line, a second start, the file manager, a link. */
import { app } from 'electron';
import * as z from 'zod';
import type { OpenRequest } from '../../shared/processes/shell-contract';
import { LINK_SCHEME } from '../../shared/processes/window-origin';
import { type Asked, readCommandLine, requestOf, wordsForApp } from '../command-line';
import { usualWorkspace } from '../places';
import { allWindows, currentWindow, openWorkspaceWindow } from '../windows/workspace-window';

const ownWords = (words: readonly string[]): string[] => wordsForApp(words, app.isPackaged ? null : app.getAppPath());

const secondStartSchema = z.object({ words: z.array(z.string()) });

/**
 * What a second start passes to the first: Chromium may reorder its arguments, which separates an option from its
 * value.
 */
export const secondStart = (): z.infer<typeof secondStartSchema> => ({ words: ownWords(process.argv) });

/** macOS sends requests before the app is ready. */
const early: OpenRequest[] = [];

function open({ workspace, requests }: Asked): void {
  const target =
    workspace !== null ? openWorkspaceWindow(workspace) : (currentWindow() ?? openWorkspaceWindow(usualWorkspace()));
  target.window.focus();
  for (const request of requests) target.requests.add(request);
}

function openOne(word: string): void {
  const request = requestOf(word, process.cwd());
  if (request === null) return;
  if (app.isReady()) open({ workspace: null, requests: [request] });
  else early.push(request);
}

export function listenForOpenRequests(): void {
  // In development this would register a bare Electron.
  if (app.isPackaged) app.setAsDefaultProtocolClient(LINK_SCHEME);
  app.on('second-instance', (_event, words, folder, handedOver) => {
    const { success, data } = secondStartSchema.safeParse(handedOver);
    open(readCommandLine(success ? data.words : ownWords(words), folder));
  });
  app.on('open-file', (event, file) => {
    event.preventDefault();
    openOne(file);
  });
  app.on('open-url', (event, link) => {
    event.preventDefault();
    openOne(link);
  });
  app.on('activate', () => {
    if (allWindows().length === 0) open({ workspace: null, requests: [] });
  });
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
}

export function openFromCommandLine(): void {
  const { workspace, requests } = readCommandLine(ownWords(process.argv), process.cwd());
  open({ workspace, requests: [...requests, ...early.splice(0)] });
}
