/** What a command is: one entry of the table in commands.ts. */
import type { Context } from './context';
import { inputLabel, isRequired, type Inputs, type Values } from './inputs';
import type { ShelfwiseError } from '../shared/errors';
import type { Terminal } from './terminal';

/** What a command answers: the object of --json, and the text for a person. */
export interface Answer {
  json: object;
  /** Made only when it is shown. Pieces are data: written to a file exactly, and to a terminal with its control characters made visible. */
  text: (terminal: Terminal) => string | AsyncIterable<string>;
  /** For work that ended early but has a result: the error is added to the object, printed on standard error, and sets the exit status. */
  error?: ShelfwiseError;
  /** Exit status where there is an answer and no error (verify: 6 when different). */
  status?: number;
  /** For a server: after its answer is shown, the command runs until this promise settles. */
  goesOn?: () => Promise<void>;
}

export interface Command<Table extends Inputs = Inputs> {
  name: string;
  /** One line, in lists of commands. */
  summary: string;
  inputs: Table;
  /** Shown in help and docs/commands.md, without the name of the program. */
  examples: readonly string[];
  /** More help, made on request. */
  details?: () => string;
  /** The command looks at this computer only; it works whatever the workspace folder is, and creates nothing in it. */
  withoutWorkspace?: boolean;
  run(context: Context, values: Values<Table>): Promise<Answer>;
}

/** Gives `run` the types of the table beside it, and the table of commands one type for all. */
export function defineCommand<const Table extends Inputs>(command: Command<Table>): Command {
  return command as unknown as Command;
}

/** "--data FOLDER or FINGERPRINT [--recipe FILE or PRESET] [--set knob=value]...": what is typed after the name. */
export function usageOf({ inputs }: Command): string {
  const words = Object.entries(inputs).map(([key, input]) => {
    const label = inputLabel(key, input);
    if (isRequired(input)) return label;
    return input.kind === 'texts' ? `[${label}]...` : `[${label}]`;
  });
  return words.join(' ');
}
