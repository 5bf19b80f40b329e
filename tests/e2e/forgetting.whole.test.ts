/**
 * Forgets a profile in the window, and reports what was done although the open data set was replaced.
 *
 * @module-tag rare
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeFindings } from './support/axe';
import { NO_BROWSER, WHY_SKIPPED } from './support/browser';
import { type AtProfile, startAtProfile } from './support/curator';

describe.skipIf(NO_BROWSER !== null)(`a profile to be forgotten${WHY_SKIPPED}`, { timeout: 240_000 }, () => {
  let curator: AtProfile;
  let { engine, window, profiles, dataset, profile } = {} as AtProfile;
  beforeAll(async () => {
    curator = await startAtProfile();
    ({ engine, window, profiles, dataset, profile } = curator);
  });
  afterAll(() => curator.leave());

  it('is shown on a page with complete labels that fits the window', async () => {
    for (const width of [1440, 1280]) {
      await window.page.setViewportSize({ width, height: 720 });
      const cut = await window.content.getByRole('button').evaluateAll((buttons) =>
        buttons
          .flatMap((button) => [...button.querySelectorAll('.mantine-Button-label')])
          .filter((label) => label.scrollWidth > label.clientWidth)
          .map((label) => label.textContent),
      );
      expect(cut).toEqual([]);
      expect(await window.page.evaluate(() => document.documentElement.scrollHeight)).toBe(720);
    }
  });

  it('asks first; Escape changes nothing and returns to the button', async () => {
    const { page, t } = window;
    const forget = window.button(t('privacy.forget'));
    await forget.press('Enter');
    const dialog = window.dialog(t('privacy.forgetTitle', { profile }));
    await dialog.getByText(t('privacy.removes', { data: 1, runs: 1 })).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    await expect.poll(() => forget.evaluate((button) => button === document.activeElement)).toBe(true);
    expect((await engine.client.datasets.list()).map(({ fingerprint }) => fingerprint)).toEqual([dataset.fingerprint]);
  });

  it('is forgotten, and the window says what was removed and continues with the data without it', async () => {
    const { content, page, t } = window;
    await window.button(t('privacy.forget')).click();
    await window
      .dialog(t('privacy.forgetTitle', { profile }))
      .getByRole('button', { name: t('privacy.forget') })
      .click();
    const done = window.dialog(t('privacy.doneTitle'));
    await done.getByText('first').waitFor();
    await done.getByText(t('privacy.removed.events', { count: 10 })).waitFor();
    await page.keyboard.press('Enter');
    await done.waitFor({ state: 'hidden' });
    await expect.poll(() => content.evaluate((main) => main.contains(document.activeElement))).toBe(true);
    await profiles.row(1).waitFor();
    expect(await profiles.idInRow(1)).not.toBe(profile);
    const [run] = await engine.client.runs.list();
    await page.goto(new URL(`#/runs/${run!.runId}`, page.url()).href);
    await content.getByText(t('privacy.runForgotten')).waitFor();
    expect(await window.button(t('runs.activate')).count()).toBe(0);
  });
});
