import * as os from 'node:os';
import { describe, expect, it } from 'vitest';
import { openedBy, openWindow } from './window';

const INSTALLED = { SHELFWISE_WINDOW: '/usr/lib/shelfwise/shelfwise' };
const WINDOW = { kind: 'window', program: INSTALLED.SHELFWISE_WINDOW };

describe('the command line of an installed Shelfwise', () => {
  it.each([
    [[]],
    [['--workspace', '/elsewhere']],
    [['run.shelfwise']],
    [['--workspace', '/elsewhere', 'run.shelfwise']],
    [['shelfwise://runs/2026']],
    [[os.tmpdir()]],
    [['--ozone-platform=wayland']],
    [['--', '--json']],
    [[os.tmpdir(), '--', 'train']],
    [['--no-sandbox', '--workspace', '/elsewhere', 'run.shelfwise']],
  ])('opens the window for %j', (words) => {
    expect(openedBy(words, INSTALLED)).toEqual(WINDOW);
  });

  it.each([
    [['--help']],
    [['--version']],
    [['train', '--json']],
    [['--jsno', 'train']],
    [['--json']],
    [['trian']],
    [['rows', '--', 'file']],
    [['/nowhere/at/all']],
  ])('leaves %j to the commands', (words) => {
    expect(openedBy(words, INSTALLED)).toBe(null);
  });

  it('opens the page in a package without a window', () => {
    expect(openedBy([], { SHELFWISE_WINDOW: 'none' })).toEqual({ kind: 'page' });
  });

  it('opens nothing in a checkout', () => {
    expect(openedBy([], {})).toBe(null);
  });

  it.skipIf(process.platform !== 'linux')('says what to do without a display, and starts nothing', () => {
    expect(() => openWindow('/nowhere/shelfwise', [], {})).toThrow(
      expect.objectContaining({ code: 'usage', message: expect.stringMatching(/DISPLAY.*shelfwise web/) }),
    );
  });
});
