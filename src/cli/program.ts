/** Parses a command line with commander, configured from the table of commands alone. */
import { Command as Parser, CommanderError, Option } from 'commander';
import { ShelfwiseError } from '../shared/errors';
import { allowedWords, nearest } from '../shared/values/suggest';
import { usageOf, type Command } from './command';
import { COMMAND_GROUPS, COMMANDS } from '../features/commands';
import {
  inputLabel,
  isArgument,
  isRequired,
  optionName,
  readInputs,
  type Input,
  type Inputs,
  type Values,
} from './inputs';
import { type Said, say, type Sentence } from '../shared/words/sentence';

export const PROGRAM = 'shelfwise';

/** Options that every command takes, before its name or after it. */
export const GLOBAL_INPUTS = {
  workspace: { kind: 'text', value: 'DIR', help: 'where data sets and runs are stored (or set SHELFWISE_WORKSPACE)' },
  shared: { kind: 'flag', help: 'let the group of the workspace read and write it, from now on' },
  private: { kind: 'flag', help: 'end that: only you can (the default)' },
  json: { kind: 'flag', help: 'print exactly one JSON object on standard output' },
  quiet: { kind: 'flag', help: 'no progress and no notes on standard error' },
} as const satisfies Record<string, Input>;
type GlobalValues = Values<typeof GLOBAL_INPUTS>;

export type Invocation =
  | { kind: 'run'; command: Command; values: Values<Inputs>; globals: GlobalValues }
  | { kind: 'help'; command: Command | null; text: string }
  | { kind: 'version' };

function toOption(key: string, input: Input): Option {
  const flags =
    input.kind === 'flag'
      ? optionName(key)
      : `${optionName(key)} <${inputLabel(key, input).split(' ').slice(1).join(' ')}>`;
  const notes = [
    'choices' in input ? `one of ${input.choices.join(', ')}` : '',
    'default' in input && input.default !== undefined ? `default ${input.default}` : '',
    input.kind === 'texts' ? 'may be repeated' : '',
    isRequired(input) ? 'required' : '',
  ].filter((note) => note !== '');
  const option = new Option(flags, notes.length === 0 ? input.help : `${input.help} (${notes.join('; ')})`);
  if (input.kind === 'texts')
    option.argParser((text: string, earlier: string[] | undefined) => [...(earlier ?? []), text]);
  return option;
}

/** commander treats --no-open as the opposite of --open, and stores it under that name. */
const isNegative = (key: string): boolean => /^no[A-Z]/.test(key);
const positiveOf = (key: string): string => key.charAt(2).toLowerCase() + key.slice(3);

function addInputs(parser: Parser, inputs: Record<string, Input>): void {
  for (const [key, input] of Object.entries(inputs)) {
    if (isArgument(input)) parser.argument(isRequired(input) ? `<${input.value}>` : `[${input.value}]`, input.help);
    else parser.addOption(toOption(key, input));
  }
}

const optionFlags = (command: Command | null): string[] =>
  Object.entries({ ...command?.inputs, ...GLOBAL_INPUTS })
    .filter(([, input]) => !isArgument(input))
    .map(([key]) => optionName(key))
    .concat('--help');

const helpPointer = (command: Command | null): Sentence =>
  say('command-line.see-help', { command: [PROGRAM, command?.name, '--help'].filter(Boolean).join(' ') });

/** The example with the most options of a command. */
function exampleOf(command: Command | null): string | undefined {
  const longest = command?.examples.toSorted((left, right) => right.length - left.length)[0];
  return longest && `${PROGRAM} ${longest}`;
}

/** Rewords commander's complaint so that a person can act on it. */
function usageError(error: CommanderError, command: Command | null): ShelfwiseError {
  const quoted = /'(.*)'/s.exec(error.message)?.[1] ?? '';
  const who = command?.name ?? PROGRAM;
  const sentences = (): Said => {
    switch (error.code) {
      case 'commander.unknownOption': {
        const typed = quoted.split('\n')[0]!;
        const instead = command?.gone?.[typed.split('=')[0]!];
        return [
          say('command-line.unknown-option', { command: who, typed }),
          ...(instead === undefined
            ? allowedWords(quoted, optionFlags(command))
            : [say('command-line.gone', { command: `${PROGRAM} ${instead}` })]),
        ];
      }
      case 'commander.optionMissingArgument':
        return [
          say('command-line.option-without-value', {
            option: quoted.split(' ')[0]!,
            usage: quoted.replaceAll(/[<>]/g, ''),
          }),
        ];
      case 'commander.missingArgument':
        return [say('command-line.missing-argument', { command: who, argument: quoted })];
      case 'commander.excessArguments':
        return [tooManyWords(who, exampleOf(command))];
      case 'commander.help':
        return [say('command-line.nothing-typed')];
      default:
        return [`${error.message.replace(/^error: /, '')}.`];
    }
  };
  return new ShelfwiseError('usage', [...sentences(), helpPointer(command)]);
}

const tooManyWords = (command: string, example: string | undefined): Sentence =>
  example === undefined
    ? say('command-line.too-many-words', { command })
    : say('command-line.too-many-words-example', { command, example });

function missingOptions(command: Command, typed: Record<string, unknown>): void {
  const missing = Object.entries(command.inputs)
    .filter(([key, input]) => isRequired(input) && !isArgument(input) && typed[key] === undefined)
    .map(([key, input]) => inputLabel(key, input));
  if (missing.length > 0)
    throw new ShelfwiseError('usage', [
      say('command-line.needs', {
        command: command.name,
        inputs: missing.join(' and '),
        example: `${PROGRAM} ${command.examples[0]}`,
      }),
      helpPointer(command),
    ]);
}

function helpTail(command: Command): string {
  const examples = command.examples.map((example) => `  $ ${PROGRAM} ${example}`).join('\n');
  const details = command.details?.();
  return `\n${details === undefined ? '' : `${details}\n\n`}Examples:\n${examples}`;
}

function commandParser(command: Command, found: (invocation: Invocation) => void): Parser {
  const parser = new Parser(command.name).description(command.summary).summary(command.summary).usage(usageOf(command));
  addInputs(parser, command.inputs);
  parser.addHelpText('after', () => helpTail(command));
  const keys = Object.entries(command.inputs).flatMap(([key, input]) => (isArgument(input) ? [key] : []));
  parser.action((...given: unknown[]) => {
    const typed: Record<string, unknown> = { ...parser.opts() };
    for (const key of Object.keys(command.inputs)) if (isNegative(key)) typed[key] = typed[positiveOf(key)] === false;
    keys.forEach((key, position) => (typed[key] = given[position]));
    missingOptions(command, typed);
    const globals = readInputs(GLOBAL_INPUTS, parser.optsWithGlobals());
    if (globals.shared && globals.private) throw new ShelfwiseError('usage', say('command-line.both-accesses'));
    found({ kind: 'run', command, values: readInputs(command.inputs, typed), globals });
  });
  return parser;
}

/** Index of the command's name: the first word that is neither an option nor the value of a global one. */
function commandWord(argv: readonly string[]): number {
  for (let index = 0; index < argv.length; index++) {
    if (argv[index] === '--workspace') index += 1;
    else if (!argv[index]!.startsWith('-')) return index;
  }
  return -1;
}

/** `help`, `help train` and no words at all mean --help; a command of an earlier version is what does it now. */
function asTypedNow(argv: readonly string[]): string[] {
  if (argv.length === 0) return ['--help'];
  const position = commandWord(argv);
  if (argv[position] === 'help') return asTypedNow([...argv.toSpliced(position, 1), '--help']);
  for (const { name, formerly = {} } of COMMANDS)
    for (const [former, action] of Object.entries(formerly))
      if (argv[position] === former) return argv.toSpliced(position, 1, name, action);
  return [...argv];
}

/**
 * @param argv the words after the program's name
 * @throws ShelfwiseError `usage`: what is wrong, what is allowed, the nearest name
 */
export function parseCommandLine(argv: readonly string[]): Invocation {
  const words = asTypedNow(argv);
  const typedName = words[commandWord(words)];
  const command = COMMANDS.find((candidate) => candidate.name === typedName) ?? null;
  if (typedName !== undefined && command === null) {
    const names = COMMANDS.map((candidate) => candidate.name);
    const suggestion = nearest(typedName, names);
    throw new ShelfwiseError('usage', [
      say('command-line.no-command', { typed: typedName }),
      ...(suggestion === null ? [] : [say('suggest.nearest', { word: suggestion })]),
      say('command-line.commands', { names }),
      helpPointer(null),
    ]);
  }
  if (command === null && words.includes('--version')) return { kind: 'version' };
  let invocation: Invocation | null = null;
  let helpText = '';
  const program = new Parser(PROGRAM)
    .description('Recommends titles for the profiles of a media service, and builds the same lists again bit for bit.')
    .helpCommand(false)
    .option('--version', 'print the version');
  addInputs(program, GLOBAL_INPUTS);
  for (const { title, commands } of COMMAND_GROUPS) {
    program.commandsGroup(`${title}:`);
    for (const entry of commands) program.addCommand(commandParser(entry, (found) => (invocation = found)));
  }
  for (const parser of [program, ...program.commands])
    parser
      .exitOverride()
      .configureOutput({ writeOut: (text) => (helpText += text), writeErr: () => {}, getOutHelpWidth: () => 100 })
      .configureHelp({ showGlobalOptions: true, subcommandTerm: (sub) => sub.name() })
      .helpOption('-h, --help', 'show this help');
  try {
    program.parse(words, { from: 'user' });
  } catch (thrown) {
    if (!(thrown instanceof CommanderError)) throw thrown;
    if (thrown.exitCode !== 0) throw usageError(thrown, command);
    return { kind: 'help', command, text: helpText };
  }
  return invocation!;
}
