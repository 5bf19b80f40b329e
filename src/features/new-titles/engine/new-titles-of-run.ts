/** The titles without viewings, and those that each of them stands in for. */
import type { NewTitlesOfRun } from '../contract/new-titles';
import { watchedOf } from '../../../engine/model/ranking/lists';
import { sharedFeatures } from '../../../engine/data/new-titles/likeness';
import type { RunSession } from '../../../engine/sessions/run-session';
import { MOST_LIKE, namedTitle } from '../../../engine/lists/new-title-reason';

export async function newTitlesOfRun(session: RunSession): Promise<NewTitlesOfRun> {
  const [{ items, datasetItem, newTitles }, { histories }] = await Promise.all([
    session.withNewTitles(),
    session.data(),
  ]);
  const suited = new Int32Array(items.ids.length);
  for (let row = 0; row < histories.rows; row++)
    for (const column of newTitles.suiting(watchedOf(histories, row))) suited[column]!++;
  const stands = (column: number): boolean =>
    newTitles.nearest(column).length > 0 || newTitles.before(column).length > 0;
  return {
    runId: session.record.runId,
    titles: newTitles.columns.filter(stands).map((column) => {
      const after = newTitles.before(column)[0];
      return {
        ...namedTitle(items, column),
        group: session.dataset.groupOf(datasetItem[column]!),
        after: after === undefined ? null : namedTitle(items, after),
        like: newTitles
          .nearest(column)
          .slice(0, MOST_LIKE)
          .map(({ row, likeness }) => ({
            ...namedTitle(items, row),
            likeness,
            shared: sharedFeatures(newTitles.features, column, row).map((code) => newTitles.features.features[code]!),
          })),
        profiles: suited[column]!,
      };
    }),
    standNowhere: newTitles.columns.filter((column) => !stands(column)).map((column) => namedTitle(items, column)),
  };
}
