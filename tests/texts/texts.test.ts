/** What the program says is what was reviewed: see README.md. */
import * as fs from 'node:fs';
import * as path from 'node:path';
import { describe, expect, it } from 'vitest';
import { textsOfSource } from './areas';
import { errorsOf, literalsOf } from './literals';

const FOLDER = import.meta.dirname;
const texts = textsOfSource();
const SOURCES = path.join(FOLDER, '../../src');
const HOW = 'read the difference; where it is meant, "npm run texts" writes it down';

const held = fs
  .readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.txt'))
  .map((file) => file.replaceAll(path.sep, '/'));

describe('the texts that were reviewed', () => {
  it('are those of every source that has texts, and of no other', () => {
    expect(held.toSorted(), HOW).toEqual([...texts.keys()].toSorted());
  });

  it.each(held.map((file) => [file]))('%s is what the program says', (file) => {
    expect(texts.get(file) ?? '', HOW).toBe(fs.readFileSync(path.join(FOLDER, file), 'utf8'));
  });

  it('are of the window, the desktop, the command line, the sentences, the knobs and other errors', () => {
    const areas = new Set(held.map((file) => file.split('/').slice(0, 2).join('/')));
    const inBoth = ['desktop', 'knobs', 'sentences', 'window'];
    expect([...areas].toSorted()).toEqual([
      ...['command-line', 'errors', ...inBoth].toSorted().map((area) => `en/${area}`),
      ...inBoth.map((area) => `ko/${area}`),
    ]);
  });
});

it('only faults of the program are not translated', () => {
  const untranslated = texts.get('en/errors/untranslated.txt')!.trimEnd().split('\n');
  expect(untranslated.filter((line) => !line.startsWith('internal: '))).toEqual([]);
});

/** Korean that is no text of ours: names of columns, words of files and titles, and units beside numbers, which tests of their own hold. */
const OTHER_KOREAN = ['column-names.ts', 'episode.ts', 'format.ts', 'known-attributes.ts'];
/** Words of models, choices, checks, export formats, screens, pages of the guide, terms and keys of tunings stand in their tables; the window's tables take them from there, and are held with them. */
const IN_AREAS =
  /^(shared\/texts\/(en|ko)|shared\/sentences|shared\/recipe\/knobs)\/[\w-]+\.ts$|^(main\/texts|shared\/contract\/tuning-keys|shared\/(screens|screen-help|guide|glossary|export-formats|checks)|shared\/recipe\/(models|choice-names))\.ts$/;

it('Korean stands in the sources of texts only', () => {
  const elsewhere = fs
    .readdirSync(SOURCES, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll(path.sep, '/'))
    .filter((file) => /\.(tsx?|html)$/.test(file) && !/\.test\./.test(file) && !IN_AREAS.test(file))
    .filter((file) => /[가-힣]/.test(fs.readFileSync(path.join(SOURCES, file), 'utf8')));
  expect(elsewhere.map((file) => path.posix.basename(file)).toSorted()).toEqual(OTHER_KOREAN);
});

describe('the texts of a source', () => {
  it('are its literals under their names, without types, imports, codes and what is compared', () => {
    const source = `
      import { x } from './module';
      type Kind = 'kind of nothing';
      const WORDS = { 'a-b': 'first word', kind: 'text' } as const satisfies Record<string, string>;
      export function say(count: number): string {
        if (mode === 'compared') throw new ShelfwiseError('usage', \`There are \${count} of \${WORDS['a-b']}.\`);
        return style('bold', 'shown' + ' on');
      }`;
    expect(literalsOf(source)).toEqual([
      ['WORDS.a-b', 'first word'],
      ['say', 'There are {} of {}.'],
      ['say', 'shown'],
      ['say', ' on'],
    ]);
  });

  it('are, of errors, those that no table holds', () => {
    const source = `
      throw new ShelfwiseError('busy', \`Port \${port} is taken.\`, { cause });
      throw new ShelfwiseError('usage', say('run.unknown', { run: 'not this' }));
      throw new Error('nor this');`;
    expect(errorsOf(source)).toEqual([['busy', 'Port {} is taken.']]);
  });
});
