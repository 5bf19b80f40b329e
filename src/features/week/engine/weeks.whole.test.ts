/** Weeks as the engine tells them, from what a refresh, an approval and an export leave behind. */
import { expect, test } from 'vitest';
import { at, copied, prepareRefreshes } from '../../../../tests/support/refreshing';

prepareRefreshes();

test(
  'a week goes from what came in to what was sent, and the one before stays as its record',
  { timeout: 60_000 },
  async () => {
    const { client, out, refresh } = await copied();
    const alone = await client.week.list({ data: at.base.data });
    expect(alone.weeks).toMatchObject([
      { data: { fingerprint: at.base.data }, added: null, run: { runId: at.base.runId }, approved: null, sent: null },
    ]);
    expect(alone.base).toMatchObject({ run: { runId: at.base.runId } });

    await client.refresh.letUnattended({ by: null });
    const waits = await refresh();
    expect(waits.state).toBe('waiting');
    const runId = waits.run!.runId;
    const { fingerprint: data } = waits.dataset!;
    const { weeks } = await client.week.list({ data: at.base.data });
    // Asked by any of its data sets, the series is the same.
    expect((await client.week.list({ data })).weeks).toEqual(weeks);
    expect(weeks.map((week) => week.data.fingerprint)).toEqual([data, at.base.data]);
    const history = waits.dataset!.events.find(({ role }) => role === 'history')!;
    expect(weeks[0]).toMatchObject({
      added: { since: at.base.data, viewings: history.added },
      run: { runId },
      refresh: { refreshId: waits.refreshId, state: 'waiting' },
      approved: null,
      sent: null,
    });

    const watched = await client.week.newlyWatched({ data, since: at.base.data });
    expect(watched.length).toBeGreaterThan(0);
    expect(watched.reduce((sum, { viewings }) => sum + viewings, 0)).toBeLessThanOrEqual(history.added);
    const counts = watched.map(({ viewings }) => viewings);
    expect(counts).toEqual(counts.toSorted((left, right) => right - left));
    const all = await client.week.newlyWatched({ data, since: null });
    expect(all[0]!.viewings).toBeGreaterThanOrEqual(watched[0]!.viewings);
    expect(await client.week.newlyWatched({ data, since: data })).toEqual([]);

    await client.review.approve({ runId, by: 'Kim', reason: 'Looked at them.' });
    await client.runs.export({ runId, out, format: 'csv' });
    const [sent] = (await client.week.list({ data })).weeks;
    expect(sent).toMatchObject({
      approved: { by: 'Kim' },
      sent: { path: out, format: 'csv', by: 'Kim', profiles: sent!.run!.lists },
    });

    // One that brings nothing new takes nothing back of what the first one found.
    expect(await refresh()).toMatchObject({ state: 'exported' });
    expect(await refresh()).toMatchObject({ state: 'nothing-new' });
    expect((await client.week.list({ data })).weeks[0]!.refresh).toMatchObject({
      refreshId: waits.refreshId,
      compared: { verdict: waits.compared!.verdict },
    });

    // Another run on the same data does not take the place of what was sent.
    const { recipe } = await client.runs.get({ runId });
    const other = await client.runs.start({ data, recipe: { ...recipe, 'stopping.epochs': 2 } as never, seed: 6 });
    for await (const _ of await client.runs.watch({ runId: other.runId }));
    expect((await client.week.list({ data })).weeks[0]).toMatchObject({ run: { runId } });
  },
);

test('data that is not here has no weeks', async () => {
  const { client } = await copied();
  await expect(client.week.list({ data: 'f'.repeat(64) })).rejects.toMatchObject({ code: 'not-found' });
});
