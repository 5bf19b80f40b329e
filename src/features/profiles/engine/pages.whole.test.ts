/** The grids of profiles and titles, one title, and reviews, over a small real run. */
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { describe, expect, it } from 'vitest';
import { createEngine } from '../../engine';
import { readListsAndVocabulary } from '../../../engine/runs/lists-file';
import { profileId } from '../../../../tests/support/trained-run';
import { trainersHere } from '../../../../tests/support/trainers-here';
import { openedRun } from '../../../../tests/support/tuned-run';

describe('pages', () => {
  it('show, sort and filter profiles', async () => {
    const { client, data, runId, record, folder } = await openedRun();
    const all = await client.profiles.page({ data, runId, start: 0, end: 100 });
    expect(all).toMatchObject({ all: 24, total: 24 });
    expect(all.rows.map(({ profile }) => profile)).toEqual(Array.from({ length: 24 }, (_, row) => profileId(row)));
    for (const row of all.rows) {
      const { history, attributes } = await client.profiles.open({ data, profile: row.profile });
      expect(Object.fromEntries(attributes.map(({ name, value }) => [name, value]))).toEqual(row.attributes);
      expect(row.watched).toBe(history.length);
      expect(row.lastActive).toBe(history[0]!.lastWatched);
      expect(row.latest).toEqual(history.slice(0, 3).map(({ item, title }) => ({ item, title })));
    }
    await expect(client.profiles.open({ data, profile: 'nobody' })).rejects.toMatchObject({ code: 'not-found' });
    // The mean of the figures of the profiles is the figure in the record.
    const scores = all.rows.flatMap(({ score }) => score ?? []);
    expect(scores).toHaveLength(record.metrics!.profiles);
    expect(scores.reduce((sum, score) => sum + score, 0) / scores.length).toBeCloseTo(record.metrics!.score, 5);
    expect(record.files).toHaveProperty(['test-profiles.safetensors']);

    // Pages join to the whole, in every order; missing values come last in both directions.
    for (const column of ['profile', 'watched', 'lastActive', 'recall', 'score', 'reviewed', 'sex', 'attributes.age'])
      for (const descending of [false, true]) {
        const sort = { column, descending };
        const whole = await client.profiles.page({ data, runId, start: 0, end: 24, sort });
        const parts = await Promise.all(
          [0, 10, 20].map((start) => client.profiles.page({ data, runId, start, end: start + 10, sort })),
        );
        expect(parts.flatMap(({ rows }) => rows)).toEqual(whole.rows);
        expect(whole.rows.map(({ profile }) => profile).sort()).toEqual(all.rows.map(({ profile }) => profile).sort());
        if (column !== 'score') continue;
        const values = whole.rows.map(({ score }) => score);
        const present = values.filter((score) => score !== null);
        expect(values.slice(present.length).every((score) => score === null)).toBe(true);
        expect(present).toEqual(present.toSorted((a, b) => (descending ? b - a : a - b)));
      }
    await expect(
      client.profiles.page({ data, start: 0, end: 1, sort: { column: 'sexx', descending: false } }),
    ).rejects.toMatchObject({ code: 'usage', message: expect.stringContaining('sex') });

    const males = await client.profiles.page({ data, start: 0, end: 5, filter: { attributes: { sex: ['M'] } } });
    expect(males).toMatchObject({ all: 24, total: 12 });
    expect(males.rows.every(({ attributes }) => attributes['sex'] === 'M')).toBe(true);
    expect(males.rows[0]).toMatchObject({ recall: null, score: null });
    const one = await client.profiles.page({ data, start: 0, end: 5, filter: { text: profileId(7) } });
    expect(one.rows.map(({ profile }) => profile)).toEqual([profileId(7)]);
    const none = await client.profiles.page({ data, start: 0, end: 5, filter: { watched: { from: 1000 } } });
    expect(none).toEqual({ all: 24, total: 0, start: 0, rows: [] });
    const facets = await client.profiles.facets({ data });
    expect(facets.find(({ name }) => name === 'sex')!.values).toEqual([
      { value: 'F', profiles: 12 },
      { value: 'M', profiles: 12 },
    ]);
    // Within a filter an attribute's own choice leaves its other values as they are, and no value disappears.
    const within = await client.profiles.facets({
      data,
      runId,
      filter: { profiles: [0, 1, 3].map(profileId), attributes: { sex: ['M'] } },
    });
    expect(within.find(({ name }) => name === 'sex')!.values).toEqual([
      { value: 'F', profiles: 1 },
      { value: 'M', profiles: 2 },
    ]);
    const ages = within.find(({ name }) => name === 'age')!.values;
    expect(ages.map(({ value }) => value)).toEqual(
      facets.find(({ name }) => name === 'age')!.values.map(({ value }) => value),
    );
    expect(ages.filter(({ profiles }) => profiles > 0)).toEqual([
      { value: '2', profiles: 1 },
      { value: '4', profiles: 1 },
    ]);

    // A run from before this file existed, or from a bundle without its data.
    await fs.rm(path.join(folder, 'test-profiles.safetensors'));
    const fresh = await createEngine({ workspaceFolder: path.dirname(path.dirname(folder)), launcher: trainersHere });
    const bare = await fresh.client.profiles.page({ data, runId, start: 0, end: 24 });
    expect(bare.rows.every(({ score, recall }) => score === null && recall === null)).toBe(true);
  });

  it('draw a sample of the filtered profiles, the same for a seed, however they are sorted', async () => {
    const { client, data } = await openedRun({ model: 'popularity' });
    const filter = { attributes: { sex: ['M'] } };
    const drawn = async (seed: number, more: object = {}) =>
      (await client.profiles.page({ data, start: 0, end: 24, filter, sample: { seed, count: 5 }, ...more })).rows.map(
        ({ profile }) => profile,
      );
    const first = await drawn(1);
    expect(first).toHaveLength(5);
    expect(await drawn(1)).toEqual(first);
    expect((await Promise.all([2, 3, 4].map((seed) => drawn(seed)))).map(String)).not.toContain(String(first));
    expect(await drawn(1, { sort: { column: 'profile', descending: true } })).toEqual(first.toReversed());
    const males = await client.profiles.page({ data, start: 0, end: 24, filter });
    expect(males.rows.map(({ profile }) => profile)).toEqual(expect.arrayContaining(first));
    expect(await client.profiles.page({ data, start: 0, end: 24, filter, sample: { seed: 1, count: 100 } })).toEqual(
      males,
    );
    // Pages of a sample are pages of its list.
    const page = await client.profiles.page({ data, start: 1, end: 3, filter, sample: { seed: 1, count: 5 } });
    expect(page).toMatchObject({ all: 24, total: 5, start: 1, rows: [{ profile: first[1] }, { profile: first[2] }] });
  });

  it('move to the page with a profile', async () => {
    const { client, data } = await openedRun({ model: 'popularity' });
    const filter = { attributes: { sex: ['M'] } };
    const sort = { column: 'watched', descending: true };
    const { rows: list } = await client.profiles.page({ data, start: 0, end: 24, filter, sort });
    for (const [place, { profile }] of list.entries()) {
      const page = await client.profiles.page({ data, start: 0, end: 3, filter, sort, around: profile });
      const start = Math.max(0, place - 1);
      expect(page).toMatchObject({ total: 12, start, rows: list.slice(start, place + 2) });
    }
    const { rows: sampled } = await client.profiles.page({ data, start: 0, end: 5, sample: { seed: 1, count: 5 } });
    const last = { data, start: 0, end: 3, sample: { seed: 1, count: 5 }, around: sampled[4]!.profile };
    expect(await client.profiles.page(last)).toMatchObject({ total: 5, start: 3, rows: sampled.slice(3) });
    // A profile outside the list moves nothing.
    const women = { data, start: 2, end: 5, filter: { attributes: { sex: ['F'] } } };
    for (const around of [list[0]!.profile, 'nobody'])
      expect(await client.profiles.page({ ...women, around })).toEqual(await client.profiles.page(women));
  });

  it('show titles, and who gets each', async () => {
    const { client, data, runId, record, folder } = await openedRun();
    const all = await client.titles.page({ data, runId, start: 0, end: 100 });
    expect(all).toMatchObject({ all: 60, total: 60 });
    const { lists, items } = await readListsAndVocabulary(folder);
    expect(all.rows.reduce((sum, { recommended }) => sum + recommended!, 0)).toBe(24 * Math.min(25, lists.count));
    // The count of the screen of titles is the coverage in the record, over the titles that the run learned.
    const { total: recommendedTitles } = await client.titles.page({
      data,
      runId,
      start: 0,
      end: 0,
      filter: { recommended: true },
    });
    expect(recommendedTitles / items.length).toBe(record.quality!.coverage);
    expect((await client.titles.page({ data, start: 0, end: 1 })).rows[0]).toMatchObject({
      recommended: null,
      meanRank: null,
    });
    const found = await client.titles.page({ data, start: 0, end: 9, filter: { text: 'title, NO. 33' } });
    expect(found.rows.map(({ title }) => title)).toEqual(['Title, no. 33']);
    const byTitle = await client.titles.page({ data, start: 0, end: 3, sort: { column: 'title', descending: false } });
    expect(byTitle.rows.map(({ title }) => title)).toEqual(['Title, no. 0', 'Title, no. 1', 'Title, no. 2']);
    const { rows } = await client.titles.page({
      data,
      runId,
      start: 0,
      end: 1,
      sort: { column: 'recommended', descending: true },
    });
    const view = await client.titles.open({ runId, item: rows[0]!.item });
    const { group: _, numbers: __, ...figures } = rows[0]!;
    expect(view).toMatchObject(figures);
    expect(view.receivers).toHaveLength(rows[0]!.recommended!);
    const ranks = view.receivers.map(({ rank }) => rank);
    expect(ranks).toEqual(ranks.toSorted((left, right) => left - right));
    expect(ranks.reduce((sum, rank) => sum + rank, 0) / ranks.length).toBeCloseTo(view.meanRank!, 9);
    expect(view.similar!.length).toBeGreaterThan(0);
    expect(view.similar!.map(({ item }) => item)).not.toContain(view.item);
    await expect(client.titles.open({ runId, item: 'nowhere' })).rejects.toMatchObject({ code: 'not-found' });
  });

  it('remember reviews, whichever program made them', async () => {
    const { client, data, workspace } = await openedRun({ model: 'popularity' });
    const other = (await createEngine({ workspaceFolder: workspace.folder, launcher: trainersHere })).client;
    const mark = (of: typeof client, row: number, reviewed = true) =>
      of.profiles.review({ data, profile: profileId(row), reviewed });
    await Promise.all(Array.from({ length: 24 }, (_, row) => mark(row % 2 ? client : other, row)));
    const reviewed = await client.profiles.page({ data, start: 0, end: 1, filter: { reviewed: true } });
    expect(reviewed.total).toBe(24);
    await mark(other, 3, false);
    const left = await client.profiles.page({ data, start: 0, end: 9, filter: { reviewed: false } });
    expect(left.rows.map(({ profile }) => profile)).toEqual([profileId(3)]);
    expect(await fs.readdir(workspace.reviews)).toEqual([`${data}.json`]);
    await expect(client.profiles.review({ data, profile: 'nobody', reviewed: true })).rejects.toMatchObject({
      code: 'not-found',
    });
  });
});

describe('workspace.watch', () => {
  it('reports runs, reviews and data sets, from any program, until the caller leaves', async () => {
    const { client, data, runId, workspace } = await openedRun({ model: 'popularity' });
    const other = (await createEngine({ workspaceFolder: workspace.folder, launcher: trainersHere })).client;
    const watch = await client.workspace.watch();
    await other.profiles.review({ data, profile: profileId(0), reviewed: true });
    expect((await watch.next()).value).toEqual({ kind: 'reviews', id: data });
    // In the order of polling: one poll may fall between the note in the trash and the move, and see what is moved twice.
    const expectEach = async (wanted: readonly { kind: string; id: string }[]): Promise<void> => {
      const seen = new Set<string>();
      while (seen.size < wanted.length) {
        const { value } = await watch.next();
        expect(wanted).toContainEqual(value);
        seen.add(JSON.stringify(value));
      }
    };
    const inTrash = async (id: string) => path.basename((await other.workspace.delete({ id })).trash);
    const deletedRun = [
      { kind: 'trash', id: await inTrash(runId) },
      { kind: 'runs', id: runId },
    ];
    await expectEach(deletedRun);
    await expect(client.lists.show({ runId, profile: profileId(0) })).rejects.toMatchObject({ code: 'not-found' });
    const deletedData = [
      { kind: 'trash', id: await inTrash(data) },
      { kind: 'datasets', id: data },
    ];
    await expectEach(deletedData);
    await expect(client.profiles.page({ data, start: 0, end: 1 })).rejects.toMatchObject({ code: 'not-found' });
    const pending = watch.next();
    await watch.return();
    expect((await pending).done).toBe(true);
  });
});
