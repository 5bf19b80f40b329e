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

  const folderNamed = (name: string) => ({ kind: 'folder', path: path.join(FOLDER, name) });
  const work = path.join(FOLDER, 'work');

  it.each([
    ['before files', ['--workspace', 'work', 'data']],
    ['between files', ['data', '--workspace', 'work']],
    ['with its value in one word', ['data', '--workspace=work']],
    ['before the end of options', ['data', '--workspace', 'work', '--']],
  ])('takes an option %s', (_, words) => {
    expect(readCommandLine(words, FOLDER)).toEqual({ workspace: work, requests: [folderNamed('data')] });
  });

  it('takes files and further links after a link', () => {
    expect(readCommandLine(['--workspace', 'work', 'shelfwise://runs', 'data', 'shelfwise://map'], FOLDER)).toEqual({
      workspace: work,
      requests: [{ kind: 'place', place: '/runs' }, folderNamed('data'), { kind: 'place', place: '/map' }],
    });
  });

  it('takes no option after --, where all are files and links', () => {
    expect(readCommandLine(['--', '--workspace', 'work', '-data', '--', 'shelfwise://runs'], FOLDER)).toEqual({
      workspace: null,
      requests: [...['--workspace', 'work', '-data', '--'].map(folderNamed), { kind: 'place', place: '/runs' }],
    });
  });

  it.each([
    [['shelfwise://runs', '--workspace', 'work']],
    [['shelfwise://runs', '--workspace', 'work', '--', 'data']],
    [['shelfwise://runs', '--workspace=work', '--no-sandbox']],
    [['https://example.org', '--workspace', 'work']],
  ])('takes nothing more after a link that an option follows: %j', (words) => {
    const { workspace, requests } = readCommandLine(words, FOLDER);
    expect(workspace).toBe(null);
    expect(requests.filter(({ kind }) => kind !== 'place')).toEqual([]);
  });

  it.each(['https://example.org/', 'shelfwise://a/../../b', 'shelfwise://<script>', 'javascript://x'])(
    'ignores %s',
    (word) => expect(readCommandLine([word], FOLDER).requests).toEqual([]),
  );
});
