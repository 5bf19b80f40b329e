/** The main job by mouse in the app's window: what every Electron and every package must be able to do. */
import * as path from 'node:path';
import { expect } from 'vitest';
import { ComparePage } from '../../e2e/pages/compare-page';
import { ProfilesPage } from '../../e2e/pages/profiles-page';
import { idsIn, readSubmission } from '../../e2e/support/submission';
import { stubDialogs } from './dialogs';
import type { RunningApp } from './running-app';

const SAMPLE = path.join(import.meta.dirname, '../../../resources/sample');

/** @param file the submission that is written */
export async function doMainJob({ electron, window }: RunningApp, file: string): Promise<void> {
  const { content, t } = window;
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
  // A child opens as a shelf; the list has what was watched beside it.
  await window.button(t('shelf.list')).click();
  await compare.untilOpen(profile);
  await compare.untilList('neutral');
  const asTrained = await compare.titles();
  expect(new Set(asTrained).size).toBe(25);

  await compare.openTuning();
  await compare.hiddenShare.focus();
  for (let step = 0; step < 6; step++) await window.page.keyboard.press('ArrowRight');
  await compare.untilList('tuned');
  expect(await compare.titles()).not.toEqual(asTrained);
  await compare.reset.click();
  await compare.untilList('neutral');
  expect(await compare.titles()).toEqual(asTrained);

  await window.show('export');
  await window.button(t('exporting.go')).click();
  await content.getByText(t('exporting.done'), { exact: true }).waitFor();
  const { header, rows } = await readSubmission(file);
  expect(header).toBe('profile_id,predicted_list');
  expect(rows.map((row) => row.profile)).toEqual(await idsIn(path.join(SAMPLE, 'sample_submission.csv')));
}
