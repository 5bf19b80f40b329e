import * as path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readCommandLine, wordsForApp } from './command-line';

const FOLDER = path.resolve('/somewhere');

describe('the command line of the app', () => {
  it("starts after the program, and in development after the app's folder", () => {
    expect(wordsForApp(['shelfwise', 'data'], null)).toEqual(['data']);
    const development = ['electron', '--no-sandbox', path.join(FOLDER, 'app'), '--workspace', 'work'];
    expect(wordsForApp(development, path.join(FOLDER, 'app'))).toEqual(['--workspace', 'work']);
    expect(wordsForApp(['electron', 'data'], path.join(FOLDER, 'app'))).toEqual(['data']);
  });

  it('names a workspace, folders, bundles and places', () => {
    const words = ['--workspace', 'work', '--no-sandbox', 'data', 'run.shelfwise', 'shelfwise://runs/2026/'];
    expect(readCommandLine(words, FOLDER)).toEqual({
      workspace: path.join(FOLDER, 'work'),
      requests: [
        { kind: 'folder', path: path.join(FOLDER, 'data') },
        { kind: 'bundle', path: path.join(FOLDER, 'run.shelfwise') },
        { kind: 'place', place: '/runs/2026' },
      ],
    });
  });

  it.each(['https://example.org/', 'shelfwise://a/../../b', 'shelfwise://<script>', 'javascript://x'])(
    'ignores %s',
    (word) => expect(readCommandLine([word], FOLDER).requests).toEqual([]),
  );
});
