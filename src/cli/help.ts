/** The table of commands as data (help with --json) and as Markdown (docs/commands.md). */
import { usageOf, type Command } from './command';
import { COMMAND_GROUPS } from '../features/commands';
import { inputLabel, isRequired, type Input } from './inputs';
import { GLOBAL_INPUTS, PROGRAM } from './program';

function describeInput(key: string, input: Input): object {
  const { kind, help, ...rest } = input;
  return { name: inputLabel(key, input), kind, help, required: isRequired(input), ...rest };
}

const describeInputs = (inputs: Record<string, Input>): object[] =>
  Object.entries(inputs).map(([key, input]) => describeInput(key, input));

const fullUsage = (command: Command): string => [PROGRAM, command.name, usageOf(command)].join(' ').trim();

/** What --help prints with --json: one command, or all of them. */
export function describeCommands(command: Command | null): object {
  const options = describeInputs(GLOBAL_INPUTS);
  if (command === null)
    return {
      commands: COMMAND_GROUPS.flatMap(({ title, commands }) =>
        commands.map((entry) => ({ name: entry.name, group: title, summary: entry.summary, usage: fullUsage(entry) })),
      ),
      options,
    };
  const { name, summary, inputs, examples } = command;
  return {
    name,
    summary,
    usage: fullUsage(command),
    inputs: describeInputs(inputs),
    options,
    examples: examples.map((example) => `${PROGRAM} ${example}`),
  };
}

/**
 * The commands as Markdown tables, one per group; tests/docs/commands-page.test.ts compares docs/commands.md with them.
 */
export const commandsAsMarkdown = (): string =>
  COMMAND_GROUPS.map(({ title, commands }) => {
    const rows = commands.map(
      (command) => `| \`${`${command.name} ${usageOf(command)}`.trim()}\` | ${command.summary} |`,
    );
    return [`### ${title}`, '', '| command | what it does |', '| --- | --- |', ...rows].join('\n');
  }).join('\n\n');
