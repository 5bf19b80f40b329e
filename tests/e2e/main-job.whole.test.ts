/**
 * The whole main job in the window on a folder with every kind of dirt; tasks.test.ts does it on the sample, by
 * keyboard too.
 * @module-tag rare
 */
import * as path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { makeSmallFolder, type SmallFolder } from '../support/small-folder';
import { ComparePage } from './pages/compare-page';
import { type App, startApp } from './support/app';
import { NO_BROWSER, WHY_SKIPPED } from './support/browser';
import { byKeyboard } from './support/by-keyboard';
import { byMouse } from './support/by-mouse';
import { expectSubmission, submittedProfiles } from './support/submission';

const DIRT = {
  lateSeconds: 4,
  duplicates: 5,
  shortRows: 3,
  longRows: 2,
  impossibleDates: 2,
  missingIds: 3,
  cutOff: true,
  profilesWithoutRow: 2,
  profilesWithoutHistory: 2,
  albumsWithoutMetadata: 3,
};

describe.skipIf(NO_BROWSER !== null)(`the main job${WHY_SKIPPED}`, () => {
  let dirty: SmallFolder;
  let app: App;
  beforeAll(async () => {
    dirty = await makeSmallFolder({ profiles: 40, items: 120, eventsPerProfile: 12, everyFile: true, dirt: DIRT });
  });
  afterAll(() => dirty.remove());
  beforeEach(async () => {
    app = await startApp();
  });
  afterEach(() => app.close());

  it.each([
    { by: 'mouse', handsOf: byMouse },
    { by: 'keyboard alone', handsOf: byKeyboard },
  ])('by $by', { timeout: 240_000 }, async ({ handsOf }) => {
    const window = await app.open();
    const { content, t } = window;
    const job = handsOf(window);
    const compare = new ComparePage(window);

    await job.openFolder(dirty.folder);
    await content.getByText(t('data.imported')).waitFor();
    const history = content.getByRole('row', { name: /history_data\.csv.*accepted/ });
    const { rows, repaired, rejected } = dirty;
    const counts = { accepted: rows - repaired - rejected, repaired, rejected };
    expect(await history.getByRole('img').getAttribute('aria-label')).toBe(t('data.barLabel', counts));

    await job.trainQuick();
    await window.untilShown(content.getByText(t('common.statuses.finished'), { exact: true }));

    const profile = await job.openProfile(3);
    await compare.untilOpen(profile);
    await compare.untilList('neutral');
    const asTrained = await compare.titles();
    expect(new Set(asTrained).size).toBe(25);
    await job.hideHalfOfTheHistory();
    await compare.untilList('tuned');
    expect(await compare.hiddenShare.getAttribute('aria-valuetext')).toBe('50%');
    expect(await compare.titles()).not.toEqual(asTrained);
    await job.resetTuning();
    await compare.untilList('neutral');
    expect(await compare.titles()).toEqual(asTrained);
    await job.nextProfile();
    await content.getByText(t('compare.place', { place: 4, total: await submittedProfiles(dirty.folder) })).waitFor();

    const name = 'my submission.csv';
    await job.exportSubmission(app.folder, name);
    await content.getByText(t('exporting.done'), { exact: true }).waitFor();
    await expectSubmission(path.join(app.folder, name), dirty.folder);
    expect(window.problems).toEqual([]);
  });
});
