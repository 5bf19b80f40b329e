/** Every export is used: a name that occurs nowhere else in the repository can be neither imported nor needed. */
import * as fs from 'node:fs';
import * as path from 'node:path';
import { expect, it } from 'vitest';

const ROOT = path.join(import.meta.dirname, '..');
const CODE = /\.(ts|tsx|mts|mjs)$/;
const DECLARED =
  /^export (?:declare )?(?:abstract )?(?:async )?(?:const|let|function\*?|class|type|interface|enum) ([\w$]+)/gm;

/** All code by path, without the copies that tests make of it. */
const files = ['src', 'tests', 'bench', 'scripts'].flatMap((folder) =>
  fs
    .readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => CODE.test(file))
    .map((file) => [path.join(folder, file), fs.readFileSync(path.join(ROOT, folder, file), 'utf8')] as const),
);

/** Counts occurrences of each word. */
function counted(texts: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts)
    for (const [word] of text.matchAll(/[\w$]+/g)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/** Exports whose name occurs only in its declaration. */
function unused(of: ReadonlyArray<readonly [string, string]>): string[] {
  const counts = counted(of.map(([, text]) => text));
  return of.flatMap(([file, text]) =>
    [...text.matchAll(DECLARED)].flatMap(([, name]) => (counts.get(name!) === 1 ? [`${file}: ${name}`] : [])),
  );
}

it('finds names that are only declared', () => {
  const one = [
    'one.ts',
    'export const A = 1;\nexport function* b() {}\nexport interface C {}\nconst D = 1;\n',
  ] as const;
  expect(unused([one])).toEqual(['one.ts: A', 'one.ts: b', 'one.ts: C']);
  expect(unused([one, ['two.ts', "import { A, type C } from './one';\nexport { b } from './one';\n"]])).toEqual([]);
});

it('nothing is exported without a use', () => {
  expect(files.length).toBeGreaterThan(1000);
  expect(unused(files)).toEqual([]);
});
