/**
 * Files written by a newer version are reported in the window, and hide nothing else.
 *
 * @module-tag rare
 */
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { copyReleased, RELEASED } from '../support/released-workspace';
import { type App, startApp } from './support/app';
import { axeFindings } from './support/axe';
import { NO_BROWSER, WHY_SKIPPED } from './support/browser';

describe.skipIf(NO_BROWSER !== null)(`a workspace of a newer version${WHY_SKIPPED}`, { timeout: 240_000 }, () => {
  let app: App;
  beforeAll(async () => {
    app = await startApp();
    await copyReleased(app.workspace);
    for (const file of [`datasets/${RELEASED.data}/dataset.json`, 'marks/runs.json'])
      await fs.writeFile(path.join(app.workspace, file), '{"formatVersion": 2}');
  });
  afterAll(() => app.close());

  it('reports that a newer version wrote a data set and the marks, and shows every run', async () => {
    const window = await app.open();
    const { content, t } = window;
    const alert = content.getByRole('alert').filter({ hasText: RELEASED.data.slice(0, 12) });
    await alert.getByText('newer version of Shelfwise').waitFor();
    expect(await axeFindings(window.page)).toEqual([]);
    await window.show('runs');
    await content
      .getByRole('alert')
      .filter({ hasText: t('runs.marksUnreadable') })
      .getByText('newer version of Shelfwise')
      .waitFor();
    await content.getByText('put away').waitFor({ state: 'detached' });
    for (const runId of [RELEASED.quick, RELEASED.stopped, RELEASED.opened])
      await content.locator(`a[href$="/runs/${runId}"]`).waitFor();
    expect(await axeFindings(window.page)).toEqual([]);
    expect(window.problems).toEqual([]);
  });
});
