// Reads a bench's options: the default of each defines its type. Wrong usage prints a sentence instead of a stack.
import { parseArgs } from 'node:util';

/** Default of an option that has to be given. */
export const REQUIRED = Symbol('required');

/**
 * Reads the command line. `--help` prints how the bench is called and ends the process with 0; an option that is unknown, missing or
 * not what it should be is said beside that, and ends it with 2.
 *
 * | usually             | takes                                           |
 * | ------------------- | ----------------------------------------------- |
 * | a number            | a whole number above 0                          |
 * | an array of numbers | the same, between commas                        |
 * | a text, null        | a text; null where it is left out               |
 * | REQUIRED            | a text, which may not be left out               |
 * | { among, usually }  | some of the words `among`, between commas       |
 * | { repeated }        | a text, and may be given again                  |
 * | false               | nothing: it is true where it is given           |
 * @param {string} help what is measured, and how the bench is called
 * @param {Record<string, unknown>} usual what each option is where it is not given, by name
 * @param {string[]} [args]
 */
export function readOptions(help, usual, args = process.argv.slice(2)) {
  if (args.includes('--help')) {
    process.stdout.write(help);
    process.exit(0);
  }
  try {
    const flags = Object.entries(usual).map(([name, usually]) => [
      name,
      { type: usually === false ? 'boolean' : 'string', multiple: Array.isArray(usually?.repeated) },
    ]);
    const { values } = parseArgs({ args, options: Object.fromEntries(flags) });
    return Object.fromEntries(
      Object.entries(usual).map(([name, usually]) => [name, taken(name, values[name], usually)]),
    );
  } catch (error) {
    process.stderr.write(`${error.message}\n\n${help}`);
    process.exit(2);
  }
}

function taken(name, given, usually) {
  if (given === undefined) {
    if (usually === REQUIRED) throw new Error(`--${name} is missing.`);
    return usually?.usually ?? usually?.repeated ?? usually;
  }
  if (typeof usually === 'number') return wholeNumber(name, given);
  if (Array.isArray(usually)) return given.split(',').map((text) => wholeNumber(name, text));
  if (usually?.among !== undefined) return given.split(',').map((word) => oneOf(name, word, usually.among));
  return given;
}

function wholeNumber(name, text) {
  const number = Number(text);
  if (!Number.isSafeInteger(number) || number < 1)
    throw new Error(`--${name} takes whole numbers above 0, not "${text}".`);
  return number;
}

function oneOf(name, word, among) {
  if (!among.includes(word))
    throw new Error(`--${name} takes some of ${among.join(', ')}, between commas; "${word}" is none of them.`);
  return word;
}
