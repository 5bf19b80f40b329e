/**
 * Opens a folder with pseudonyms, exports its original IDs, and asks for the key whenever it is needed.
 *
 * @module-tag rare
 */
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeFindings } from './support/axe';
import { NO_BROWSER, WHY_SKIPPED } from './support/browser';
import { type Curator, startCurator } from './support/curator';
import { PathDialog } from './pages/path-dialog';

describe.skipIf(NO_BROWSER !== null)(`a folder with pseudonyms${WHY_SKIPPED}`, { timeout: 240_000 }, () => {
  let curator: Curator;
  let { app, engine, window, profiles, small } = {} as Curator;
  beforeAll(async () => {
    curator = await startCurator({ profiles: 30, items: 60, eventsPerProfile: 10 });
    ({ app, engine, window, profiles, small } = curator);
  });
  afterAll(() => curator.leave());

  const folderName = (): string => path.basename(small.folder);
  const keyName = (): string => `${folderName()}.key`;
  const dataset = async () => (await engine.client.datasets.list())[0]!;
  const chooseKey = async (): Promise<void> => {
    const file = new PathDialog(window, 'titleFile');
    await file.goTo(app.folder);
    await file.dialog.getByText(keyName(), { exact: true }).click();
  };

  it('is opened with a new key file at a chosen place', async () => {
    const { page, t } = window;
    await window.button(t('pseudonyms.open')).click();
    await new PathDialog(window, 'folders.data').chooseFolder(small.folder);
    const dialog = window.dialog(t('pseudonyms.titles.import'));
    await dialog.getByText(t('pseudonyms.leads.import', { name: folderName() })).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await dialog.getByRole('button', { name: t('pseudonyms.make') }).click();
    const save = new PathDialog(window, 'titleSave');
    await save.goTo(app.folder);
    await save.save.click();
    await window.content.getByText(t('data.look.pseudonyms')).waitFor();
    await window.button(t('data.look.read')).click();
    await window.content.getByText(t('pseudonyms.replaced')).waitFor();
    expect((await fs.stat(path.join(app.folder, keyName()))).mode & 0o777).toBe(0o600);
    await window.show('profiles');
    await profiles.row(1).waitFor();
    expect(await profiles.idInRow(1)).toMatch(/^p[0-9a-f]{16}$/);
  });

  it('is read again only with its key', async () => {
    const { page, t } = window;
    // A window that knows nothing of the key, as on another day.
    await page.reload();
    await window.show('data');
    await window.button(t('data.readAgain')).click();
    const dialog = window.dialog(t('pseudonyms.titles.again'));
    await dialog.getByText(t('pseudonyms.leads.again', { name: folderName() })).waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    await window.button(t('data.readAgain')).click();
    await dialog.getByRole('button', { name: t('pseudonyms.choose') }).click();
    await chooseKey();
    await window.content.getByText(t('data.already')).waitFor();
    expect(await engine.client.datasets.list()).toHaveLength(1);
  });

  it('is exported with its original IDs given the key', async () => {
    const { content, t } = window;
    const { runId } = await engine.train(await dataset(), 'first');
    await window.show('export');
    await content.getByText(t('exporting.formats.csv'), { exact: true }).click();
    await content.getByRole('switch', { name: t('pseudonyms.originals') }).check();
    await window.button(t('exporting.go')).click();
    await window
      .dialog(t('pseudonyms.titles.export'))
      .getByRole('button', { name: t('pseudonyms.choose') })
      .click();
    await chooseKey();
    const save = new PathDialog(window, 'titleSave');
    await save.goTo(app.folder);
    await save.fileName.fill('lists.csv');
    await save.save.click();
    await content.getByText(t('exporting.done'), { exact: true }).waitFor();
    const lines = (await fs.readFile(path.join(app.folder, 'lists.csv'), 'utf8')).trim().split('\n').slice(1);
    const ids = new Set(lines.map((line) => Number(line.split(',')[0])));
    expect([...ids].toSorted((one, other) => one - other)).toEqual(Array.from({ length: 30 }, (_, index) => index + 1));
    await content.getByText(`${t('exporting.formats.csv')} · ${t('pseudonyms.originalsShort')}`).waitFor();
    expect(await engine.client.runs.exports({ runId })).toMatchObject([{ translated: true }]);
  });

  it('is exported a second time, to the same bytes, with the key', async () => {
    const { content, t } = window;
    const file = path.join(app.folder, 'lists.csv');
    const before = await fs.readFile(file, 'utf8');
    await fs.rm(file);
    await window.button(t('exporting.again')).click();
    await window
      .dialog(t('pseudonyms.titles.export'))
      .getByRole('button', { name: t('pseudonyms.choose') })
      .click();
    await chooseKey();
    await content.getByText(t('exporting.sameAgain', { path: file })).waitFor();
    expect(await fs.readFile(file, 'utf8')).toBe(before);
  });
});
