/** The window on a phone, and at 400 % (a window of 1280 by 1024 is 320 by 256 then): for reading and deciding. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ScreenName, screenRow, screensFrom } from '../../src/features/screens';
import { presetRecipe } from '../../src/shared/recipe/presets';
import { completeRecipe } from '../../src/shared/recipe/schema';
import { finalValue } from '../../src/shared/values/final-value';
import { axeFindings } from './support/axe';
import { NO_BROWSER, WHY_SKIPPED } from './support/browser';
import { type AtProfile, startAtProfile } from './support/curator';
import { offTheScale } from './support/text-scale';
import { SMALL_RECIPE } from '../support/trained-run';
import { everyNth, triedOf } from '../support/tried';

const PHONE = { name: '390 x 844', width: 390, height: 844 };
const SIZES = triedOf([{ name: '320 x 256', width: 320, height: 256 }], [PHONE]);

describe.skipIf(NO_BROWSER !== null)(`a narrow window${WHY_SKIPPED}`, { timeout: 240_000 }, () => {
  let curator: AtProfile;
  beforeAll(async () => {
    curator = await startAtProfile();
  });
  afterAll(() => curator.leave());

  /** By the bottom bar. */
  async function show(screen: ScreenName): Promise<void> {
    const { window } = curator;
    await window.show(screen);
  }

  describe.each(SIZES)('of $name', (size) => {
    beforeAll(() => curator.window.page.setViewportSize(size));

    it.each(everyNth(screensFrom('rail'), 4))(
      'has %s in one column, found by the bar at the bottom',
      async (screen) => {
        const { window } = curator;
        const { page, content } = window;
        await show(screen);
        await content.getByRole('heading', { level: 1 }).first().waitFor();
        expect(page.url().endsWith(screenRow(screen).place)).toBe(true);
        const loading = content.getByRole('status', { name: window.t('common.loading') });
        while ((await loading.count()) > 0) await loading.first().waitFor({ state: 'hidden' });
        const wide = await page.evaluate(() => {
          const boxes = [document.scrollingElement!, document.querySelector('#content > :last-child')!];
          return boxes.map((box) => box.scrollWidth - box.clientWidth);
        });
        expect(wide).toEqual([0, 0]);
        /** What begins beside the window, outside a part that scrolls by itself. */
        const cut = await page.evaluate(() =>
          [...document.querySelectorAll('main button, main a, main h1, main h2, main input')]
            .filter(
              (node) => node.checkVisibility() && node.closest('.ag-root, pre, table, [role="radiogroup"]') === null,
            )
            .filter((node) => node.getBoundingClientRect().width > 1)
            .filter((node) => node.getBoundingClientRect().right > innerWidth + 1)
            .map((node) => node.textContent),
        );
        expect(cut).toEqual([]);
        expect(await offTheScale(page)).toEqual([]);
      },
    );
  });

  it('keeps every column in sight of what compares two runs', { tags: ['rare'] }, async () => {
    const { engine, dataset, window } = curator;
    const { page, content, t } = window;
    await page.setViewportSize(PHONE);
    const [first] = await engine.client.runs.list();
    const recipe = presetRecipe('popularity');
    const { runId } = await engine.client.runs.start({ data: dataset.fingerprint, recipe, seed: 1, name: 'second' });
    await finalValue(await engine.client.runs.watch({ runId }));
    /** Beyond the window, where nothing scrolls to it. */
    const unseen = (): Promise<(string | null)[]> =>
      page.evaluate(() =>
        [...document.querySelectorAll('main :is(td, td button)')]
          .filter((node) => node.checkVisibility() && node.closest('.mantine-ScrollArea-viewport') === null)
          .filter((node) => node.getBoundingClientRect().right > innerWidth + 1)
          .map((node) => node.textContent),
      );
    for (const [place, heading] of [
      [`/changes/${first!.runId}/${runId}`, t('changes.why')],
      [`/runs/compare/${first!.runId},${runId}`, t('compareRuns.scores')],
    ] as const) {
      await page.evaluate((to) => location.assign(`#${to}`), place);
      await window.heading(heading).waitFor();
      await content.getByRole('row').last().waitFor({ state: 'attached' });
      expect([place, await unseen()]).toEqual([place, []]);
    }
    await show('data');
    await content.getByRole('table', { name: t('data.files') }).waitFor();
    expect(await unseen()).toEqual([]);
  });

  it('scrolls neither a table nor a text sideways', { tags: ['rare'] }, async () => {
    const { engine, dataset, window } = curator;
    const { page, content, t } = window;
    const recipe = presetRecipe('popularity');
    for (const name of ['third', 'fourth']) {
      const { runId } = await engine.client.runs.start({ data: dataset.fingerprint, recipe, seed: 1, name });
      await finalValue(await engine.client.runs.watch({ runId }));
    }
    const runs = (await engine.client.runs.list()).map(({ runId }) => runId);
    const places = [
      ['/data', content.getByRole('table').nth(1)],
      [`/runs/compare/${runs.slice(0, 3).join(',')}`, content.getByRole('table').nth(1)],
      [
        `/runs/${runs[0]!}/report`,
        content
          .getByRole('region', { name: t('report.preview') })
          .getByRole('table')
          .first(),
      ],
      ['/export', content.locator('pre')],
    ] as const;
    for (const { width, height } of [PHONE, { width: 320, height: 640 }])
      for (const [place, shown] of places) {
        await page.setViewportSize({ width, height });
        await page.evaluate((to) => location.assign(`#${to}`), place);
        await shown.waitFor();
        const wide = await content.evaluate((screen) =>
          [...screen.querySelectorAll('*')]
            .filter((node) => node.checkVisibility() && /auto|scroll/.test(getComputedStyle(node).overflowX))
            .filter((node) => node.scrollWidth > node.clientWidth + 1)
            .map((node) => node.textContent),
        );
        expect([place, width, wide]).toEqual([place, width, []]);
      }
  });

  it('has one row of buttons above a profile, and a menu of the others', async () => {
    const { profiles, compare, profile, window } = curator;
    const { page, content, t } = window;
    await page.setViewportSize(PHONE);
    await show('profiles');
    await profiles.row(1).dblclick();
    await compare.untilOpen(profile);
    const more = content.getByRole('button', { name: t('compare.more', { profile }) });
    const row = more.locator('xpath=..').getByRole('button');
    const tops = await row.evaluateAll((buttons) => buttons.map((button) => button.getBoundingClientRect().top));
    expect(tops).toEqual(tops.map(() => tops[0]));
    // The ways to the next and the previous child stand in the row of the heading.
    expect(tops).toHaveLength(3);
    const second = content.getByRole('combobox', { name: t('compare.secondRun', { key: 'Shift+R' }) });
    expect(await second.count()).toBe(0);
    await more.press('Shift+R');
    await page.getByRole('menu').waitFor();
    expect(await axeFindings(page, ['scrollable-region-focusable'])).toEqual([]);
    await page.getByRole('menuitem', { name: t('privacy.forget') }).click();
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
  });

  it('opens what stands behind a list as a page of its own, and closes it', async () => {
    const { page, content, t } = curator.window;
    await page.setViewportSize(PHONE);
    await show('titles');
    const row = content
      .getByRole('region', { name: t('titles.grid') })
      .getByRole('row')
      .nth(1);
    await row.filter({ hasText: /\S/ }).dblclick();
    const close = content.getByRole('button', { name: t('titles.close') });
    await close.waitFor();
    const { width, x } = (await content.getByRole('complementary').boundingBox())!;
    expect([x, width]).toEqual([0, PHONE.width]);
    expect(await axeFindings(page, ['scrollable-region-focusable'])).toEqual([]);
    await close.click();
    await row.click();
  });

  it.each([['profiles', 'profiles.filters']] as const)(
    'opens what narrows the list of %s as a page over it, and gives the focus back',
    async (screen, name) => {
      const { page, content, t } = curator.window;
      await page.setViewportSize(PHONE);
      await show(screen);
      const button = content.getByRole('button', { name: t(name), exact: true });
      const pane = page.getByRole('dialog', { name: t(name) });
      const isWithin = (): Promise<boolean> => pane.evaluate((node) => node.contains(document.activeElement));
      await button.press('Enter');
      await pane.waitFor();
      const { x, y, width, height } = (await pane.boundingBox())!;
      expect({ x, y, width, height }).toEqual({ x: 0, y: 0, width: PHONE.width, height: PHONE.height });
      await expect.poll(isWithin).toBe(true);
      expect(await axeFindings(page, ['scrollable-region-focusable'])).toEqual([]);
      // The way back is in sight before anything is scrolled.
      const back = (await pane.getByRole('button').last().boundingBox())!;
      expect(back.y + back.height).toBeLessThanOrEqual(PHONE.height);
      await page.keyboard.press('Escape');
      await pane.waitFor({ state: 'hidden' });
      await expect.poll(() => button.evaluate((node) => node === document.activeElement)).toBe(true);
    },
  );

  it('keeps points and names of the map free of its buttons', async () => {
    const { page, content, t } = curator.window;
    for (const size of [PHONE, { width: 1440, height: 900 }]) {
      await page.setViewportSize(PHONE);
      await show('map');
      await page.setViewportSize(size);
      const picture = content.getByRole('application', { name: t('map.picture.profiles') });
      await picture.locator('[data-kind="label"]:visible').first().waitFor();
      const apart = await picture.evaluate((stage) => {
        const [whole, tools] = [stage, stage.nextElementSibling!].map((node) => node.getBoundingClientRect());
        const names = [...stage.querySelectorAll<HTMLElement>('[data-kind="label"]')]
          .filter((name) => name.style.visibility === 'visible')
          .map((name) => name.getBoundingClientRect());
        return {
          tools: tools!.left >= whole!.right || tools!.bottom <= whole!.top,
          names: names.every(({ top, bottom }) => top >= whole!.top - 1 && bottom <= whole!.bottom + 1),
        };
      });
      expect(apart).toEqual({ tools: true, names: true });
    }
  });

  it('leaves its bar free of notices', async () => {
    const { engine, dataset, window } = curator;
    const { page, content } = window;
    await page.setViewportSize(PHONE);
    const recipe = completeRecipe({ ...SMALL_RECIPE, 'stopping.epochs': 10_000 });
    const { runId } = await engine.client.runs.start({ data: dataset.fingerprint, recipe, seed: 1, name: 'fifth' });
    // The window tells of the end of a run that it saw at work, so it has to see this one before it is stopped.
    await show('runs');
    await content.getByText('fifth').first().waitFor();
    await engine.client.runs.stop({ runId });
    await finalValue(await engine.client.runs.watch({ runId }));
    const notice = page.locator('.mantine-Notification-root', { hasText: 'fifth' });
    await notice.waitFor();
    const bar = (await window.region('screens').boundingBox())!;
    // It comes with a movement.
    await expect
      .poll(async () => (await notice.boundingBox())!.y + (await notice.boundingBox())!.height <= bar.y)
      .toBe(true);
  });

  it('says why a button waits in one line beside it, or below it', { tags: ['rare'] }, async () => {
    const { page, content } = curator.window;
    await page.setViewportSize({ width: 320, height: 640 });
    await show('runs');
    const waiting = content.locator('button[aria-disabled="true"][aria-describedby]');
    await waiting.first().waitFor();
    const squeezed = await waiting.evaluateAll((buttons) =>
      buttons
        .map((button) => [button, document.getElementById(button.getAttribute('aria-describedby')!)!] as const)
        .filter(([button, reason]) => {
          const [of, why] = [button.getBoundingClientRect(), reason.getBoundingClientRect()];
          return why.top < of.bottom && why.height > of.height;
        })
        .map(([, reason]) => reason.textContent),
    );
    expect(squeezed).toEqual([]);
  });

  it('has the choices of Titles in one row on a phone', async () => {
    const { page, content, t } = curator.window;
    await page.setViewportSize(PHONE);
    await show('titles');
    const choices = content.getByRole('radiogroup', { name: t('titles.which') }).locator('label');
    await choices.nth(3).waitFor();
    const tops = await choices.evaluateAll((labels) => labels.map((label) => label.getBoundingClientRect().top));
    expect(tops).toEqual(tops.map(() => tops[0]));
  });

  it('shows the score of a run beside its name on a phone', async () => {
    const { page, content, t } = curator.window;
    await page.setViewportSize(PHONE);
    await show('runs');
    const row = content.getByRole('row', { name: t('runs.pickOne', { name: 'first' }) });
    const score = row.getByRole('cell', { name: /^0\.\d{4}$/ }).first();
    const { x, width } = (await score.boundingBox())!;
    expect(x + width).toBeLessThanOrEqual(PHONE.width);
  });
});
