/**
 * Labels for values in the files: edited or read from a table, shown on every screen, in both languages, seen by other
 * windows.
 *
 * @module-tag rare
 */
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Dataset } from '../../src/shared/contract/dataset';
import type { AppWindow } from './pages/app-window';
import { ProfilesPage } from './pages/profiles-page';
import { PathDialog } from './pages/path-dialog';
import { axeFindingsInBothThemes } from './support/axe';
import { NO_BROWSER, WHY_SKIPPED } from './support/browser';
import { type Curator, startCurator } from './support/curator';

/** A PNG of one pixel. */
const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

describe.skipIf(NO_BROWSER !== null)(`labels${WHY_SKIPPED}`, { timeout: 240_000 }, () => {
  let curator: Curator;
  let dataset: Dataset;
  beforeAll(async () => {
    curator = await startCurator({ profiles: 30, items: 60, eventsPerProfile: 10 });
    dataset = await curator.engine.import(curator.small.folder);
    await curator.engine.train(dataset, 'first');
    await curator.window.page.reload();
    await curator.window.openDataset(dataset.name);
  });
  afterAll(() => curator.leave());

  const label = ({ content, t }: AppWindow, name: string): Locator =>
    content.getByLabel(t('labels.labelOf', { name }), { exact: true });
  /** Leaves the field, which saves what was typed. */
  const leave = async ({ page, t }: AppWindow, name: string): Promise<void> => {
    await page.keyboard.press('Tab');
    await page.getByText(t('labels.saved', { name })).waitFor();
  };
  const choose = async ({ content, page }: AppWindow, field: string, option: string): Promise<void> => {
    await content.getByRole('combobox', { name: field, exact: true }).click();
    await page.getByRole('option', { name: option }).first().click();
  };

  it('are typed or read from a table, with a time zone and a colour, and saved', async () => {
    const { window, app } = curator;
    const { content, page, t } = window;
    await choose(window, t('labels.attribute'), t('labels.known.attributes.sex'));
    await label(window, 'F').fill('Girls, all ages');
    await leave(window, 'F');
    await content.getByRole('combobox', { name: t('labels.timeZone') }).fill('Seoul');
    await page.getByRole('option', { name: 'Asia/Seoul' }).click();

    const table = path.join(app.folder, 'labels.csv');
    await fs.writeFile(table, 'attribute,code,label\nsex,,Boy or girl\nsex,Q,nobody\n');
    await window.button(t('labels.read')).click();
    const dialog = new PathDialog(window, 'titleFile');
    await dialog.goTo(app.folder);
    await dialog.dialog.getByRole('button', { name: 'labels.csv' }).click();
    await content.getByText(t('labels.why.unknown')).waitFor();

    const genre = dataset.itemAttributes.find(({ name }) => name === 'genre_mid')!.categories[0]!;
    await choose(window, t('labels.attribute'), 'genre_mid');
    await choose(window, t('labels.colourOf', { genre }), t('labels.colours.purple'));
    await label(window, genre).fill('Cartoons');
    await leave(window, genre);
    expect(await axeFindingsInBothThemes(page)).toEqual([]);
    expect(await curator.engine.client.labels.get({ data: dataset.fingerprint })).toMatchObject({
      entries: [
        { attribute: 'sex', code: 'F', label: 'Girls, all ages' },
        { attribute: 'sex', label: 'Boy or girl' },
        { attribute: 'genre_mid', code: genre, label: 'Cartoons' },
      ],
      colours: [{ genre, colour: 'purple' }],
      timeZone: 'Asia/Seoul',
    });
    await content.getByText('(Asia/Seoul)').waitFor();
  });

  it('are shown in filters, lists and open profiles', async () => {
    const { window, profiles, compare } = curator;
    const { content, page, t } = window;
    await window.show('profiles');
    await profiles.row(1).waitFor();
    await content
      .getByRole('group', { name: 'Boy or girl' })
      .getByLabel(/Girls, all ages/)
      .check();
    await profiles.showColumn('Boy or girl');
    await content.getByRole('columnheader', { name: 'Boy or girl' }).waitFor();
    await expect.poll(() => profiles.row(1).innerText()).toContain('Girls, all ages');
    // The value in the files is the tooltip.
    expect(await content.getByTitle('F', { exact: true }).count()).toBeGreaterThan(0);
    expect(await axeFindingsInBothThemes(page)).toEqual([]);
    const profile = await profiles.idInRow(1);
    await profiles.row(1).dblclick();
    await compare.untilOpen(profile);
    await content
      .getByRole('region', { name: t('compare.attributes') })
      .getByText('Boy or girl')
      .waitFor();
    await content.getByText(t('labels.daysIn', { zone: 'Asia/Seoul' })).waitFor();
    expect(await content.locator('svg[data-colour="purple"]').count()).toBeGreaterThan(0);
    expect(await axeFindingsInBothThemes(page)).toEqual([]);
  });

  it('pictures of titles come from a folder; a title with an invalid picture keeps its drawn cover', async () => {
    const { app, engine, window, compare } = curator;
    const { content, t } = window;
    const folder = path.join(app.folder, 'covers');
    await fs.mkdir(folder);
    const profile = new URL(window.page.url()).hash.split('/')[2]!;
    const [run] = await engine.client.runs.list();
    const { items } = await engine.client.lists.show({ runId: run!.runId, profile, count: 3 });
    const [pictured, hostile, cutOff] = items.map(({ item }) => item);
    await fs.writeFile(path.join(folder, `${pictured}.png`), PICTURE);
    await fs.writeFile(
      path.join(folder, `${hostile}.png`),
      '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>',
    );
    await fs.writeFile(path.join(folder, `${cutOff}.webp`), PICTURE.subarray(0, 40));
    await window.show('data');
    const group = content.getByRole('group', { name: t('labels.posters.title') });
    await group.getByRole('button', { name: t('labels.posters.choose') }).click();
    await new PathDialog(window, 'folders.pictures').chooseFolder(folder);
    await group.getByText(t('labels.posters.found', { count: 3, all: dataset.items })).waitFor();
    await group.getByText(new RegExp(`${hostile}.png`)).waitFor();
    await window.page.goBack();
    await compare.untilOpen(profile);
    const row = (item: string | undefined): Locator => compare.list.locator(`[data-item="${item}"]`);
    // The element exists before its bytes have loaded.
    const picture = row(pictured).locator('img');
    await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(1);
    // It begins like a picture; the browser discovers that the rest is missing.
    for (const item of [hostile, cutOff]) await row(item).locator('[data-cover]').waitFor();
    expect(await axeFindingsInBothThemes(window.page)).toEqual([]);
    await window.show('data');
    await group.getByRole('button', { name: t('labels.posters.remove') }).click();
    await group.getByText(t('labels.posters.none')).waitFor();
    await window.page.goBack();
    await row(pictured).locator('[data-cover]').waitFor();
  });

  it('are edited in Korean, and the other window updates', async () => {
    const korean = await curator.app.open({ language: 'ko' });
    await korean.openDataset(dataset.name);
    await korean.heading(korean.t('labels.title')).waitFor();
    await choose(korean, korean.t('labels.attribute'), 'Boy or girl');
    expect(await label(korean, 'M').getAttribute('placeholder')).toBe('남아');
    await label(korean, 'F').fill('여자아이');
    expect(await axeFindingsInBothThemes(korean.page)).toEqual([]);
    await leave(korean, 'F');
    await korean.show('profiles');
    await new ProfilesPage(korean).row(1).waitFor();
    await korean.content.getByRole('group', { name: 'Boy or girl' }).getByText('여자아이').waitFor();
    await new ProfilesPage(korean).showColumn(korean.t('labels.known.attributes.age'));
    await korean.content.getByRole('columnheader', { name: korean.t('labels.known.attributes.age') }).waitFor();
    await curator.window.show('profiles');
    await curator.window.content.getByRole('group', { name: 'Boy or girl' }).getByText('여자아이').waitFor();
    expect(korean.problems).toEqual([]);
  });
});
