/** A child as a shelf: why, what if, tune, the note, fine and the next child, none of which moves a cover. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeSmallFolder, type SmallFolder } from '../support/small-folder';
import type { AppWindow } from './pages/app-window';
import { type App, startApp } from './support/app';
import { axeFindings } from './support/axe';
import { NO_BROWSER, WHY_SKIPPED } from './support/browser';
import { type Engine, engineOf } from './support/engine';

/** Pixels that a cover may move. */
const STILL = 1;

describe.skipIf(NO_BROWSER !== null)(`the shelf of a child${WHY_SKIPPED}`, { timeout: 120_000 }, () => {
  let small: SmallFolder;
  let app: App;
  let engine: Engine;
  let window: AppWindow;
  let data: string;
  let profiles: readonly string[];
  beforeAll(async () => {
    small = await makeSmallFolder({ profiles: 30, items: 60, eventsPerProfile: 10 });
    app = await startApp();
    engine = engineOf(app);
    const dataset = await engine.import(small.folder);
    data = dataset.fingerprint;
    await engine.train(dataset, 'first');
    profiles = (await engine.client.profiles.page({ data, start: 0, end: 3 })).rows.map(({ profile }) => profile);
    window = await app.open({ form: 'shelf' });
    await window.openDataset(dataset.name);
    await openChild(profiles[0]!);
  }, 120_000);
  afterAll(async () => {
    expect(window.problems).toEqual([]);
    engine.close();
    await app.close();
    await small.remove();
  });

  const openChild = async (profile: string): Promise<void> => {
    await window.page.evaluate((place) => (location.hash = place), `#/compare/${profile}`);
    await untilShown(profile);
  };
  const untilShown = async (profile: string): Promise<void> => {
    await window.content.locator(`[data-profile="${profile}"]`).waitFor();
    await covers().nth(24).waitFor();
  };
  const shelf = () => window.content.getByRole('region', { name: window.t('compare.list'), exact: true });
  const covers = () => shelf().locator('ol > [data-item] > button');
  /** Until no list is on its way, and no cover glides or fades. */
  const untilSettled = async (): Promise<void> => {
    const busy = window.content.locator('[aria-busy="true"]');
    await expect.poll(() => busy.count()).toBe(0);
    const atWork = (): number => document.getAnimations().filter(({ playState }) => playState === 'running').length;
    await expect.poll(() => window.page.evaluate(atWork)).toBe(0);
  };
  /** Where the covers stand, by place. */
  const places = async (): Promise<{ x: number; y: number }[]> => {
    await untilSettled();
    return covers().evaluateAll((all) => all.map((one) => one.getBoundingClientRect()).map(({ x, y }) => ({ x, y })));
  };
  const expectStill = async (before: readonly { x: number; y: number }[]): Promise<void> => {
    const after = await places();
    expect(after).toHaveLength(before.length);
    const moved = after.map(({ x, y }, at) => Math.max(Math.abs(x - before[at]!.x), Math.abs(y - before[at]!.y)));
    expect(Math.max(...moved)).toBeLessThanOrEqual(STILL);
  };
  const expectNothing = async (): Promise<void> => {
    await untilSettled();
    expect(await axeFindings(window.page)).toEqual([]);
  };
  const region = (name: string) => window.content.getByRole('region', { name });

  it('says why in a line, and wholly beside it', async () => {
    const { page, t } = window;
    await expectNothing();
    const before = await places();
    await covers().first().focus();
    await shelf().getByRole('tooltip').waitFor();
    await expectStill(before);
    await covers().nth(1).hover();
    await expect.poll(() => covers().nth(1).getAttribute('aria-describedby')).not.toBeNull();
    await page.keyboard.press('Enter');
    await region(t('compare.why')).waitFor();
    await expectStill(before);
    await expectNothing();
    await page.keyboard.press('Escape');
    await region(t('shelf.about')).waitFor();
    await expectStill(before);
  });

  it('asks what if: a watched title taken out and put back, an age stepped, and what came marked', async () => {
    const { content, page, t } = window;
    const before = await places();
    await page.keyboard.press('w');
    await region(t('shelf.whatif.title')).waitFor();
    await expectStill(before);
    await expectNothing();
    const takeOut = content
      .getByRole('region', { name: t('shelf.watched') })
      .getByRole('button')
      .last();
    const name = await takeOut.getAttribute('aria-label');
    await takeOut.click();
    await shelf().locator('[data-mark]').first().waitFor();
    await expectStill(before);
    expect(await takeOut.getAttribute('aria-label')).not.toBe(name);
    await takeOut.click();
    await expect.poll(() => shelf().locator('[data-mark]').count()).toBe(0);
    const steps = region(t('shelf.whatif.title')).getByRole('button', { name: /^[^:]+: one (more|less)$/ });
    await steps.and(content.locator(':not([aria-disabled])')).first().click();
    await shelf().locator('[data-mark]').first().waitFor();
    await expectStill(before);
    await page.keyboard.press('Escape');
    await region(t('shelf.about')).waitFor();
    await expect.poll(() => shelf().locator('[data-mark]').count()).toBe(0);
    await expectStill(before);
  });

  it('tunes by the first slider, with what few people tune folded', async () => {
    const { page, t } = window;
    const before = await places();
    await page.keyboard.press('t');
    const slider = region(t('compare.tuning')).getByRole('slider', { name: t('compare.hiddenShare') });
    await expect.poll(() => slider.evaluate((one) => one === document.activeElement)).toBe(true);
    expect(await region(t('compare.tuning')).getByText(t('compare.watchedMode')).isVisible()).toBe(false);
    await expectStill(before);
    for (let step = 0; step < 10; step++) await page.keyboard.press('ArrowRight');
    await shelf().locator('[data-mark]').first().waitFor();
    await expectStill(before);
    await expectNothing();
    await page.keyboard.press('Escape');
    await region(t('shelf.about')).waitFor();
  });

  it('takes a note, marks the list as fine, and goes to the next child', async () => {
    const { content, page, t } = window;
    const before = await places();
    await page.keyboard.press('n');
    const [profile, next] = profiles as readonly [string, string];
    const note = content.getByRole('textbox', { name: t('compare.noteOn', { profile }) });
    await expect.poll(() => note.evaluate((field) => field === document.activeElement)).toBe(true);
    await page.keyboard.type('likes trains');
    await page.keyboard.press('Escape');
    await expect.poll(async () => (await engine.client.profiles.note({ data, profile })).text).toBe('likes trains');
    await page.keyboard.press('f');
    await content.getByRole('button', { name: t('compare.reviewed') }).waitFor();
    await expectStill(before);
    await page.keyboard.press('j');
    await untilShown(next);
    await expectStill(before);
    await content.getByRole('button', { name: t('compare.markReviewed') }).waitFor();
    expect(await content.getByRole('textbox', { name: t('compare.noteOn', { profile: next }) }).inputValue()).toBe('');
  });

  it('goes to the next and the previous child by a swipe over the covers', { tags: ['rare'] }, async () => {
    const { page } = window;
    await openChild(profiles[1]!);
    const wire = await page.context().newCDPSession(page);
    const { x, y } = (await shelf().boundingBox())!;
    const swipe = async (from: number, to: number): Promise<void> => {
      for (const [type, across] of [
        ['touchStart', from],
        ['touchMove', to],
      ] as const)
        await wire.send('Input.dispatchTouchEvent', { type, touchPoints: [{ x: x + across, y: y + 200 }] });
      await wire.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    };
    await swipe(300, 100);
    const shown = () => window.content.locator('[data-profile]').getAttribute('data-profile');
    await expect.poll(shown).toBe(profiles[2]);
    await untilShown(profiles[2]!);
    await swipe(100, 300);
    await expect.poll(shown).toBe(profiles[1]);
  });
});
