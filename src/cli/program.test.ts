import { describe, expect, it } from 'vitest';
import { EXPORT_FORMAT_ROWS, EXPORT_FORMATS } from '../shared/values/export-formats';
import { ShelfwiseError } from '../shared/errors';
import { COMMANDS } from '../features/commands';
import { parseCommandLine } from './program';

const parse = (line: string) => parseCommandLine(line === '' ? [] : line.split(' '));
const run = (line: string) => {
  const invocation = parse(line);
  if (invocation.kind !== 'run') throw new Error(`${line} did not run`);
  return { name: invocation.command.name, values: invocation.values, globals: invocation.globals };
};

function refusal(line: string): string {
  try {
    parse(line);
  } catch (thrown) {
    expect(thrown).toBeInstanceOf(ShelfwiseError);
    expect((thrown as ShelfwiseError).code).toBe('usage');
    return (thrown as ShelfwiseError).message;
  }
  throw new Error(`${line} was accepted`);
}

describe('the command line', () => {
  it('takes the global options before the command and after it', () => {
    const globals = { workspace: 'w', shared: true, private: false, json: true, quiet: true };
    expect(run('--workspace w --json --shared --quiet runs').globals).toEqual(globals);
    expect(run('runs --workspace=w --shared --json --quiet').globals).toEqual(globals);
    expect(run('--json --shared show R --workspace w --quiet').globals).toEqual(globals);
  });

  it.each(EXPORT_FORMATS)('exports as %s, and its help describes the format', (format) => {
    expect(run(`export --run r --out f --format ${format}`).values).toMatchObject({ format });
    expect(parse('export --help')).toMatchObject({
      text: expect.stringContaining(`${format}: ${EXPORT_FORMAT_ROWS[format].help.en}`),
    });
  });

  it('reads what a command takes', () => {
    expect(run('train --data d --set a=1 --set b=2 --seed 0').values).toEqual({
      data: 'd',
      recipe: undefined,
      set: ['a=1', 'b=2'],
      device: undefined,
      seed: 0,
      seeds: 1,
      name: undefined,
      like: undefined,
      later: false,
      estimate: false,
      on: undefined,
      yes: false,
      tune: undefined,
    });
    expect(run('recommend --run R --profile -7 --include-watched').values).toMatchObject({
      profile: '-7',
      count: 25,
      includeWatched: true,
    });
  });

  it('suggests the nearest command and lists all of them', () => {
    expect(refusal('trian --data x')).toContain('Did you mean train?');
    expect(refusal('trian --data x')).toContain('knobs');
    expect(refusal('--workspace w trian --help')).toContain('no command trian');
    expect(refusal('help trian')).toContain('no command trian');
  });

  it('takes what an earlier version called otherwise for the command that does it now', () => {
    expect(run('--json restore --quiet r7k2')).toMatchObject({
      name: 'trash',
      values: { action: 'restore', id: 'r7k2' },
    });
    expect(run('gc --workspace w')).toMatchObject({
      name: 'trash',
      values: { action: 'empty' },
      globals: { workspace: 'w' },
    });
    expect(parse('help gc')).toMatchObject({ kind: 'help', command: { name: 'trash' } });
    const known = new Set(COMMANDS.map(({ name }) => name));
    expect(COMMANDS.flatMap(({ formerly = {} }) => Object.keys(formerly)).filter((name) => known.has(name))).toEqual(
      [],
    );
  });

  it('suggests the nearest option', () => {
    expect(refusal('show R --jsno')).toContain('Did you mean --json?');
    expect(refusal('--jsno runs')).toContain('Did you mean --json?');
    expect(refusal('recommend --run R --profle 3')).toContain('Did you mean --profile?');
  });

  it('reports missing inputs with an example', () => {
    expect(refusal('recommend')).toContain(
      'recommend needs --run RUN and --profile ID. For example: shelfwise recommend',
    );
    expect(refusal('show')).toBe('show needs RUN. See shelfwise show --help.');
    expect(refusal('train --data')).toContain('--data needs a value');
    expect(refusal('--json')).toContain('No command was given');
  });

  it('refuses extra words and values out of range', () => {
    expect(refusal('show one two')).toContain('too many words');
    expect(refusal('train quick')).toMatch(/A value follows its option.*for example: shelfwise train .*--recipe/);
    expect(refusal('train --data x --seed 4294967296')).toContain('from 0 to 4294967295');
    expect(refusal('recommend --run R --profile 1 --count 0')).toContain('from 1 to 1000');
  });

  it('shows help for no words, help and --help, and for every command', () => {
    for (const line of ['', 'help', '--help', '-h', '--json --help'])
      expect(parse(line)).toMatchObject({ kind: 'help', command: null, text: expect.stringContaining('leaderboard') });
    const { text } = parse('--help') as { text: string };
    expect(text).toMatch(/\nData:\n  datasets .*\n[^]*\nExport:\n  export /);
    expect(text).not.toContain('\nCommands:');
    for (const { name } of COMMANDS)
      for (const line of [`${name} --help`, `help ${name}`, `--json help ${name}`])
        expect(parse(line)).toMatchObject({
          kind: 'help',
          command: { name },
          text: expect.stringContaining('Examples:'),
        });
  });

  it('lists the presets and the way to the knobs in the help of train', () => {
    const invocation = parse('train --help');
    expect(invocation).toMatchObject({ text: expect.stringMatching(/quick +structure\.width=128[^]*shelfwise knobs/) });
  });

  it('prints its version', () => {
    expect(parse('--version')).toEqual({ kind: 'version' });
  });

  it('accepts every example in its own help', () => {
    for (const { examples } of COMMANDS)
      for (const example of examples) {
        const words = example.replace(/ > .*/, '').match(/"[^"]*"|\S+/g)!;
        expect(parseCommandLine(words.map((word) => word.replaceAll('"', ''))).kind).toBe('run');
      }
  });
});
