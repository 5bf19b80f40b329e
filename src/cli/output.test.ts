import { Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { jsonText, outputTo } from './output';
import { makeTerminal } from './terminal';

const failingWith = (code: string): Writable =>
  new Writable({
    write: (_chunk, _encoding, done) => done(Object.assign(new Error(`write ${code}`), { code })),
  });

it('a reader that leaves ends the output without a failure', async () => {
  const output = outputTo(failingWith('EPIPE'), false);
  await output.write('first');
  await new Promise(setImmediate);
  await output.write('second');
  expect([output.open, output.failure]).toEqual([false, null]);
});

it('a full disk is a failure with its own code', async () => {
  const output = outputTo(failingWith('ENOSPC'), false);
  await output.write('first');
  await new Promise(setImmediate);
  expect(output.failure).toMatchObject({ code: 'no-space', message: expect.stringContaining('could not be written') });
});

describe('text for a person', () => {
  const written = async (text: string, colours: boolean): Promise<string> => {
    let all = '';
    const stream = new Writable({
      write: (chunk, _encoding, done) => {
        all += String(chunk);
        done();
      },
    });
    await outputTo(stream, colours).write(text);
    return all;
  };
  const red = makeTerminal(80, true).style('red', 'x');

  it('keeps line breaks and tabs, and shows what a terminal would obey', async () => {
    expect(await written('a\tb\r\nc\n', false)).toBe('a\tb\r\nc\n');
    expect(await written('a\rb\u001B[2J\u0007\u202E', false)).toBe('a␍b␛[2J␇<U+202E>');
  });

  it("keeps the program's colours where they are shown, and no other escape sequence", async () => {
    expect(await written(red, true)).toBe(red);
    expect(await written(red, false)).toBe('␛[31mx␛[39m');
    expect(await written('\u001B[8mhidden\u001B[1;31m\u001B]8;;http://x\u001B\\', true)).toBe(
      '␛[8mhidden␛[1;31m␛]8;;http://x␛\\',
    );
  });
});

it('an object is printed exactly, without characters that a terminal obeys', () => {
  const object = { 'a\u001B': '\u009B2J\u202E뽀로로' };
  expect(JSON.parse(jsonText(object))).toEqual(object);
  expect(jsonText(object)).toMatch(/^[^\u0000-\u0009\u000B-\u001F\u007F-\u009F\u202E]*$/);
});
