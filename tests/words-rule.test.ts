/** The lint rule on words: a user's fault is a sentence of a table, and a Korean text stands beside its English one. */
import * as fs from 'node:fs/promises';
import * as os from 'node:os';
import * as path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { lint } from './support/lint';

const FAULT = "import { ShelfwiseError } from '../../shared/errors';\nexport const x = (y: string) => ";
const REFUSED: Record<string, { code: string; file?: string }> = {
  'a fault in English alone': { code: `${FAULT}new ShelfwiseError('usage', 'No such day.');` },
  'a fault with a value in it': { code: `${FAULT}new ShelfwiseError('not-found', \`\${y} is not there.\`);` },
  'a Korean text': { code: "export const x = '목록';" },
  'a Korean text with a value in it': { code: 'export const x = (y: string) => `${y} 목록`;' },
  'a Korean text in a window': { code: 'export const X = () => <p>목록</p>;', file: 'features/trash/window/Probe.tsx' },
};
const ACCEPTED: Record<string, { code: string; file?: string }> = {
  'a sentence of a table': { code: `${FAULT}new ShelfwiseError('usage', say('x.day', { y }));` },
  'a fault of the program': { code: `${FAULT}new ShelfwiseError('internal', \`No such \${y}.\`);` },
  'a row in both languages': { code: "export const x = { en: 'List', ko: '목록' };" },
  'a table of words': { code: "export const x = '목록';", file: 'features/trash/words.ts' },
  'a name of a column': { code: "export const x = '제목';", file: 'engine/import/propose/column-names.ts' },
};

let folder: string;
const refused = new Set<string>();
const folderOf = (name: string): string => name.replaceAll(/\W+/g, '-');

beforeAll(async () => {
  folder = await fs.mkdtemp(path.join(os.tmpdir(), 'shelfwise-words-rule-'));
  for (const [name, { code, file = 'engine/data/probe.ts' }] of Object.entries({ ...REFUSED, ...ACCEPTED })) {
    const target = path.join(folder, folderOf(name), 'src', file);
    await fs.mkdir(path.dirname(target), { recursive: true });
    await fs.writeFile(target, `${code}\n`);
  }
  for (const { code, filename } of await lint(folder))
    if (code === 'shelfwise(words)') refused.add(filename.split('/src/')[0]!.split('/').at(-1)!);
});
afterAll(() => fs.rm(folder, { recursive: true, force: true }));

test.each(Object.keys(REFUSED))('%s is refused', (name) => {
  expect(refused).toContain(folderOf(name));
});

test.each(Object.keys(ACCEPTED))('%s is accepted', (name) => {
  expect(refused).not.toContain(folderOf(name));
});
