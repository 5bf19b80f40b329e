// Which file imports which, read from the text of the sources.
import { execFileSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { ROOT } from '../setup/paths.mjs';

/** Files that measures and picture are about: TypeScript, scripts, C++ and styles. */
const PRODUCT = /\.(ts|tsx|mjs|cc|h|css)$/;
/** Files that a test can import, pages of the guide with them. */
const IMPORTED = /\.(ts|tsx|mjs|css|md)$/;
const TEST = /\.test\.tsx?$|\/testing\//;
const CODE = /\.(ts|tsx)$/;

/** Static imports and exports, import(), type queries, bare imports, and `composes: … from` of styles. */
const IMPORTS = /(?:^|[\s;}])(?:from|import)\s*\(?\s*['"](\.[^'"]+)['"]/g;
/** A module or file by its address, as scripts are loaded by tests. */
const ADDRESSES = /\bnew URL\(\s*'(\.[^']+)',\s*import\.meta\.url\s*\)/g;
/** What the compiler erases. */
const TYPE_IMPORTS = /(?:^|(?<=[\s;}]))(?:import|export)\s+type\s[^;'"]*?\bfrom\s*['"][^'"]+['"]/g;
/** Vite's import of the files that match patterns. */
const FOLDER_IMPORTS = /\bimport\.meta\.glob(?:<[^;]*?>)?\(\s*(\[[^\]]*\]|'[^']*')/g;
const ENDINGS = ['', '.ts', '.tsx', '.d.ts', '/index.ts'];

/**
 * @typedef {object} ImportGraph
 * @property {string[]} files
 * @property {Map<string, string>} texts file -> its text
 * @property {Map<string, Set<string>>} imports file -> those of the files that it imports
 */

/** The product's files under src, tests left out. @returns {ImportGraph} */
export const readImportGraph = () => graphOf(['src'], (file) => PRODUCT.test(file) && !TEST.test(file));

/** Everything that a test may load, tests too; types are erased before a test runs. @returns {ImportGraph} */
export const readGraphOfTests = () =>
  graphOf(
    ['src', 'tests', 'scripts', 'bench', 'docs'],
    (file) => IMPORTED.test(file),
    (text) => text.replaceAll(TYPE_IMPORTS, ''),
  );

/**
 * @param {string[]} folders
 * @param {(file: string) => boolean} isWanted
 * @param {(text: string) => string} counted the part of a text whose imports count
 * @returns {ImportGraph}
 */
function graphOf(folders, isWanted, counted = (text) => text) {
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard', ...folders], {
    cwd: ROOT,
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  });
  const files = listed.split('\0').filter((file) => isWanted(file) && fs.existsSync(path.join(ROOT, file)));
  const known = new Set(files);
  const texts = new Map(files.map((file) => [file, fs.readFileSync(path.join(ROOT, file), 'utf8')]));
  const imports = new Map(
    files.map((file) => {
      const text = isImporter(file) ? texts.get(file) : '';
      const code = counted(withoutComments(text));
      const found = [IMPORTS, ADDRESSES]
        .flatMap((pattern) => [...code.matchAll(pattern)])
        .map(([, specifier]) => {
          const place = path.posix.join(path.posix.dirname(file), specifier.split('?')[0]);
          return ENDINGS.map((ending) => place + ending).find((candidate) => known.has(candidate));
        });
      // In the whole text: a pattern such as './*/commands' looks like the begin of a comment.
      const matched = [...text.matchAll(FOLDER_IMPORTS)].flatMap(([, patterns]) => filesOf(patterns, file, files));
      return [file, new Set([...found, ...matched].filter((target) => target !== undefined && target !== file))];
    }),
  );
  return { files, texts, imports };
}

/** @param {string} patterns as the call has them: one, or an array, of which those with `!` leave files out */
function filesOf(patterns, importer, files) {
  const [wanted, unwanted] = [false, true].map((leavesOut) =>
    [...patterns.matchAll(/'(!?)([^']+)'/g)]
      .filter(([, not]) => (not === '!') === leavesOut)
      .map(([, , pattern]) => path.posix.join(path.posix.dirname(importer), pattern))
      .map((pattern) => new RegExp(`^${pattern.split('*').map(escaped).join('[^/]*')}$`)),
  );
  const some = (expressions, file) => expressions.some((expression) => expression.test(file));
  return files.filter((file) => some(wanted, file) && !some(unwanted, file));
}

const escaped = (text) => text.replaceAll(/[.+?^${}()|[\]\\]/g, String.raw`\$&`);

const isImporter = (file) => !file.endsWith('.md');

export const isCode = (file) => CODE.test(file);

const withoutComments = (text) => text.replaceAll(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');

/**
 * Groups of nodes that reach each other (Tarjan 1972).
 * @param {Map<string, Iterable<string>>} graph
 * @returns {string[][]} groups of more than one node
 */
export function circlesOf(graph) {
  const order = new Map();
  const lowest = new Map();
  const open = [];
  const circles = [];
  const visit = (node) => {
    order.set(node, order.size);
    lowest.set(node, order.get(node));
    open.push(node);
    for (const next of graph.get(node) ?? []) {
      if (!order.has(next)) visit(next);
      if (open.includes(next)) lowest.set(node, Math.min(lowest.get(node), lowest.get(next)));
    }
    if (lowest.get(node) !== order.get(node)) return;
    const circle = open.splice(open.indexOf(node));
    if (circle.length > 1) circles.push(circle);
  };
  for (const node of graph.keys()) if (!order.has(node)) visit(node);
  return circles;
}

/**
 * The graph of what groups of files import from each other.
 * @param {ImportGraph} graph
 * @param {(file: string) => string | null} groupOf null leaves a file out
 * @returns {Map<string, Map<string, number>>} group -> group -> number of imports
 */
export function importsBetween({ imports }, groupOf) {
  const between = new Map();
  for (const [file, targets] of imports) {
    const from = groupOf(file);
    if (from === null) continue;
    if (!between.has(from)) between.set(from, new Map());
    for (const target of targets) {
      const to = groupOf(target);
      if (to !== null && to !== from) between.get(from).set(to, (between.get(from).get(to) ?? 0) + 1);
    }
  }
  return between;
}
