/** Records of exports lose the texts of people that name a forgotten profile, and keep what their files are found by. */
import * as fs from 'node:fs/promises';
import * as os from 'node:os';
import * as path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ExportRecord } from '../../shared/contract/run';
import { pruneExports, readExports, rememberExport } from './earlier-exports';

let folder: string;
beforeAll(async () => {
  folder = await fs.mkdtemp(path.join(os.tmpdir(), 'shelfwise-exports-'));
});
afterAll(() => fs.rm(folder, { recursive: true, force: true }));

const exported: ExportRecord = {
  format: 'csv',
  path: '/lists.csv',
  profiles: 3,
  sha256: 'a'.repeat(64),
  exportedAt: '2026-11-29T10:00:00.000Z',
  checks: [],
};
const told: ExportRecord = {
  ...exported,
  path: '/others.csv',
  approval: { by: 'Mother of P77', at: '2026-11-29T09:00:00.000Z' },
  rules: {
    revision: 1,
    isFirst: false,
    names: ['Pin for P77', 'Autumn'],
    waiting: ['Gift for P77'],
    unmet: [
      { name: 'Pin for P77', lists: 1, why: [] },
      { name: 'Autumn', lists: 2, why: [{ reason: 'hidden', count: 2 }] },
    ],
    gone: [{ name: 'Autumn', what: ['P77', 'Otter Bay'], count: 2 }],
  },
};

test('names of rules, and who approved, go where they name the profile; the other records stay as they are', async () => {
  await rememberExport(folder, exported);
  await rememberExport(folder, told);
  const isIn = (text: string): boolean => text.includes('P77');
  expect(await pruneExports(folder, isIn, '2026-12-01T00:00:00.000Z')).toBe(1);
  expect(await readExports(folder)).toEqual([
    exported,
    {
      ...told,
      approval: { ...told.approval!, by: '' },
      rules: {
        ...told.rules!,
        names: ['Autumn'],
        waiting: [],
        unmet: [{ name: 'Autumn', lists: 2, why: [{ reason: 'hidden', count: 2 }] }],
        gone: [{ name: 'Autumn', what: ['Otter Bay'], count: 2 }],
      },
    },
  ]);
  expect(await pruneExports(folder, isIn, '2026-12-01T00:00:00.000Z')).toBe(0);
});
