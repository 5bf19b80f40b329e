/** What the app was started with: a workspace, and what to open in it. Pure, so that tests need no Electron. */
import * as path from 'node:path';
import { BUNDLE_EXTENSION } from '../shared/values/bundle-file';
import type { OpenRequest } from '../shared/processes/shell-contract';
import { placeOfLink } from '../shared/processes/window-origin';

export interface Asked {
  workspace: string | null;
  requests: OpenRequest[];
}

/** A path or link from the system or the user; null for anything else. */
export function requestOf(word: string, folder: string): OpenRequest | null {
  if (word.includes('://')) {
    const place = placeOfLink(word);
    return place === null ? null : { kind: 'place', place };
  }
  const target = path.resolve(folder, word);
  return { kind: target.endsWith(`.${BUNDLE_EXTENSION}`) ? 'bundle' : 'folder', path: target };
}

/**
 * @param words process.argv
 * @param appFolder in development, where it follows Electron's own switches; null in the packaged app
 * @returns the words after the program and the app
 */
export function wordsForApp(words: readonly string[], appFolder: string | null): string[] {
  const at = appFolder === null ? 0 : words.findIndex((word, index) => index > 0 && path.resolve(word) === appFolder);
  return words.slice(Math.max(0, at) + 1);
}

/**
 * @param words after the program (and the app's folder, in development)
 * @param folder the current folder when they were typed
 */
export function readCommandLine(words: readonly string[], folder: string): Asked {
  const asked: Asked = { workspace: null, requests: [] };
  for (let index = 0; index < words.length; index++) {
    const word = words[index]!;
    const value = words[index + 1];
    if (word === '--workspace' && value !== undefined) {
      asked.workspace = path.resolve(folder, value);
      index += 1;
    } else if (!word.startsWith('-')) {
      const request = requestOf(word, folder);
      if (request !== null) asked.requests.push(request);
    }
  }
  return asked;
}
