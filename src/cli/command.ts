/** What a command is: the default export of a file in the commands/ folder of a feature. */
import type { Context } from './context';
import { inputLabel, isRequired, type Inputs, type Values } from './inputs';
import type { ShelfwiseError } from '../shared/errors';
import type { Terminal } from './terminal';

/** The result of a command: an object for --json, and text for a person. */
export interface Answer {
  json: object;
  /** Built only when shown. Pieces are data: exact in a file, with control characters made visible on a terminal. */
  text: (terminal: Terminal) => string | AsyncIterable<string>;
  /**
   * For work that ended early with a result: the error is added to the object, printed on standard error, and sets the
   * exit status.
   */
  error?: ShelfwiseError;
  /** Exit status of a result without an error (verify: 6 when different). */
  status?: number;
  /** For a server: after the result is shown, the command runs until this promise settles. */
  goesOn?: () => Promise<void>;
}

/** What help lists together, in this order. */
export const COMMAND_GROUP_TITLES = [
  'Data',
  'Train and judge',
  'Look at profiles, titles and lists',
  'Tune lists and set rules',
  'Review and approve',
  'Export',
  'Carry, delete and restore',
  'This computer, and others',
  'Settings of a training',
] as const;

export interface Command<Table extends Inputs = Inputs> {
  name: string;
  /** Where help lists it. */
  group: (typeof COMMAND_GROUP_TITLES)[number];
  /** Commands of earlier versions that it does now, each with the word after its own name. */
  formerly?: Readonly<Record<string, string>>;
  /** One line for lists of commands. */
  summary: string;
  inputs: Table;
  /** Shown in help and docs/commands.md, without the name of the program. */
  examples: readonly string[];
  /** Options of earlier versions, such as "--profile", each with the command to use now. */
  gone?: Readonly<Record<string, string>>;
  /** Extra help, built on request. */
  details?: () => string;
  /** The command only looks at this computer: it works with any workspace folder and creates nothing in it. */
  withoutWorkspace?: boolean;
  run(context: Context, values: Values<Table>): Promise<Answer>;
}

/** Gives `run` the types of its table, and all commands one type. */
export function defineCommand<const Table extends Inputs>(command: Command<Table>): Command {
  return command as unknown as Command;
}

/** Usage after the command's name: "--data FOLDER or FINGERPRINT [--recipe FILE or PRESET] [--set knob=value]...". */
export function usageOf({ inputs }: Command): string {
  const words = Object.entries(inputs).map(([key, input]) => {
    const label = inputLabel(key, input);
    if (isRequired(input)) return label;
    return input.kind === 'texts' ? `[${label}]...` : `[${label}]`;
  });
  return words.join(' ');
}
