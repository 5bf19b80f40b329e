/**
 * Deletes a run and a data set, and restores them: from the notice at once, from the trash later.
 *
 * @module-tag rare
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeFindings } from './support/axe';
import { TRIED_LANGUAGES } from '../support/tried';
import { NO_BROWSER, WHY_SKIPPED } from './support/browser';
import { type Curator, startCurator } from './support/curator';

describe.skipIf(NO_BROWSER !== null)(`a curator${WHY_SKIPPED}`, { timeout: 240_000 }, () => {
  let curator: Curator;
  let dataset: Awaited<ReturnType<Curator['engine']['import']>>;
  beforeAll(async () => {
    curator = await startCurator({ profiles: 20, items: 40, eventsPerProfile: 8 });
    dataset = await curator.engine.import(curator.small.folder);
    await curator.engine.train(dataset, 'first');
  });
  afterAll(() => curator.leave());

  it.each(TRIED_LANGUAGES)('restores a deleted run: %s', async (language) => {
    const { app, engine } = curator;
    const window = await app.open({ language });
    const { content, page, t } = window;
    const { client } = engine;
    const run = content.getByRole('link', { name: 'first', exact: true });
    const notice = content.getByRole('status').filter({ hasText: t('trash.deleted.run', { name: 'first' }) });
    const deleteIt = async (): Promise<void> => {
      await window.show('runs');
      await run.click();
      await window.button(t('runs.remove')).click();
      const question = page.getByRole('dialog').filter({ hasText: t('runs.removeQuestion') });
      await question.getByRole('button', { name: t('runs.remove') }).click();
      await notice.waitFor();
      expect(await client.runs.list()).toEqual([]);
    };
    await window.openDataset(dataset.name);
    await deleteIt();
    expect(await axeFindings(page)).toEqual([]);
    await notice.getByRole('button', { name: t('versions.undo') }).click();
    await run.waitFor();
    await notice.waitFor({ state: 'hidden' });
    expect(await client.runs.list()).toMatchObject([{ name: 'first', status: 'finished' }]);

    await deleteIt();
    await notice.getByRole('button', { name: t('common.close') }).click();
    await window.show('settings');
    const trash = content.getByRole('table', { name: t('trash.title') });
    await trash.getByRole('row', { name: /first/ }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await trash.getByRole('button', { name: t('trash.restoreOf', { name: 'first' }) }).click();
    await content.getByText(t('trash.empty')).waitFor();
    await window.show('runs');
    await run.waitFor();
    expect(window.problems).toEqual([]);
  });

  it('restores a deleted data set, and sees what another program restores', async () => {
    const { app, engine } = curator;
    const window = await app.open();
    const { content, page, t } = window;
    await window.openDataset(dataset.name);
    await window.button(t('data.remove')).click();
    await page
      .getByRole('dialog')
      .filter({ hasText: t('data.removeTitle') })
      .getByRole('button', { name: t('data.remove') })
      .click();
    const undo = content.getByRole('button', { name: t('versions.undo') });
    await undo.waitFor();
    expect(await engine.client.datasets.list()).toEqual([]);
    await undo.click();
    await expect.poll(() => engine.client.datasets.list()).toMatchObject([{ name: dataset.name }]);

    await window.show('settings');
    await content.getByText(t('trash.empty')).waitFor();
    await engine.client.workspace.delete({ id: dataset.fingerprint });
    const trash = content.getByRole('table', { name: t('trash.title') });
    await trash.getByRole('row', { name: new RegExp(dataset.name) }).waitFor();
    await engine.client.workspace.restore({ id: dataset.fingerprint });
    await content.getByText(t('trash.empty')).waitFor();
    expect(window.problems).toEqual([]);
  });
});
