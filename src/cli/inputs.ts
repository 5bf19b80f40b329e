/** Inputs of a command as one table, from which parsing, --help, docs/commands.md and the types of values follow. */
import { ShelfwiseError } from '../shared/errors';
import { allowedWords } from '../shared/values/suggest';
import { say } from '../shared/words/sentence';

interface InputText {
  help: string;
  /** Placeholder of the value in help: FOLDER, RUN. */
  value: string;
}

/** Positional inputs are `argument: true`; all others are options named after their key (includeWatched, --include-watched). */
export type Input =
  | ({ kind: 'text'; argument?: true; required?: true } & InputText)
  | ({ kind: 'texts' } & InputText)
  | ({ kind: 'integer'; minimum: number; maximum: number; default?: number } & InputText)
  | ({ kind: 'choice'; argument?: true; choices: readonly string[]; default?: string } & InputText)
  /** Several of the choices, separated by commas. */
  | ({ kind: 'choices'; choices: readonly string[] } & InputText)
  | { kind: 'flag'; help: string };

export type Inputs = Record<string, Input>;

type ValueOf<I extends Input> = I extends { kind: 'flag' }
  ? boolean
  : I extends { kind: 'texts' }
    ? string[]
    : I extends { kind: 'integer' }
      ? I extends { default: number }
        ? number
        : number | undefined
      : I extends { kind: 'choice'; choices: readonly (infer Choice)[] }
        ? I extends { default: string }
          ? Choice
          : Choice | undefined
        : I extends { kind: 'choices'; choices: readonly (infer Choice)[] }
          ? Choice[] | undefined
          : I extends { required: true }
            ? string
            : string | undefined;

export type Values<Table extends Inputs> = { [Name in keyof Table]: ValueOf<Table[Name]> };

/** includeWatched is typed --include-watched. */
export const optionName = (key: string): string =>
  `--${key.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;

/** How an input is named in sentences and help: "RUN", "--seed N". */
export function inputLabel(key: string, input: Input): string {
  if (isArgument(input)) return input.value;
  return input.kind === 'flag' ? optionName(key) : `${optionName(key)} ${input.value}`;
}

export function isArgument(input: Input): input is Input & { argument: true; value: string } {
  return 'argument' in input && input.argument === true;
}

export const isRequired = (input: Input): boolean => 'required' in input && input.required === true;

function readChoice(label: string, text: string, choices: readonly string[]): string {
  if (choices.includes(text)) return text;
  throw new ShelfwiseError('usage', [
    say('command-line.choice', { input: label, typed: text }),
    ...allowedWords(text, choices),
  ]);
}

function readInteger(label: string, text: string, input: Input & { kind: 'integer' }): number {
  const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (value >= input.minimum && value <= input.maximum) return value;
  throw new ShelfwiseError(
    'usage',
    say('command-line.whole-number', {
      input: label,
      minimum: String(input.minimum),
      maximum: String(input.maximum),
      typed: text,
    }),
  );
}

function readInput(key: string, input: Input, typed: unknown): unknown {
  const label = isArgument(input) ? input.value : optionName(key);
  if (input.kind === 'flag') return typed === true;
  if (input.kind === 'texts') return typed ?? [];
  if (typed === undefined) return 'default' in input ? input.default : undefined;
  const text = typed as string;
  if (text === '') throw new ShelfwiseError('usage', say('command-line.empty', { input: label, value: input.value }));
  switch (input.kind) {
    case 'text':
      return text;
    case 'integer':
      return readInteger(label, text, input);
    case 'choice':
      return readChoice(label, text, input.choices);
    case 'choices':
      return text.split(',').map((part) => readChoice(label, part.trim(), input.choices));
  }
}

/**
 * Parses the values of a command.
 * @throws ShelfwiseError `usage` that names the option, what it takes and the nearest allowed word
 */
export function readInputs<Table extends Inputs>(table: Table, typed: Record<string, unknown>): Values<Table> {
  return Object.fromEntries(
    Object.entries(table).map(([key, input]) => [key, readInput(key, input, typed[key])]),
  ) as Values<Table>;
}
