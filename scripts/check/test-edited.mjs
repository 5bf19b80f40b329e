// Runs the tests that an edit can change: those that reach an edited file by their imports, and those that read files.
import { TESTED } from '../setup/paths.mjs';
import { lookAtEdited } from './edited.mjs';
import { readGraphOfTests } from './import-graph.mjs';

/** Files whose readers are known: by import, or as one of the tests that read files. */
export const FILES =
  /^(?!tests\/support\/)(?:(?:src|tests|scripts|bench|docs)\/.*\.(?:ts|tsx|mts|mjs|css|md)|[A-Z]+\.md)$/;
/** All others, such as settings, packages, native code, the sample, and what every test sets up. */
export const RULES = new RegExp(`^(?!.*(?:\\.png|\\.py)$)(?!${FILES.source.slice(1, -1)}$)`);

const TEST = /\.test\.tsx?$/;
/** A test that reads files beside its imports. */
const READS_FILES = /\bimport\.meta\.(?!glob)|\breadFileSync\b|\breaddirSync\b|\bROOT\b/;

/**
 * @template {{ status: number }} Result
 * @param {(filters: string[]) => Promise<Result>} runTests given filters for vitest; none for all tests
 * @returns {Promise<Result>}
 */
export const testEdited = (runTests) =>
  lookAtEdited({
    cache: TESTED,
    rules: RULES,
    files: FILES,
    all: () => runTests([]),
    some: (edited) => runTests(testsOf(edited)),
  });

/**
 * @param {string[]} edited
 * @returns {string[]} test files, sorted
 */
export function testsOf(edited, { files, texts, imports } = readGraphOfTests()) {
  const importers = new Map(files.map((file) => [file, []]));
  for (const [file, targets] of imports) for (const target of targets) importers.get(target).push(file);
  const readers = files.filter((file) => TEST.test(file) && READS_FILES.test(texts.get(file)));
  const reached = new Set([...edited.filter((file) => importers.has(file)), ...readers]);
  for (const file of reached) for (const importer of importers.get(file)) reached.add(importer);
  return [...reached].filter((file) => TEST.test(file)).toSorted();
}
