/**
 * What is exported is imported by another file.
 *
 * @module-tag telling
 */
import * as fs from 'node:fs';
import * as path from 'node:path';
import { expect, it } from 'vitest';

const ROOT = path.join(import.meta.dirname, '..');
const CODE = /\.(ts|tsx|mts|mjs)$/;
const DECLARED =
  /^export (?:declare )?(?:abstract )?(?:async )?(?:const|let|function\*?|class|type|interface|enum) ([\w$]+)/gm;

const filesOf = (folder: string, recursive: boolean): string[] =>
  fs
    .readdirSync(path.join(ROOT, folder), { recursive, encoding: 'utf8' })
    .filter((file) => CODE.test(file))
    .map((file) => path.posix.join(folder, file));

/** All code by its path, with the settings of tools that lie in the root. */
const files = new Map(
  [...filesOf('', false), ...['src', 'tests', 'bench', 'scripts'].flatMap((folder) => filesOf(folder, true))].map(
    (file) => [file, fs.readFileSync(path.join(ROOT, file), 'utf8')] as const,
  ),
);

const IMPORTED = /['"`](\.{1,2}\/[^'"`\n]+)['"`]/g;
const ENDINGS = ['', '.ts', '.tsx', '.mts', '.mjs'];

/** Those of the names that occur in the files that import each file. */
function namesInImporters(
  of: ReadonlyMap<string, string>,
  names: ReadonlySet<string>,
): ReadonlyMap<string, ReadonlySet<string>> {
  const words = new Map<string, Set<string>>();
  for (const [file, text] of of) {
    const own = new Set((text.match(/[\w$]+/g) ?? []).filter((word) => names.has(word)));
    for (const [, specifier] of text.matchAll(IMPORTED)) {
      const base = path.posix.join(path.posix.dirname(file), specifier!);
      const imported = ENDINGS.map((ending) => base + ending).find((name) => of.has(name));
      if (imported === undefined || imported === file) continue;
      const known = words.get(imported) ?? new Set();
      for (const word of own) known.add(word);
      words.set(imported, known);
    }
  }
  return words;
}

/** How often each word occurs. */
function counted(texts: Iterable<string>): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts)
    for (const word of text.match(/[\w$]+/g) ?? []) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/** Tables of words are read whole; tests, benches and scripts also import by paths that they put together. */
const isImportedByName = (file: string): boolean => file.startsWith('src/') && !/\/words(\/|\.ts$)/.test(file);

/** Exports whose name occurs in no file that imports theirs, or nowhere else at all. */
function unused(of: ReadonlyMap<string, string>): string[] {
  const counts = counted(of.values());
  const declared = new Map(
    Array.from(of, ([file, text]) => [file, Array.from(text.matchAll(DECLARED), ([, name]) => name!)]),
  );
  const words = namesInImporters(of, new Set([...declared.values()].flat()));
  const isUsed = (file: string, name: string): boolean =>
    isImportedByName(file) ? words.get(file)?.has(name) === true : counts.get(name)! > 1;
  return [...declared].flatMap(([file, names]) =>
    names.flatMap((name) => (isUsed(file, name) ? [] : [`${file}: ${name}`])),
  );
}

it('names are found that no importing file mentions', () => {
  const one = [
    'src/one.ts',
    'export const A = 1;\nexport function* b() {}\nexport interface C {}\nconst D = 1;\n',
  ] as const;
  expect(unused(new Map([one]))).toEqual(['src/one.ts: A', 'src/one.ts: b', 'src/one.ts: C']);
  const two = ['src/two.tsx', "import { A, type C } from './one';\nexport { b } from './one';\n"] as const;
  expect(unused(new Map([one, two]))).toEqual([]);
  const elsewhere = new Map([['tests/one.ts', one[1]]]);
  expect(unused(elsewhere)).toEqual(['tests/one.ts: A', 'tests/one.ts: b', 'tests/one.ts: C']);
  // The same words in a file that does not import them are others.
  expect(unused(new Map([one, ['src/three.ts', 'const A = 1, b = 2, C = 3;\n']]))).toHaveLength(3);
});

it('nothing is exported that no other file imports', () => {
  expect(files.size).toBeGreaterThan(1000);
  expect(unused(files)).toEqual([]);
});
