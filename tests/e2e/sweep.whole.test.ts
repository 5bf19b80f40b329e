/**
 * Tries settings in the window: a sweep of small trials with its table, continued in another window, and the settings of its best trial
 * used.
 *
 * @module-tag rare
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Dataset } from '../../src/shared/contract/dataset';
import { KNOBS, type KnobName } from '../../src/shared/recipe/table';
import { axeFindings, axeFindingsInBothThemes } from './support/axe';
import { NO_BROWSER, WHY_SKIPPED } from './support/browser';
import { type Curator, startCurator } from './support/curator';
import { walkTo } from './support/keyboard';

describe.skipIf(NO_BROWSER !== null)(`a sweep in the window${WHY_SKIPPED}`, { timeout: 240_000 }, () => {
  let curator: Curator;
  let dataset: Dataset;
  beforeAll(async () => {
    curator = await startCurator({ profiles: 40, items: 60, eventsPerProfile: 10 });
    dataset = await curator.engine.import(curator.small.folder);
  });
  afterAll(() => curator.leave());

  const FACTORS: KnobName = 'als.factors';
  const label = (knob: KnobName): string => KNOBS[knob].label.en;

  it('is filled in, runs, and shows which settings are best', async () => {
    const { window, engine } = curator;
    const { page, content, t } = window;
    await page.reload();
    await window.openDataset(dataset.name);
    await window.show('train');
    await window.button(t('train.otherModels', { count: 8 })).click();
    await content.getByRole('radio', { name: new RegExp(`^${t('common.presets.als')}`) }).check({ force: true });
    await content.getByRole('link', { name: t('sweep.fromTrain') }).click();
    await window.heading(t('shell.screen.sweep')).waitFor();
    await content.getByText(t('sweep.noKnobs')).waitFor();
    for (const knob of [FACTORS, 'als.regularisation'] as const) {
      await content.getByLabel(t('sweep.addKnob')).click();
      await page.getByRole('option', { name: label(knob), exact: true }).click();
    }
    const values = content.getByLabel(label(FACTORS), { exact: true });
    await values.fill('2, two');
    await content.getByText(t('sweep.problems.notNumber', { text: 'two' })).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await values.fill('2, 4, 8');
    await content.getByRole('radio', { name: t('sweep.methods.grid') }).check();
    await content.getByLabel(t('sweep.budget')).fill('3');
    await window.button(t('sweep.start')).click();
    await content.getByText(t('sweep.large-grid', { size: 9, budget: 3 })).waitFor();
    await window.button(t('sweep.remove', { knob: label('als.regularisation') })).click();
    await window.button(t('sweep.start')).click();

    await window.untilShown(content.getByText(t('sweep.isWhole', { count: 3 })));
    const [kept] = await engine.client.units.sweeps();
    expect(kept).toMatchObject({ data: dataset.fingerprint, knobs: { [FACTORS]: [2, 4, 8] }, method: 'grid' });
    const { trials, best } = await engine.client.units.trials({ sweepId: kept!.sweepId });
    const test = best!.metrics!.score.toFixed(4);
    await content.getByText(test, { exact: true }).waitFor();
    await content.getByText(t('sweep.luck')).waitFor();

    const ranked = trials.toSorted((left, right) => right.validation!.score - left.validation!.score);
    const links = content.getByRole('table', { name: t('sweep.grid') }).getByRole('link');
    expect(await links.evaluateAll((all) => all.map((link) => link.getAttribute('href')))).toEqual(
      ranked.map(({ runId }) => `#/runs/${runId}`),
    );
    expect(await axeFindingsInBothThemes(page)).toEqual([]);

    await window.button(t('sweep.fillForm')).click();
    await window.heading(t('shell.screen.train')).waitFor();
    const record = await engine.client.runs.get({ runId: best!.runId });
    await content
      .getByText(t('train.parent', { name: `${label(FACTORS)} ${String(record.recipe[FACTORS])}` }))
      .waitFor();
    await window.button(t('train.openAll')).click();
    expect(await content.getByLabel(label(FACTORS), { exact: true }).inputValue()).toBe(String(record.recipe[FACTORS]));
  });

  it('survives a reload and appears in another window, which extends it', async () => {
    const { window, app, engine } = curator;
    await window.page.goto(`${new URL(window.page.url()).origin}/#/train/sweep`);
    await window.page.reload();
    await window.content.getByText(window.t('sweep.isWhole', { count: 3 })).waitFor();
    const other = await app.open({ language: 'ko' });
    const { page, content, t } = other;
    await other.openDataset(dataset.name);
    await page.goto(`${new URL(page.url()).origin}/#/train/sweep`);
    await walkTo(page, content.getByRole('combobox', { name: t('sweep.kept') }));
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await content.getByText(t('sweep.isWhole', { count: 3 })).waitFor();
    const values = content.getByLabel(KNOBS[FACTORS].label.ko, { exact: true });
    expect(await values.inputValue()).toBe('2, 4, 8');
    await values.fill('2, 4, 8, 3');
    await content.getByLabel(t('sweep.budget')).fill('4');
    await other.button(t('sweep.start')).click();
    await other.untilShown(content.getByText(t('sweep.isWhole', { count: 4 })));
    expect(await engine.client.units.sweeps()).toHaveLength(2);
    expect(other.problems).toEqual([]);
  });
});
