/**
 * Pages that come and go: each sees the other's changes, and a reload finds everything again.
 *
 * @module-tag rare
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeSmallFolder, type SmallFolder } from '../support/small-folder';
import { ComparePage } from './pages/compare-page';
import { ProfilesPage } from './pages/profiles-page';
import { type App, startApp } from './support/app';
import { NO_BROWSER, WHY_SKIPPED } from './support/browser';
import { type Engine, engineOf } from './support/engine';

describe.skipIf(NO_BROWSER !== null)(`pages${WHY_SKIPPED}`, { timeout: 240_000 }, () => {
  let small: SmallFolder;
  let app: App;
  let engine: Engine;
  beforeAll(async () => {
    small = await makeSmallFolder({ profiles: 40, items: 80, eventsPerProfile: 12 });
    app = await startApp();
    engine = engineOf(app);
  });
  afterAll(async () => {
    engine.close();
    await app.close();
    await small.remove();
  });

  it('a reload during training restores the screen, the run and its progress', async () => {
    const dataset = await engine.import(small.folder);
    const window = await app.open();
    const { content, page, t } = window;
    await window.openDataset(dataset.name);
    const runId = await engine.startLong(dataset, 'endless');
    await window.show('train');
    const progress = content.getByRole('progressbar').first();
    await progress.waitFor();
    const before = await engine.client.runs.epochs({ runId });

    await page.reload();
    await progress.waitFor();
    await window.heading('endless').waitFor();
    await content
      .getByRole('img', { name: new RegExp(t('common.stages.measure')) })
      .first()
      .waitFor();
    expect((await engine.client.runs.epochs({ runId })).length).toBeGreaterThan(before.length);
    await window.button(t('common.stop')).click();
    await window.untilShown(content.getByText(t('train.stopped')));
    expect(await engine.client.runs.get({ runId })).toMatchObject({ status: 'stopped' });
    expect(window.problems).toEqual([]);
  });

  it('a reload keeps the open profile and its tuning; back and forward keep the place', async () => {
    const dataset = await engine.import(small.folder);
    await engine.train(dataset, 'brief');
    const window = await app.open();
    const { page } = window;
    const compare = new ComparePage(window);
    await window.openDataset(dataset.name);
    await window.show('profiles');
    const profiles = new ProfilesPage(window);
    const profile = await profiles.idInRow(2);
    await profiles.row(2).dblclick();
    await compare.untilOpen(profile);
    await compare.openTuning();
    await compare.hiddenShare.press('End');
    await compare.untilList('tuned');
    const tuned = await compare.titles();

    await page.reload();
    await compare.untilOpen(profile);
    await compare.untilList('tuned');
    expect(await compare.titles()).toEqual(tuned);
    await page.goBack();
    await profiles.row(2).waitFor();
    await page.goForward();
    await compare.untilOpen(profile);
    expect(window.problems).toEqual([]);
  });

  it("two pages see each other's opened data, trained runs and marks", async () => {
    const [one, other] = [await app.open(), await app.open({ language: 'ko' })];
    const dataset = await engine.import(small.folder);
    await one.openDataset(dataset.name);
    await other.openDataset(dataset.name);

    await one.show('train');
    await one.button(one.t('train.otherModels', { count: 8 })).click();
    await one.content.getByText(one.t('common.presets.popularity'), { exact: true }).click();
    await one.content.getByLabel(one.t('train.name'), { exact: true }).fill('from one page');
    await one.button(one.t('train.start')).click();
    await other.show('runs');
    const row = other.content.getByRole('row', { name: /from one page/ });
    await other.untilShown(row.getByText(other.t('common.statuses.finished')));

    for (const window of [one, other]) await window.show('profiles');
    const [mine, theirs] = [new ProfilesPage(one), new ProfilesPage(other)];
    // Beside the ID, which opens the profile.
    await mine.row(1).click();
    await one.page.keyboard.press('x');
    await theirs.row(1).getByText(other.t('profiles.reviewedYes')).waitFor();
    expect([...one.problems, ...other.problems]).toEqual([]);
  });
});
