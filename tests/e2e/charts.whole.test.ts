/**
 * Every screen with charts: they are drawn, the pointer shows their figures, and the content security policy refuses
 * none of them.
 *
 * @module-tag rare
 */
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PathDialog } from './pages/path-dialog';
import { axeFindings } from './support/axe';
import { NO_BROWSER, WHY_SKIPPED } from './support/browser';
import { type AtProfile, startAtProfile } from './support/curator';

/** Half a screen, and a laptop at 200 %. */
const SIZES = [
  { width: 1024, height: 768 },
  { width: 720, height: 450 },
];

/** Makes the page count policy violations until it reloads. */
async function countRefusals(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const refused: string[] = [];
    Object.assign(globalThis, { refused });
    document.addEventListener('securitypolicyviolation', ({ violatedDirective }) => refused.push(violatedDirective));
  });
  return () => page.evaluate(() => (globalThis as unknown as { refused: string[] }).refused);
}

describe.skipIf(NO_BROWSER !== null)(`charts${WHY_SKIPPED}`, { timeout: 240_000 }, () => {
  let curator: AtProfile;
  /** Addresses after #, how many charts with their figures are there, and how many curves over epochs. */
  let places: { place: string; charts: number; curves: number }[];
  beforeAll(async () => {
    curator = await startAtProfile();
    const [run] = await curator.engine.client.runs.list();
    places = [
      { place: '/data', charts: 1, curves: 0 },
      { place: `/runs/${run!.runId}`, charts: 6, curves: 1 },
    ];
  });
  afterAll(() => curator.leave());

  /** The pictures on the screen. */
  const drawn = (): Locator => curator.window.content.locator('figure [role="img"]:has(> svg)');
  const goTo = (place: string): Promise<void> =>
    curator.window.page.evaluate((hash) => void (location.hash = hash), place);

  it('are drawn without violating the content security policy, also under the pointer', async () => {
    const { page } = curator.window;
    const refusals = await countRefusals(page);
    for (const { place, charts, curves } of places) {
      await goTo(place);
      const pictures = drawn();
      await pictures.nth(charts + curves - 1).waitFor();
      for (const picture of await pictures.all()) {
        const { width, height } = (await picture.boundingBox())!;
        await picture.hover({ position: { x: width * 0.7, y: height / 2 } });
        await picture.locator('[aria-label="tip"] text').waitFor();
      }
      expect({ place, refused: await refusals() }).toEqual({ place, refused: [] });
    }
  });

  it('are drawn in a page that counts policy violations', async () => {
    const { page } = await curator.app.open();
    const refusals = await countRefusals(page);
    await page.evaluate(() => document.body.setAttribute('style', 'color: red'));
    await expect.poll(refusals).toContain('style-src-attr');
  });

  it.each(SIZES)('fit at $width x $height, with text of at least 12 pixels', async (size) => {
    const { page, content } = curator.window;
    await page.setViewportSize(size);
    for (const { place, charts, curves } of places) {
      await goTo(place);
      const pictures = drawn();
      await pictures.nth(charts + curves - 1).waitFor();
      // The picture is drawn again in the width that there is.
      await expect
        .poll(() =>
          content.evaluate((region) => {
            const overflows = (box: Element): boolean => box.scrollWidth > box.clientWidth;
            const wide = Array.from(region.querySelectorAll('figure, section')).filter(overflows).length;
            const letters = Array.from(region.querySelectorAll('figure svg text'), (text) =>
              Number.parseFloat(getComputedStyle(text).fontSize),
            );
            return {
              wide,
              sideways: overflows(region.lastElementChild!),
              small: letters.filter((pixels) => pixels < 12),
            };
          }),
        )
        .toEqual({ wide: 0, sideways: false, small: [] });
    }
  });

  it('have their figures as a table', async () => {
    const { content, t } = curator.window;
    for (const { place, charts } of places) {
      await goTo(place);
      const figures = content.locator('figure:has([role="img"] > svg):has(> button)');
      await figures.nth(charts - 1).waitFor();
      expect(await figures.count()).toBe(charts);
      for (const figure of await figures.all()) {
        await figure.getByRole('button', { name: t('charts.showTable') }).click();
        await figure.getByRole('row').nth(1).waitFor();
        await figure.getByRole('button', { name: t('charts.hideTable') }).click();
        await figure.getByRole('table').waitFor({ state: 'hidden' });
      }
    }
  });

  it("appear in the run's report, which prints alone, saves as shown, and can leave out profiles", async () => {
    const { window, app } = curator;
    const { page, content, t } = window;
    const runId = places[1]!.place.split('/').at(-1)!;
    await page.setViewportSize({ width: 1440, height: 900 });
    await goTo(places[1]!.place);
    const refusals = await countRefusals(page);
    await content.getByRole('link', { name: t('report.open'), exact: true }).click();
    const preview = content.getByRole('region', { name: t('report.preview') });
    await preview.getByRole('heading', { name: t('report.approval') }).waitFor();
    expect(await preview.locator('figure [role="img"]:has(> svg)').count()).toBe(places[0]!.charts + places[1]!.charts);
    const examples = await preview.locator('.example h3').allTextContents();
    expect(examples).toHaveLength(3);
    expect(await axeFindings(page)).toEqual([]);

    // On paper the window is absent, and the report has the width of the sheet.
    const printed = page.locator('body > div:not(#root) article.report');
    expect(await printed.isVisible()).toBe(false);
    await page.emulateMedia({ media: 'print' });
    expect([await printed.isVisible(), await page.locator('#root').isVisible()]).toEqual([true, false]);
    const rules = await page.evaluate(() =>
      document.adoptedStyleSheets.flatMap((sheet) => Array.from(sheet.cssRules, ({ cssText }) => cssText)),
    );
    expect(rules.join()).toContain(runId);
    await page.emulateMedia({ media: 'screen' });
    await page.evaluate(() =>
      Object.assign(globalThis, { print: () => document.body.setAttribute('data-printed', '') }),
    );
    await window.button(t('report.print')).click();
    await page.locator('body[data-printed]').waitFor({ state: 'attached' });

    await content.getByLabel(t('report.withExamples')).uncheck();
    await preview.getByText(t('report.showsNone')).waitFor();
    await window.button(t('report.save')).click();
    const dialog = new PathDialog(window, 'titleSave');
    await dialog.goTo(app.folder);
    await dialog.save.click();
    const reports = async (): Promise<string[]> =>
      (await fs.readdir(app.folder)).filter(
        (name) => name.includes(` - ${t('report.file')} - `) && name.endsWith('.html'),
      );
    await expect.poll(reports).toHaveLength(1);
    const file = path.join(app.folder, (await reports())[0]!);
    await page.getByText(t('report.saved', { path: file })).waitFor();
    const saved = await fs.readFile(file, 'utf8');
    expect(saved).toContain(t('report.showsNone'));
    for (const profile of examples) expect(saved).not.toContain(`<h3>${profile}</h3>`);
    expect(await refusals()).toEqual([]);
  });
});
