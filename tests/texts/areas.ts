/** Every text that the program shows, as the files beside this one hold it: one file per language, area and source (README.md). */
import * as fs from 'node:fs';
import * as path from 'node:path';
import { TEXTS as DESKTOP } from '../../src/main/texts';
import { CHOICE_NAMES } from '../../src/shared/recipe/choice-names';
import type { Knob } from '../../src/shared/recipe/knob';
import type { Language } from '../../src/shared/words/sentence';
import type { Templates } from '../../src/shared/words/templates';
import { errorsOf, literalsOf } from './literals';

/** A translation of the window: texts by key, in groups. */
type Tree = { readonly [key: string]: string | Tree };
type Modules<Exports> = Record<string, Readonly<Record<string, Exports>>>;
type Text = readonly [key: string, text: string];

const LANGUAGES: readonly Language[] = ['en', 'ko'];

// What a new file of texts is found by. Each exports tables of texts and nothing else.
const WINDOW = import.meta.glob(
  ['/src/shared/words/{en,ko}/*.ts', '/src/features/*/words/{en,ko}.ts', '/src/features/*/words/{en,ko}/*.ts'],
  {
    eager: true,
  },
) as Modules<Tree>;
const SENTENCES = import.meta.glob(['/src/shared/words/sentences/*.ts', '/src/features/*/words/sentences.ts'], {
  eager: true,
}) as Modules<Templates>;
const KNOBS = import.meta.glob('/src/shared/recipe/knobs/*.ts', { eager: true }) as Modules<Record<string, Knob>>;

const SOURCES = path.join(import.meta.dirname, '../../src');

/** The sources below a folder of src, but for tests: their place in it, and what they hold. */
const sourcesBelow = (folder: string): [file: string, source: string][] =>
  fs
    .readdirSync(path.join(SOURCES, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !file.includes('.test.'))
    .toSorted()
    .map((file) => [file.replaceAll(path.sep, '/'), fs.readFileSync(path.join(SOURCES, folder, file), 'utf8')]);

const stem = (file: string): string => path.posix.basename(file, '.ts');

function leaves(tree: Tree, prefix = ''): Text[] {
  return Object.entries(tree).flatMap(([key, value]): Text[] =>
    typeof value === 'string' ? [[prefix + key, value]] : leaves(value, `${prefix}${key}.`),
  );
}

/** The tables that a module exports, in one. */
const tablesOf = <Table extends object>(exports: Readonly<Record<string, Table>>): Table =>
  Object.assign({}, ...Object.values(exports)) as Table;

/** Some texts of menus are made with values; they are shown with the number of the value in its place. */
const desktopText = (text: string | ((...values: string[]) => string)): string =>
  typeof text === 'string' ? text : text('{1}', '{2}');

/** A text a line. Where one has several lines, the others are indented; where blanks at its ends count, it is in quotes. */
const asFile = (texts: readonly Text[]): string =>
  texts
    .map(([key, text]) => `${key}: ${text === text.trim() ? text.replaceAll('\n', '\n    ') : JSON.stringify(text)}\n`)
    .join('');

/** @returns the content of each file by its path in this folder, "en/window/train.txt" */
export function textsOfSource(): Map<string, string> {
  const files = new Map<string, string>();
  const add = (file: string, texts: readonly Text[]): void => {
    if (texts.length > 0) files.set(file, asFile(texts));
  };
  for (const [file, exports] of Object.entries(WINDOW))
    add(`${path.posix.basename(path.posix.dirname(file))}/window/${stem(file)}.txt`, leaves(tablesOf(exports)));
  for (const language of LANGUAGES) {
    add(
      `${language}/desktop/texts.txt`,
      Object.entries(DESKTOP[language]).map(([key, text]) => [key, desktopText(text)]),
    );
    for (const [file, exports] of Object.entries(SENTENCES))
      add(
        `${language}/sentences/${stem(file)}.txt`,
        Object.entries(tablesOf(exports)).map(([id, template]) => [id, template[language]]),
      );
    for (const [file, exports] of Object.entries(KNOBS))
      add(
        `${language}/knobs/${stem(file)}.txt`,
        Object.entries(tablesOf(exports)).flatMap(([name, { label, help }]): Text[] => [
          [`${name}.label`, label[language]],
          [`${name}.help`, help[language]],
        ]),
      );
    add(
      `${language}/knobs/choice-names.txt`,
      Object.entries(CHOICE_NAMES).flatMap(([name, names]) =>
        Object.entries(names).map(([choice, text]): Text => [`${name}.${choice}`, text[language]]),
      ),
    );
  }
  // The command line speaks English only.
  for (const [file, source] of sourcesBelow('cli'))
    add(`en/command-line/${file.replace(/ts$/, 'txt')}`, literalsOf(source));
  // By their text, wherever their source lies.
  const errors = sourcesBelow('.')
    .filter(([file, source]) => !file.startsWith('cli/') && source.includes('new ShelfwiseError('))
    .flatMap(([file, source]) => errorsOf(source, file.endsWith('x') ? 'tsx' : 'ts'));
  add(
    'en/errors/untranslated.txt',
    errors.toSorted(([, one], [, other]) => (one < other ? -1 : 1)),
  );
  return files;
}
