/**
 * The first start in a real window: the tour points at existing elements, stays in view at any size, blocks nothing,
 * and axe finds nothing.
 *
 * @module-tag rare
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TOUR_STEPS, type TourStep } from '../../src/renderer/stores/preferences';
import type { AppWindow } from './pages/app-window';
import { type App, startApp } from './support/app';
import { axeFindings } from './support/axe';
import { NO_BROWSER, WHY_SKIPPED } from './support/browser';

const SIZES = [
  { width: 1440, height: 900 },
  { width: 1024, height: 700 },
  { width: 720, height: 450 },
  { width: 390, height: 844 },
] as const;

describe.skipIf(NO_BROWSER !== null)(`the tour${WHY_SKIPPED}`, { timeout: 240_000 }, () => {
  let app: App;
  beforeAll(async () => {
    app = await startApp();
  });
  afterAll(() => app.close());

  async function expectStep({ page, dialog, t }: Parts, step: TourStep): Promise<void> {
    const box = dialog(t(`tour.steps.${step}.title`));
    await box.waitFor();
    for (const size of SIZES) {
      await page.setViewportSize(size);
      // The popover follows its anchor a frame or two later.
      await expect
        .poll(async () => {
          const { x, y, width, height } = (await box.boundingBox())!;
          return x >= 0 && y >= 0 && x + width <= size.width && y + height <= size.height;
        })
        .toBe(true);
    }
    await page.setViewportSize(SIZES[0]);
    expect(await axeFindings(page)).toEqual([]);
  }

  type Parts = Pick<AppWindow, 'page' | 't'> & { dialog: AppWindow['dialog'] };
  const partsOf = (window: AppWindow): Parts => ({
    page: window.page,
    t: window.t,
    dialog: (title) => window.dialog(title),
  });

  it('starts by itself, goes through its eight steps by keyboard, and does not come again', async () => {
    const window = await app.open({ takesTour: true });
    const parts = partsOf(window);
    const { page, t } = window;
    await expectStep(parts, 'open');
    const press = async (name: string): Promise<void> => {
      await page.getByRole('dialog').getByRole('button', { name, exact: true }).focus();
      await page.keyboard.press('Enter');
    };
    await press(t('welcome.sample'));
    await window.untilIdle();
    for (const step of TOUR_STEPS.slice(1)) {
      await expectStep(parts, step);
      // What follows needs a model.
      if (step === 'train') {
        await window.button(t('train.start')).click();
        await page.getByText(t('tour.first.model')).waitFor({ state: 'hidden', timeout: 120_000 });
      }
      await press(t(step === 'export' ? 'tour.done' : 'tour.next'));
    }
    await page.reload();
    await window.show('help');
    await window.button(t('tour.take')).waitFor();
    expect(await page.getByRole('dialog').count()).toBe(0);
    expect(window.problems).toEqual([]);
  });

  it('starts again from Help, blocks nothing behind it, and ends with Escape, in Korean', async () => {
    const window = await app.open({ language: 'ko' });
    const parts = partsOf(window);
    const { page, t } = window;
    await window.show('help');
    await window.button(t('tour.take')).click();
    await expectStep(parts, 'open');
    // Opening another screen works while every link of the rail stays free; the tour moves to the step of the open
    // screen.
    for (const screen of ['settings', 'train', 'export', 'help'] as const) await window.show(screen);
    const last = window.dialog(t('tour.steps.export.title'));
    await last.focus();
    await page.keyboard.press('Escape');
    await last.waitFor({ state: 'hidden' });
    expect(window.problems).toEqual([]);
  });
});
