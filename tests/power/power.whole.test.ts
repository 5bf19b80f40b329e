/** Power failures of real runs: nothing that was acknowledged is lost, and the rest is whole or gone. README.md says how. */
import { spawnSync } from 'node:child_process';
import * as path from 'node:path';
import { describe, expect, it } from 'vitest';
import { triedOf, triedRuns } from '../support/tried';

const ROOT = path.join(import.meta.dirname, '../..');

function simulate(...words: readonly string[]): { status: number | null; output: string } {
  const script = path.join(ROOT, 'scripts', 'simulate.mjs');
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...words], { encoding: 'utf8', cwd: ROOT });
  return { status, output: `${stdout}${stderr}` };
}

describe('power failures', { timeout: 900_000 }, () => {
  it('lose nothing that was acknowledged, and leave nothing half done', () => {
    const seeds = triedRuns(1000, 10);
    const { status, output } = simulate('--seeds', String(seeds));
    expect(output).toContain(`${seeds} power failures in `);
    expect(output).toContain('after 0 something was wrong');
    expect(status).toBe(0);
  });

  it.each(triedOf(['folder'], ['file', 'line']))(
    'are noticed by one of 200 seeds where the storage forgets the sync of a %s',
    (kind) => {
      const { status, output } = simulate('--seeds', '200', '--until-found', '--without', kind);
      expect(output).toContain('after 1 something was wrong');
      expect(status).toBe(1);
    },
  );

  it('are refused with the usage where an option is not known', () => {
    expect(simulate('--story', 'nothing')).toEqual({ status: 2, output: expect.stringContaining('--story import|') });
  });
});
