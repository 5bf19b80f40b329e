/** The main job in the app's real window: true main process, preload, port, engine and TensorFlow. */
import * as path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ComparePage } from '../e2e/pages/compare-page';
import { ProfilesPage } from '../e2e/pages/profiles-page';
import { idsIn, readSubmission } from '../e2e/support/submission';
import { stubDialogs } from './support/dialogs';
import { makeHome, type Home } from './support/running-app';
import { NO_ELECTRON, WHY_SKIPPED } from './support/which-electron';

const SAMPLE = path.join(import.meta.dirname, '../../resources/sample');

describe.skipIf(NO_ELECTRON !== null)(`the app${WHY_SKIPPED}`, () => {
  let home: Home;
  beforeAll(async () => {
    home = await makeHome();
  });
  afterAll(() => home.remove());

  it('opens the sample, trains, compares, tunes and exports', { timeout: 180_000 }, async () => {
    const { electron, window } = await home.start();
    const { content, t } = window;
    const file = path.join(home.folder, 'submission.csv');
    await stubDialogs(electron, { saveAs: file });

    await content.getByRole('button', { name: t('welcome.sample') }).click();
    await content.getByRole('row', { name: /history_data\.csv.*accepted/ }).waitFor();

    await window.button(t('data.train')).click();
    await content.getByText(t('common.presets.quick'), { exact: true }).click();
    await window.button(t('train.start')).click();
    await window.untilShown(content.getByText(t('common.statuses.finished')));

    await window.button(t('train.seeLists')).click();
    const profiles = new ProfilesPage(window);
    const profile = await profiles.idInRow(3);
    await profiles.row(3).dblclick();
    const compare = new ComparePage(window);
    await compare.untilOpen(profile);
    await compare.untilList('untouched');
    const asTrained = await compare.titles();
    expect(new Set(asTrained).size).toBe(25);

    await compare.hiddenShare.focus();
    for (let step = 0; step < 6; step++) await window.page.keyboard.press('ArrowRight');
    await compare.untilList('tuned');
    expect(await compare.titles()).not.toEqual(asTrained);
    await compare.reset.click();
    await compare.untilList('untouched');
    expect(await compare.titles()).toEqual(asTrained);

    await window.show('export');
    await window.button(t('exporting.go')).click();
    await content.getByText(t('exporting.done'), { exact: true }).waitFor();
    const { header, rows } = await readSubmission(file);
    expect(header).toBe('profile_id,predicted_list');
    expect(rows.map((row) => row.profile)).toEqual(await idsIn(path.join(SAMPLE, 'sample_submission.csv')));
    expect(window.problems).toEqual([]);
    await electron.close();
  });
});
