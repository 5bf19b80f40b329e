/**
 * The map of a run, in one workspace: in English by mouse, in Korean by keyboard.
 *
 * @module-tag rare
 */
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AppWindow } from './pages/app-window';
import { axeFindings } from './support/axe';
import { NO_BROWSER, WHY_SKIPPED } from './support/browser';
import { type AtProfile, startAtProfile } from './support/curator';
import { tabInto, takeFromPalette, walkTo } from './support/keyboard';

describe.skipIf(NO_BROWSER !== null)(`the map${WHY_SKIPPED}`, { timeout: 120_000 }, () => {
  let curator: AtProfile;
  beforeAll(async () => {
    curator = await startAtProfile();
  });
  afterAll(() => curator.leave());

  const picture = ({ content, t }: AppWindow): Locator =>
    content.getByRole('application', { name: t('map.picture.profiles') });
  const list = ({ content, t }: AppWindow): Locator => content.getByRole('region', { name: t('map.list.profiles') });
  const chosen = ({ content, t }: AppWindow, count: number): Locator =>
    content.getByText(t('map.chosen.profiles', { count }), { exact: true });
  const mapOf = async () => {
    const [run] = await curator.engine.client.runs.list();
    return curator.engine.client.map.get({ runId: run!.runId, of: 'profiles' });
  };
  /** Draws a loop around everything in the picture. */
  const loopAll = async ({ page }: AppWindow, on: Locator): Promise<void> => {
    const { x, y, width, height } = (await on.boundingBox())!;
    const corners = [
      [0.01, 0.01],
      [0.9, 0.01],
      [0.9, 0.2],
      [0.99, 0.25],
      [0.99, 0.99],
      [0.01, 0.99],
    ] as const;
    await page.keyboard.down('Shift');
    for (const [place, [across, down]] of corners.entries()) {
      await page.mouse.move(x + width * across, y + height * down);
      if (place === 0) await page.mouse.down();
    }
    await page.mouse.up();
    await page.keyboard.up('Shift');
  };

  it('by mouse: a group, a loop saved as a segment, and zooming', async () => {
    const { window, engine, dataset } = curator;
    const { content, page, t } = window;
    await window.show('map');
    const map = await mapOf();
    const shown = picture(window);
    await shown.waitFor();
    expect(await axeFindings(page)).toEqual([]);

    const legend = content.getByRole('list', { name: t('map.legend', { name: t('map.by.cluster') }) });
    await legend.getByRole('button').first().click();
    await chosen(window, map.clusters[0]!.size).waitFor();
    await content.getByRole('button', { name: t('map.clear') }).click();

    await loopAll(window, shown);
    await chosen(window, map.total).waitFor();
    await content.getByLabel(t('map.segmentName')).fill('Everyone');
    await window.button(t('map.segmentSave')).click();
    await content.getByText(t('map.segmentSaved', { name: 'Everyone' })).waitFor();
    const segments = await engine.client.segments.list({ data: dataset.fingerprint });
    expect(segments.map(({ filter }) => filter)).toEqual([{ profiles: map.ids }]);
    expect(await axeFindings(page)).toEqual([]);

    // The hovered point is named, marked by a click, and stays under the pointer while zooming.
    const whole = await page.screenshot({ clip: (await shown.boundingBox())! });
    const look = async (): Promise<boolean> =>
      whole.equals(await page.screenshot({ clip: (await shown.boundingBox())! }));
    await window.button(t('map.zoomIn')).click();
    await page.mouse.move(0, 0);
    await expect.poll(look).toBe(false);
    await shown.dblclick({ position: { x: 5, y: 5 } });
    await page.mouse.move(0, 0);
    await expect.poll(look).toBe(true);

    await window.button(t('map.make')).click();
    await window.untilShown(content.getByText(t('map.placedAll', { total: map.total })));
    expect(await mapOf()).toMatchObject({ state: 'ready', method: 'layout' });
  });

  it('by keyboard, in Korean: a group of the legend, single rows, and the list of one of them', async () => {
    const window = await curator.app.open({ language: 'ko' });
    const { content, page, t } = window;
    await window.openDataset(curator.dataset.name);
    await page.keyboard.press('Control+k');
    await takeFromPalette(page, '취향 지도');
    const map = await mapOf();
    const legend = content.getByRole('list', { name: '범례: 취향 그룹' });
    await walkTo(page, legend.getByRole('button').first());
    await page.keyboard.press('Enter');
    await chosen(window, map.clusters[0]!.size).waitFor();
    await walkTo(page, picture(window));
    await page.keyboard.press('Escape');
    await chosen(window, map.clusters[0]!.size).waitFor({ state: 'hidden' });
    // The point nearest to the middle is named beside the map, and selected in the list.
    await page.keyboard.press('Enter');
    await content
      .getByRole('status')
      .getByText(/^아이 \d+$/)
      .waitFor();
    await list(window).getByRole('row', { selected: true }).waitFor();

    const row = list(window).getByRole('row').nth(1).filter({ hasText: /\S/ });
    await row.waitFor();
    await walkTo(page, content.getByLabel(t('map.find')));
    await page.keyboard.type(map.ids[0]!);
    await content.getByText(/^아이 \d+명 선택$/).waitFor();
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Delete');
    await content.getByText(/^아이 \d+명 선택$/).waitFor({ state: 'hidden' });
    await tabInto(page, list(window));
    // The grid decides which row gets the focus: the first, or that of the selected point.
    const entered = list(window)
      .getByRole('row')
      .filter({ has: page.locator(':focus') });
    await page.keyboard.press('x');
    await chosen(window, 1).waitFor();
    const [, id] = /\((\d+)\)$/.exec(await entered.getByRole('gridcell').first().innerText())!;
    await page.keyboard.press('Enter');
    await content.getByRole('heading', { level: 1 }).waitFor();
    expect(page.url()).toContain(`/compare/${id}`);
    expect(window.problems).toEqual([]);
  });
});
