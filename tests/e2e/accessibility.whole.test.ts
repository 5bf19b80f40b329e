/**
 * axe on every screen in each of its states, in light and in dark. Tests share one workspace and continue from the
 * previous one.
 */
import * as path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Dataset } from '../../src/shared/contract/dataset';
import { finalValue } from '../../src/shared/values/final-value';
import { completeRecipe } from '../../src/shared/recipe/schema';
import { screensFrom } from '../../src/features/screens';
import { everyNth } from '../support/tried';
import type { ScreenName } from './pages/app-window';
import { PathDialog } from './pages/path-dialog';
import { axeFindings, axeFindingsInBothThemes } from './support/axe';
import { NO_BROWSER, WHY_SKIPPED } from './support/browser';
import { type Curator, startCurator } from './support/curator';
import { killTrainer } from './support/engine';

describe.skipIf(NO_BROWSER !== null)(`axe finds nothing${WHY_SKIPPED}`, { timeout: 240_000 }, () => {
  let curator: Curator;
  let { small, app, engine, window, compare, profiles } = {} as Curator;
  let dataset: Dataset;
  beforeAll(async () => {
    const dirt = { lateSeconds: 3, duplicates: 4, profilesWithoutHistory: 1, profilesWithoutRow: 1 };
    curator = await startCurator({ profiles: 40, items: 80, eventsPerProfile: 12, everyFile: true, dirt });
    ({ small, app, engine, window, compare, profiles } = curator);
  });
  afterAll(() => curator.leave());

  /** A row of a list is there before its cells are: a fault is one that stays. */
  const expectNothing = (): Promise<void> =>
    expect.poll(() => axeFindingsInBothThemes(window.page), { timeout: 10_000 }).toEqual([]);

  async function expectNothingOn(screen: ScreenName): Promise<void> {
    await window.show(screen);
    await window.heading(/./).first().waitFor();
    await expectNothing();
  }

  it(
    'on the welcome screen of an empty workspace, the palette, the shortcuts and the folder dialog',
    { tags: ['rare'] },
    async () => {
      const { page, content, t } = window;
      await content.getByText(t('welcome.recentEmpty')).waitFor();
      await expectNothing();
      await page.keyboard.press('Control+k');
      await page.getByRole('dialog').getByText(t('shell.palette.openSample')).waitFor();
      await expectNothing();
      await page.keyboard.press('Escape');
      await page.keyboard.press('Shift+?');
      await window.dialog(t('help.ofScreen')).waitFor();
      await expectNothing();
      await page.getByRole('button', { name: t('help.allKeys') }).click();
      await window.dialog(t('shell.shortcuts.title')).waitFor();
      await expectNothing();
      await page.keyboard.press('Escape');
      await content.getByRole('button', { name: t('welcome.open') }).click();
      const dialog = new PathDialog(window, 'folders.data');
      await dialog.goTo(path.join(app.folder, 'gone'));
      await dialog.dialog.getByRole('alert').waitFor();
      await expectNothing();
      await page.keyboard.press('Escape');
    },
  );

  it('on Help, and pages of it with pictures, steps and tables', { tags: ['rare'] }, async () => {
    const { content, t } = window;
    await window.show('help');
    await content.getByText(t('help.lead')).waitFor();
    await expectNothing();
    for (const page of ['train', 'privacy'] as const) {
      await content.getByRole('link', { name: t(`help.pages.${page}`), exact: true }).click();
      await content.getByRole('heading', { level: 1, name: t(`help.pages.${page}`) }).waitFor();
      await content.getByRole('listitem').first().waitFor();
      await expectNothing();
      await content.getByRole('link', { name: t('help.all') }).click();
    }
  });

  it.each(everyNth([...screensFrom('rail'), ...screensFrom('foot')], 6))('on %s without data', async (screen) =>
    expectNothingOn(screen),
  );

  it('on Data after an unreadable folder', async () => {
    const { content, t } = window;
    await window.show('data');
    await window.button(t('data.open')).click();
    await new PathDialog(window, 'folders.data').chooseFolder(app.folder);
    await content.getByText(t('data.look.nothing')).waitFor();
    await expectNothing();
  });

  it('on Data with repaired and rejected rows, and its question before deleting', async () => {
    const { content, page, t } = window;
    await window.button(t('shell.openAnother')).click();
    await new PathDialog(window, 'folders.data').chooseFolder(small.folder);
    await window.button(t('data.look.read')).waitFor();
    await expectNothing();
    await window.button(t('data.look.read')).click();
    await content.getByText(t('data.imported')).waitFor();
    await content.getByRole('table').last().waitFor();
    await expectNothing();
    await window.button(t('data.remove')).click();
    await page.getByRole('dialog').waitFor();
    await expectNothing();
    await page.keyboard.press('Escape');
    dataset = (await engine.client.datasets.list())[0]!;
  });

  it.each(
    everyNth(
      screensFrom('rail').filter((screen) => screen !== 'data'),
      6,
    ),
  )('on %s without a run', async (screen) => expectNothingOn(screen));

  it('on Train with every setting open and one of them invalid', { tags: ['rare'] }, async () => {
    const { content, t } = window;
    await window.show('train');
    await content.getByText(t('compare.advanced'), { exact: true }).click();
    await window.button(t('train.openAll')).click();
    await content.getByLabel(t('train.name'), { exact: true }).fill('x'.repeat(201));
    await content.getByText(t('train.nameTooLong')).waitFor();
    await expectNothing();
    await content.getByLabel(t('train.name'), { exact: true }).fill('');
    await window.button(t('train.closeAll')).click();
  });

  it('on Train and Runs while a run trains, and after its trainer was killed', { tags: ['rare'] }, async () => {
    const { content, t } = window;
    const runId = await engine.startLong(dataset, 'endless');
    await window.show('train');
    await content.getByRole('progressbar').first().waitFor();
    await expectNothing();
    await expectNothingOn('runs');
    await killTrainer(app, runId);
    await content.getByText(t('common.statuses.crashed'), { exact: true }).waitFor();
    await expectNothing();
    await window.show('train');
    await content.getByRole('alert').getByText(t('train.crashed')).waitFor();
    await expectNothing();
  });

  it('on Train, Runs, one run and Export with a finished run', async () => {
    const { content, t } = window;
    await engine.train(dataset, 'brief');
    await window.show('train');
    await window.button(t('train.seeLists')).waitFor();
    await expectNothing();
    await expectNothingOn('runs');
    await content.getByRole('link', { name: 'brief' }).click();
    await window.heading(t('runs.scores')).waitFor();
    await expectNothing();
    await expectNothingOn('export');
    await window.button(t('exporting.go')).click();
    const dialog = new PathDialog(window, 'titleSave');
    await dialog.goTo(app.folder);
    await expectNothing();
    await dialog.save.click();
    await content.getByText(t('exporting.done'), { exact: true }).waitFor();
    await expectNothing();
  });

  it('on one run beside the run of another model, linked by name', { tags: ['rare'] }, async () => {
    const { content, page, t } = window;
    const recipe = completeRecipe({ model: 'popularity' });
    const { runId } = await engine.client.runs.start({ data: dataset.fingerprint, recipe, seed: 1, name: 'popular' });
    await finalValue(await engine.client.runs.watch({ runId }));
    await page.goto(`${new URL(page.url()).origin}/#/runs/${runId}`);
    await content.getByText(t('runs.good.openRival')).waitFor();
    await expectNothing();
  });

  it('on Profiles and Titles with a run, with a title open, and with filters that match nothing', async () => {
    const { content, t } = window;
    await window.show('profiles');
    await profiles.row(1).waitFor();
    await expectNothing();
    await content.getByLabel(t('profiles.find')).fill('no such id');
    await window.heading(t('profiles.emptyTitle')).waitFor();
    await expectNothing();
    await window.button(t('profiles.clearAll')).first().click();
    await window.show('titles');
    const rows = content.getByRole('region', { name: t('titles.grid') }).getByRole('row');
    await rows.nth(1).filter({ hasText: /\S/ }).dblclick();
    await window.heading(t('titles.receivers')).waitFor();
    await expectNothing();
    await content.getByLabel(t('titles.find')).fill('no such title');
    await window.heading(t('titles.emptyTitle')).waitFor();
    await expectNothing();
    await window.button(t('titles.showAll')).click();
  });

  it('on Compare as trained and tuned', { tags: ['rare'] }, async () => {
    await window.show('profiles');
    const profile = await profiles.idInRow(1);
    await profiles.row(1).dblclick();
    await compare.untilOpen(profile);
    await compare.untilList('neutral');
    await expectNothing();
    await compare.openTuning();
    await compare.hiddenShare.press('End');
    await compare.untilList('tuned');
    await expectNothing();
    await compare.tune.click();
  });

  it('on Compare with details, with the neighbours, and without a history', { tags: ['rare'] }, async () => {
    const { content, page, t } = window;
    await page.keyboard.press('d');
    await expectNothing();
    await page.keyboard.press('d');
    await content.getByRole('tab', { name: t('compare.neighbours') }).click();
    await content.getByText(t('compare.neighboursLead')).waitFor();
    await expectNothing();
    await window.show('profiles');
    await content.getByLabel(t('profiles.find')).fill('41');
    await profiles.row(1).getByText('41').waitFor();
    await profiles.row(1).dblclick();
    await compare.untilOpen('41');
    await content.getByRole('tab', { name: new RegExp(t('compare.history')) }).click();
    await content.getByText(t('compare.noHistoryTitle')).waitFor();
    await expectNothing();
    await page.getByRole('button', { name: t('shell.dataset') }).click();
    await page.getByRole('menu').waitFor();
    await expectNothing();
    await page.keyboard.press('Escape');
  });

  it('on an unknown screen or run, and in high contrast', { tags: ['rare'] }, async () => {
    const { content, page, t } = window;
    await window.show('settings');
    await content
      .getByRole('radiogroup', { name: t('settings.contrast') })
      .getByText(t('settings.contrasts.high'))
      .click();
    await expectNothing();
    await expectNothingOn('device');
    const { origin } = new URL(page.url());
    for (const place of ['/nowhere', '/runs/none']) {
      await page.goto(`${origin}/#${place}`);
      await content.getByText(place === '/nowhere' ? t('shell.missing.title') : t('runs.gone')).waitFor();
      await expectNothing();
    }
  });

  it('while the engine is away', { tags: ['rare'] }, async () => {
    const { content, t } = window;
    await window.show('data');
    await app.kill();
    await content.getByText(t('shell.connection.lostPage')).waitFor();
    await expectNothing();
    await app.restart();
    await content.getByText(t('shell.connection.lostPage')).waitFor({ state: 'hidden' });
    // The browser's message about an unanswered socket.
    const others = window.problems.filter((problem) => !problem.includes('WebSocket connection'));
    window.problems.splice(0, Infinity, ...others);
  });

  it('and does find faults: a button without a name, text that is too faint', async () => {
    await window.show('settings');
    await window.content.getByRole('heading', { level: 1 }).waitFor();
    await window.page.evaluate(() => {
      document.querySelector('main')!.insertAdjacentHTML('beforeend', '<button></button><p id="faint">faint</p>');
      const { style } = document.querySelector<HTMLElement>('#faint')!;
      style.color = '#ddd';
      style.backgroundColor = '#fff';
    });
    const findings = await axeFindings(window.page);
    expect(findings).toEqual([expect.stringMatching(/^button-name/), expect.stringMatching(/^color-contrast/)]);
  });
});
