/**
 * Program values without a text: members of enumerations, paths of knobs, names of columns and of contract fields, and,
 * in Korean, any English word. User data (files and their columns, titles, IDs) and command line input may be shown.
 */
import { isContractProcedure, type AnyContractRouter } from '@orpc/contract';
import type { Page } from 'playwright-core';
import * as z from 'zod';
import { COLUMNS } from '../../../bench/generate/write/schema';
import { contract } from '../../../src/features/contract';
import type { Dataset } from '../../../src/shared/contract/dataset';
import { GLOSSARY } from '../../../src/shared/guide/glossary';
import { INSTRUCTION_SETS } from '../../../src/shared/values/instruction-sets';
import { CHOICE_NAMES } from '../../../src/shared/recipe/choice-names';
import { MODELS } from '../../../src/shared/recipe/models';
import { PRESET_NAMES } from '../../../src/shared/recipe/presets';
import { KNOB_NAMES, KNOBS } from '../../../src/shared/recipe/table';
import type { Language, Text } from '../../../src/shared/words/templates';
import { WORDS } from '../../../src/features/words';

/** Every text on the page, visible or for screen readers, once. */
export const textsOn = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const texts = new Set<string>();
    const isShown = (element: Element): boolean => element.checkVisibility({ visibilityProperty: true });
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      if (node instanceof Element) {
        // A drawing is only read out by its picture's name.
        if (!isShown(node) || node.parentElement?.closest('[role="img"]')) continue;
        for (const name of ['aria-label', 'aria-description', 'placeholder', 'title', 'alt'])
          texts.add(node.getAttribute(name) ?? '');
        // A text field shows what was typed; a combobox shows a text.
        if (node instanceof HTMLInputElement && (node.readOnly || node.getAttribute('role') === 'combobox'))
          texts.add(node.value);
      } else if (node.parentElement !== null && !['STYLE', 'SCRIPT'].includes(node.parentElement.tagName)) {
        if (isShown(node.parentElement)) texts.add(node.textContent ?? '');
      }
    }
    return [...texts].map((text) => text.trim().replaceAll(/\s+/g, ' ')).filter((text) => text !== '');
  });

/** Enumerated values and field names in inputs and outputs of every call. */
function ofContract(): { values: Set<string>; fields: Set<string> } {
  const [values, fields] = [new Set<string>(), new Set<string>()];
  const read = (part: unknown): void => {
    if (Array.isArray(part)) for (const one of part) read(one);
    if (typeof part !== 'object' || part === null || Array.isArray(part)) return;
    const { enum: choices, const: only, properties } = part as Record<string, unknown>;
    for (const value of [...(Array.isArray(choices) ? choices : []), only])
      if (typeof value === 'string') values.add(value);
    if (typeof properties === 'object' && properties !== null)
      for (const name of Object.keys(properties)) fields.add(name);
    for (const below of Object.values(part)) read(below);
  };
  const walk = (part: AnyContractRouter): void => {
    if (!isContractProcedure(part)) return Object.values(part).forEach(walk);
    const { inputSchema, outputSchema } = part['~orpc'];
    for (const schema of [inputSchema, outputSchema])
      if (schema instanceof z.ZodType)
        read(z.toJSONSchema(schema, { unrepresentable: 'any', io: schema === inputSchema ? 'input' : 'output' }));
  };
  walk(contract);
  return { values, fields };
}

const CONTRACT = ofContract();
const CHOICES = Object.values(KNOBS).flatMap((knob) => (knob.kind === 'choice' ? [...knob.choices] : []));
const RAW = new Set<string>([
  'true',
  'false',
  'null',
  'undefined',
  'NaN',
  '[object Object]',
  ...CONTRACT.values,
  ...CONTRACT.fields,
  ...CHOICES,
  ...MODELS,
  ...PRESET_NAMES,
  ...Object.keys(INSTRUCTION_SETS),
  ...Object.values(COLUMNS).flat(),
]);
/**
 * Values that are no words of any language, and therefore raw within sentences too: learning_rate, lastActive,
 * item-knn, noise.rate.
 */
const MARKED = [...RAW, ...KNOB_NAMES].filter((word) => /[a-z][._-][a-z]|[a-z][A-Z]/.test(word));
const MARKED_WORD = new RegExp(
  `(?<![\\w.-])(?:${MARKED.map((word) => word.replaceAll('.', '\\.')).join('|')})(?![\\w-]|\\.\\w)`,
  'g',
);

const textsOf = (language: Language): string[] => Object.values<Text>(WORDS).map((text) => text[language]);
const namesOfChoices = (language: Language): string[] =>
  Object.values(CHOICE_NAMES).flatMap((names) =>
    Object.values(names as Record<string, Text>).map((name) => name[language]),
  );
const TEXTS: Record<Language, ReadonlySet<string>> = {
  en: new Set([...textsOf('en'), ...namesOfChoices('en')]),
  ko: new Set([...textsOf('ko'), ...namesOfChoices('ko')]),
};

/** Text shown unchanged in every language. */
const ALLOWED: readonly RegExp[] = [
  // Packages and their versions.
  /^(?:node|tensorflow|zod|@[\w-]+\/[\w-]+)$/g,
  /(?:[a-z-]+ \d+(?:\.\d+)+(?:, )?)+/g,
  // Files, folders and addresses.
  /\b[\w-]+\.(?:csv|tsv|parquet|json|safetensors)\b/g,
  /(?:https?:\/)?(?:\/[\w.-]+)+/g,
  // Command lines and environment variables.
  /docker: --gpus all/g,
  /\bnpm install\b/g,
  /--[a-z]+ [A-Z]+/g,
  /\b[A-Z][A-Z_]+=\S+/g,
  // The name of a function.
  /\btanh\b/g,
  // Terms of the glossary have both names; the language switch speaks the other language.
  new RegExp(
    `^(?:${Object.values(GLOSSARY)
      .map(({ name }) => name.en)
      .join('|')}|${WORDS['shell.palette.toggleLanguage'].ko})$`,
    'g',
  ),
];

const words = (names: readonly string[]): string => names.map((name) => name.replaceAll(/\W/g, '\\$&')).join('|');

/** Letters of a name that stay at its end (src/renderer/shell/CutName.tsx). */
const CUT_OFF = 10;

/** The shown data, and other names given by users. */
export function ownOf(dataset: Dataset, names: readonly string[]): RegExp[] {
  const attributes = [...dataset.profileAttributes, ...dataset.itemAttributes].map(({ name }) => name);
  const columns = Object.values(COLUMNS)
    .flat()
    .filter((column) => !attributes.includes(column));
  // The bar cuts a long name in its middle where it has no room: there it stands in two texts.
  const halves = [dataset.name.slice(0, -CUT_OFF), dataset.name.slice(-CUT_OFF)].filter((half) => half !== '');
  return [
    new RegExp(`(?<!\\w)(?:${words([dataset.name, ...halves, dataset.folder, ...names])})(?!\\w)`, 'g'),
    // A label's tooltip names the attribute in the files; in the editor of labels that is the point.
    new RegExp(`^(?:${words(attributes)})$`, 'g'),
    new RegExp(
      `(?<= · )(?:${words(attributes)})$|^(?:${words(attributes)})(?=의 표시 이름$)|(?<=^Label of )(?:${words(attributes)})$`,
      'g',
    ),
    // A column beside its file's name, alone in a table of rows, and in a previewed file.
    new RegExp(`(?<=^\\S+\\.csv: .*)\\b(?:${words(columns)})\\b|^(?:${words(columns)})$`, 'g'),
    /^profile_id,predicted_list .*/g,
  ];
}

export interface Shown {
  readonly language: Language;
  /** Contents of the data: titles, IDs, values, names of files and columns. */
  readonly own: readonly RegExp[];
}

/** The texts that contain a raw value, each after the value. */
export function rawValuesIn(texts: readonly string[], { language, own }: Shown): string[] {
  return texts.flatMap((text) => {
    const rest = [...own, ...ALLOWED].reduce((left, pattern) => left.replaceAll(pattern, ' '), text);
    const found = new Set(rest.match(MARKED_WORD));
    if (RAW.has(rest) && !TEXTS[language].has(rest)) found.add(rest);
    // No English word belongs on a Korean screen.
    if (language === 'ko') for (const word of rest.match(/(?<![\w.])[a-z][a-z]+(?!\w)/g) ?? []) found.add(word);
    return [...found].map((value) => `${value}: ${text}`);
  });
}
