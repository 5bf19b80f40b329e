/**
 * What docs, comments and help texts name exists: files, folders, headings, npm scripts, commands with their options.
 *
 * @module-tag telling
 */
import { execFileSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { expect, test } from 'vitest';
import { COMMANDS } from '../../src/features/commands';
import { parseCommandLine } from '../../src/cli/program';

const ROOT = path.join(import.meta.dirname, '../..');

/** Tracked files; texts must not rely on files that are built or downloaded. */
const FILES = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  cwd: ROOT,
  encoding: 'utf8',
  maxBuffer: 1 << 26,
})
  .trim()
  .split('\n')
  .filter((file) => fs.existsSync(path.join(ROOT, file)));
const PLACES = new Set(FILES.flatMap((file) => [file, ...foldersAbove(file)]));
const TEXTS = FILES.filter((file) => /\.(md|ts|tsx|mts|mjs|cc|h|yml)$/.test(file));
const MARKDOWN = TEXTS.filter((file) => file.endsWith('.md'));

function foldersAbove(file: string): string[] {
  const parts = file.split('/');
  return parts.slice(1).map((_, index) => parts.slice(0, index + 1).join('/'));
}

const read = (file: string): string => fs.readFileSync(path.join(ROOT, file), 'utf8');

/** Lines of a text with their numbers, including code fences. */
const linesOf = (file: string): { line: string; at: string }[] =>
  read(file)
    .split('\n')
    .map((line, index) => ({ line, at: `${file}:${index + 1}` }));

/** The anchor that GitHub gives a heading. */
const anchorOf = (heading: string): string =>
  heading
    .trim()
    .toLowerCase()
    .replaceAll(/[^\p{Letter}\p{Number}\s_-]/gu, '')
    .replaceAll(/\s/g, '-');
const anchorsOf = (file: string): string[] =>
  [...read(file).matchAll(/^#+ (.*)$/gm)].map(([, heading]) => anchorOf(heading!));

test('links of Markdown files lead to files, folders and headings', () => {
  const broken: string[] = [];
  for (const file of MARKDOWN)
    for (const { line, at } of linesOf(file))
      for (const [, target] of line.matchAll(/\]\(([^)\s]+)\)/g)) {
        if (/^[a-z]+:/.test(target!)) continue;
        const [place, anchor] = target!.split('#') as [string, string | undefined];
        const resolved = place === '' ? file : path.posix.join(path.posix.dirname(file), place).replace(/\/$/, '');
        if (!PLACES.has(resolved)) broken.push(`${at}: ${target}`);
        else if (anchor !== undefined && !anchorsOf(resolved).includes(anchor)) broken.push(`${at}: ${target}`);
      }
  expect(broken).toEqual([]);
});

/** Matches src/engine/data and the like to the end of a name; a path followed by * or < is a pattern. */
const PATH_IN_TEXT = /(?<![\w./@-])(?:src|docs|tests|scripts|bench|resources)\/[\w.@/-]*[\w-](?![\w/*<{[-])/g;

test('paths that texts name are in the repository', () => {
  const missing: string[] = [];
  for (const file of TEXTS)
    for (const { line, at } of linesOf(file)) {
      if (!isProse(file, line)) continue;
      for (const [name] of line.matchAll(PATH_IN_TEXT)) {
        const candidates = [name, `${name}.ts`, `${name}.tsx`, `${name}.test.ts`, `${name}.mjs`];
        // A decision may be named by its number.
        const isDecision = FILES.some((one) => one.startsWith(`${name}-`) && one.startsWith('docs/decisions/'));
        if (!isDecision && !candidates.some((candidate) => PLACES.has(candidate))) missing.push(`${at}: ${name}`);
      }
    }
  expect(missing).toEqual([]);
});

test('documents that texts name are in the repository', () => {
  const names = new Set(MARKDOWN.map((file) => path.posix.basename(file)));
  const missing: string[] = [];
  for (const file of TEXTS)
    for (const { line, at } of linesOf(file)) {
      if (!isProse(file, line)) continue;
      for (const [name] of line.matchAll(/[\w-]+\.md\b/g)) if (!names.has(name)) missing.push(`${at}: ${name}`);
    }
  expect(missing).toEqual([]);
});

/** The first line of a file that a walkthrough creates. */
const NEW_FILE = /^\/\/ \S+, new$/;

/** Markdown is all prose; in code, comments are. */
const isProse = (file: string, line: string): boolean =>
  file.endsWith('.md') ? !NEW_FILE.test(line) : /^\s*(\/\/|\/?\*|#)/.test(line);

test('npm scripts that texts name are in package.json', () => {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
  const missing = TEXTS.flatMap((file) =>
    linesOf(file).flatMap(({ line, at }) =>
      [...(isProse(file, line) ? line : '').matchAll(/npm run ([a-z][\w-]*)/g)].flatMap(([, name]) =>
        Object.hasOwn(scripts, name!) ? [] : [`${at}: npm run ${name}`],
      ),
    ),
  );
  expect(missing).toEqual([]);
});

/** Command lines in code blocks and in backticks. A word in capitals stands for a value. */
function commandLines(file: string): { typed: string; at: string }[] {
  return linesOf(file).flatMap(({ line, at }) => {
    const inBlock = /^\s*(?:\$ )?(?:npx )?shelfwise (.*)$/.exec(line)?.[1];
    const inline = [...line.matchAll(/`(?:npx )?shelfwise ([^`]+)`/g)].map(([, typed]) => typed!);
    return [...(inBlock === undefined ? [] : [inBlock]), ...inline].map((typed) => ({ typed, at }));
  });
}

test('the program accepts the command lines in Markdown files', () => {
  const refused: string[] = [];
  let parsed = 0;
  for (const file of MARKDOWN)
    for (const { typed, at } of commandLines(file)) {
      // A sentence may name a command without its values, and a block may explain it after two blanks.
      const words = [...typed.replace(/\s{2,}.*| > .*/, '').matchAll(/(?:[^\s"']|"[^"]*"|'[^']*')+/g)].map(([word]) =>
        word.replaceAll(/["']/g, ''),
      );
      if (words.some((word) => /[[\]…]|^\.\.\.$/.test(word))) continue;
      parsed++;
      try {
        parseCommandLine(words);
      } catch (thrown) {
        const { message } = thrown as Error;
        // A sentence may name a command and only the option it is about.
        const isIncomplete = COMMANDS.some(({ name }) => message.startsWith(`${name} needs `));
        if (!isIncomplete && words[0] !== 'COMMAND') refused.push(`${at}: ${typed}: ${message}`);
      }
    }
  expect(refused).toEqual([]);
  expect(parsed).toBeGreaterThan(20);
});

test('decisions are numbered without an unexplained gap', () => {
  const numbers = FILES.flatMap((file) => /^docs\/decisions\/(\d{4})-/.exec(file)?.[1] ?? []).map(Number);
  expect(new Set(numbers).size).toBe(numbers.length);
  // Numbers are not reused. Those without a page are named with the reason, or with where that stands now.
  const [present, past] = read('docs/decisions/README.md').split('## No pages any more') as [string, string];
  const numbersIn = (text: string): number[] => [...text.matchAll(/^\| (\d+) /gm)].map(([, number]) => Number(number));
  const gone = new Set([2, 3, 5, 12, 18, 19, ...numbersIn(past)]);
  expect(numbersIn(present)).toEqual(numbers.toSorted((left, right) => left - right));
  expect(present.match(/^\| \d+ +\| \d{4}-\d\d-\d\d +\|/gm)).toHaveLength(numbers.length);
  const expected = Array.from({ length: Math.max(...numbers) }, (_, index) => index + 1).filter(
    (one) => !gone.has(one),
  );
  expect(numbers.sort((left, right) => left - right)).toEqual(expected);
});
