/**
 * docs/guide is correct and complete: the same pages in both languages, and every bold name is shown in the window.
 *
 * @module-tag telling
 */
import * as fs from 'node:fs';
import * as path from 'node:path';
import { describe, expect, it } from 'vitest';
import { WORDS } from '../../src/features/words';
import { GUIDE_PAGES } from '../../src/shared/guide/guide';
import { KNOBS } from '../../src/shared/recipe/table';
import type { Text } from '../../src/shared/words/templates';
import { textsIn } from '../../src/shared/words/texts';

const GUIDE = path.join(import.meta.dirname, '../../docs/guide');
/** As a sentence names it: without a menu's access key, and without a colon, dots or the key that presses it at the end. */
const asNamed = (text: string): string =>
  text
    .replace(/\(&\w\)/, '')
    .replace('&', '')
    .replace(/[:…]$/, '')
    .replace(/ \((?:\{key\}|[A-Z])\)$/, '')
    .trim();

const withoutSyntax = (heading: string): string => heading.replaceAll(/[*`]/g, '');

describe.each(['en', 'ko'] as const)('the guide in %s', (language) => {
  const folder = path.join(GUIDE, language);
  const read = (page: string): string => fs.readFileSync(path.join(folder, `${page}.md`), 'utf8');
  const knobs = Object.values(KNOBS).map(({ label }) => label[language]);
  const texts = Object.values<Text>(WORDS).map((text) => text[language]);
  const shown = new Set([...texts, ...knobs].map(asNamed));

  it('has the pages of the table, under its titles', () => {
    expect(fs.readdirSync(folder).toSorted()).toEqual(GUIDE_PAGES.map((page) => `${page}.md`).toSorted());
    expect(GUIDE_PAGES.map((page) => /^# (.*)$/m.exec(read(page))?.[1])).toEqual(
      GUIDE_PAGES.map((page) => textsIn(language)(`help.pages.${page}`)),
    );
  });

  it.each(GUIDE_PAGES)('uses on %s only names that the window shows', (page) => {
    const names = [...read(page).matchAll(/\*\*([^*]+)\*\*/g)].map(([, name]) => name!.replaceAll(/\s+/g, ' '));
    expect(names.length).toBeGreaterThan(0);
    expect(names.filter((name) => !shown.has(asNamed(name)))).toEqual([]);
  });

  it.each(GUIDE_PAGES)(
    'contains on %s nothing that the window cannot draw: its own pages, pictures, no HTML',
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

it("gives advice on every kind of error, under the error's title", () => {
  for (const language of ['en', 'ko'] as const) {
    const text = fs.readFileSync(path.join(GUIDE, language, 'trouble.md'), 'utf8');
    const errors = Object.entries<Text>(WORDS).flatMap(([id, title]) =>
      id.startsWith('common.errors.') ? [title] : [],
    );
    const headings = [...text.matchAll(/^## (.*)$/gm)].map(([, heading]) => withoutSyntax(heading!));
    expect(headings.toSorted()).toEqual(errors.map((title) => title[language]).toSorted());
  }
});
