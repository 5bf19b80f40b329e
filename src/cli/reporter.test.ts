import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { outputTo } from './output';
import { makeReporter } from './reporter';
import { makeTerminal } from './terminal';

async function reporterOn(interactive: boolean, quiet = false) {
  const stream = new PassThrough();
  const terminal = makeTerminal(60, false, interactive);
  const drawn = Object.assign(stream, { isTTY: interactive, columns: 60 }) as unknown as NodeJS.WriteStream;
  const reporter = await makeReporter(drawn, outputTo(stream, false), terminal, quiet);
  return { reporter, text: () => String(stream.read() ?? '') };
}

describe('progress', () => {
  it('is one line per phase without a terminal', async () => {
    const { reporter, text } = await reporterOn(false);
    reporter.progress('Reading', 0, 'history_data.csv');
    reporter.progress('Reading', 0.5, 'profile_data.csv');
    reporter.progress('Cleaning', 0.75, '');
    reporter.note('Imported.');
    expect(text()).toBe('Reading …\nCleaning …\nImported.\n');
  });

  it('is a bar on a terminal, which other output replaces', async () => {
    const { reporter, text } = await reporterOn(true);
    reporter.progress('Reading', 0.5, 'a file with a very long name that does not fit into the line');
    reporter.note('Imported.');
    reporter.clear();
    const drawn = text();
    expect(drawn).toContain('██████░░░░░░');
    expect(drawn).toContain('50 % Reading · a file');
    expect(drawn.endsWith('Imported.\n')).toBe(true);
  });

  it('and notes are hidden by --quiet, warnings are not', async () => {
    for (const interactive of [false, true]) {
      const { reporter, text } = await reporterOn(interactive, true);
      reporter.progress('Reading', 0.5, '');
      reporter.note('Imported.');
      reporter.warn('The folder has changed.');
      expect(text()).toBe('The folder has changed.\n');
    }
  });
});
