import { describe, expect, it } from 'vitest';
import { terminalOf } from './terminal';

const screen = { isTTY: true, columns: 70 };
const styled = (stream: object, environment: NodeJS.ProcessEnv): boolean =>
  terminalOf(stream, environment).style('bold', 'x') !== 'x';

describe('a terminal', () => {
  it('shows colours; a file or pipe does not', () => {
    expect(styled(screen, {})).toBe(true);
    expect(styled({}, {})).toBe(false);
  });

  it('shows none with NO_COLOR or TERM=dumb; FORCE_COLOR enables them in a pipe', () => {
    expect(styled(screen, { NO_COLOR: '1' })).toBe(false);
    expect(styled(screen, { TERM: 'dumb' })).toBe(false);
    expect(styled({}, { FORCE_COLOR: '1' })).toBe(true);
    expect(styled(screen, { FORCE_COLOR: '0' })).toBe(false);
    expect(styled({}, { FORCE_COLOR: '1', NO_COLOR: '1' })).toBe(false);
  });

  it('knows its width; elsewhere it is COLUMNS or 100', () => {
    expect(terminalOf(screen, {}).width).toBe(70);
    expect(terminalOf({}, { COLUMNS: '60' }).width).toBe(60);
    expect(terminalOf({}, {}).width).toBe(100);
  });
});
