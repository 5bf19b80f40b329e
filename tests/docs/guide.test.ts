/** docs/guide is true and whole: the same pages in both languages, and every name in bold is one that the window shows. */
import * as fs from 'node:fs';
import * as path from 'node:path';
import { describe, expect, it } from 'vitest';
import { TEXTS as DESKTOP } from '../../src/main/texts';
import { en } from '../../src/features/words/en';
import { ko } from '../../src/features/words/ko';
import { GUIDE_PAGES, guideTitles } from '../../src/shared/guide/guide';
import { KNOBS } from '../../src/shared/recipe/table';

const GUIDE = path.join(import.meta.dirname, '../../docs/guide');
type Tree = { readonly [key: string]: string | Tree };

const leaves = (tree: Tree): string[] =>
  Object.values(tree).flatMap((value) => (typeof value === 'string' ? [value] : leaves(value)));

/** As a sentence names it: a menu's access key, a colon and dots at the end left out. */
const asNamed = (text: string): string =>
  text
    .replace(/\(&\w\)/, '')
    .replace('&', '')
    .replace(/[:…]$/, '')
    .trim();

const withoutSyntax = (heading: string): string => heading.replaceAll(/[*`]/g, '');

describe.each([
  ['en', en],
  ['ko', ko],
] as const)('the guide in %s', (language, tables) => {
  const folder = path.join(GUIDE, language);
  const read = (page: string): string => fs.readFileSync(path.join(folder, `${page}.md`), 'utf8');
  const knobs = Object.values(KNOBS).map(({ label }) => label[language]);
  const menus = Object.values(DESKTOP[language]).filter((text) => typeof text === 'string');
  const shown = new Set([...leaves(tables), ...knobs, ...menus].map(asNamed));

  it('has the pages of the table, under its titles', () => {
    expect(fs.readdirSync(folder).toSorted()).toEqual(GUIDE_PAGES.map((page) => `${page}.md`).toSorted());
    const titles = GUIDE_PAGES.map((page) => [page, /^# (.*)$/m.exec(read(page))?.[1]]);
    expect(Object.fromEntries(titles)).toEqual(guideTitles(language));
  });

  it.each(GUIDE_PAGES)('names on %s only what the window shows under that name', (page) => {
    const names = [...read(page).matchAll(/\*\*([^*]+)\*\*/g)].map(([, name]) => name!.replaceAll(/\s+/g, ' '));
    expect(names.length).toBeGreaterThan(0);
    expect(names.filter((name) => !shown.has(asNamed(name)))).toEqual([]);
  });

  it.each(GUIDE_PAGES)(
    'holds on %s nothing that the window does not draw: its own pages, pictures, no HTML',
    (page) => {
      const text = read(page);
      const targets = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target]) => target!);
      const known = targets.filter(
        (target) =>
          new RegExp(`^(${GUIDE_PAGES.join('|')})\\.md(#.+)?$`).test(target) ||
          target.startsWith(`../../screens/${language}/`),
      );
      expect(targets).toEqual(known);
      expect(text).not.toMatch(/<[a-z/!]/i);
    },
  );
});

it('has the same parts in both languages', () => {
  const parts = (language: string, page: string): string[] =>
    fs
      .readFileSync(path.join(GUIDE, language, `${page}.md`), 'utf8')
      .split('\n')
      .map((line) => /^(#+ |!\[|\d+\. |\| -)/.exec(line)?.[1] ?? '')
      .filter((part) => part !== '');
  for (const page of GUIDE_PAGES)
    expect({ page, parts: parts('ko', page) }).toEqual({ page, parts: parts('en', page) });
});

it('says of every kind of error what to do, under the title that the error has', () => {
  for (const [language, { common }] of Object.entries({ en, ko })) {
    const text = fs.readFileSync(path.join(GUIDE, language, 'trouble.md'), 'utf8');
    const headings = [...text.matchAll(/^## (.*)$/gm)].map(([, heading]) => withoutSyntax(heading!));
    expect(headings.toSorted()).toEqual(Object.values(common.errors).toSorted());
  }
});
