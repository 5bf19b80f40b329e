/** What the app was started with: a workspace, and what to open in it. Pure, so that tests need no Electron. */
import * as path from 'node:path';
import { BUNDLE_EXTENSION } from '../shared/values/bundle-file';
import type { OpenRequest } from '../shared/processes/shell-contract';
import { placeOfLink } from '../shared/processes/window-origin';

export interface Asked {
  workspace: string | null;
  requests: OpenRequest[];
}

const isLink = (word: string): boolean => word.includes('://');

/** A path or link from the system or the user; null for anything else. */
export function requestOf(word: string, folder: string): OpenRequest | null {
  if (isLink(word)) {
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

const WORKSPACE = '--workspace';
/** Ends the options, as in every command line. */
const END = '--';

/**
 * Options stand before and between files. A browser passes on links that a page wrote, and a broken entry of the system may cut one into
 * words: so what looks like an option after a link is none, and ends what is read.
 * @param words after the program (and the app's folder, in development)
 * @param folder the current folder when they were typed
 */
export function readCommandLine(words: readonly string[], folder: string): Asked {
  const end = words.indexOf(END);
  const [before, after] = end === -1 ? [words, []] : [words.slice(0, end), words.slice(end + 1)];
  const link = before.findIndex(isLink);
  const afterLink = link === -1 ? [] : before.slice(link);
  const refused = afterLink.findIndex((word) => word.startsWith('-'));
  const { workspace, files } = withoutOptions(link === -1 ? before : before.slice(0, link));
  const opened = refused === -1 ? [...files, ...afterLink, ...after] : [...files, ...afterLink.slice(0, refused)];
  return {
    workspace: workspace === null ? null : path.resolve(folder, workspace),
    requests: opened.flatMap((word) => requestOf(word, folder) ?? []),
  };
}

/** Options of Electron and Chromium are passed over. */
function withoutOptions(words: readonly string[]): { workspace: string | null; files: string[] } {
  const files: string[] = [];
  let workspace: string | null = null;
  for (let index = 0; index < words.length; index++) {
    const word = words[index]!;
    const value = words[index + 1];
    if (word === WORKSPACE && value !== undefined) {
      workspace = value;
      index += 1;
    } else if (word.startsWith(`${WORKSPACE}=`)) workspace = word.slice(WORKSPACE.length + 1);
    else if (!word.startsWith('-')) files.push(word);
  }
  return { workspace, files };
}
