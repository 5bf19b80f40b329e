/** The weekly job: what it does and refuses, and what it keeps. */
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { describe, expect, test } from 'vitest';
import { createEngine } from '../../engine';
import { sha256OfFile } from '../../../engine/storage/read-files';
import { runNameIn } from '../../../shared/words/run-name';
import { textOf } from '../../../shared/words/sentence';
import type { Language } from '../../../shared/words/templates';
import { textsIn } from '../../../shared/words/texts';
import { today } from '../../../shared/values/day';
import { finalValue } from '../../../shared/values/final-value';
import { completeRecipe } from '../../../shared/recipe/schema';
import { MODEL, UNDESCRIBED, writeMonth } from '../../../../tests/support/months';
import { itemId, profileId, SMALL_RECIPE } from '../../../../tests/support/trained-run';
import { trainersHere as launcher } from '../../../../tests/support/trainers-here';
import { at, copied, prepareRefreshes } from '../../../../tests/support/refreshing';

prepareRefreshes();

describe('a refresh', { timeout: 60_000 }, () => {
  test('adds, trains, compares, checks and exports; again, nothing is new', async () => {
    const { folder, client, out, refresh } = await copied();
    const first = { runId: at.base.runId, out: `${folder}-first.csv`, format: 'submission' } as const;
    const { sha256 } = await client.runs.export(first);
    const done = await refresh();
    expect(done).toMatchObject({
      state: 'exported',
      reason: null,
      from: { runId: at.base.runId, data: at.base.data },
      folder: at.months.april,
      dataset: { exact: true, profiles: { before: 24, after: 24 }, events: [{ role: 'history', added: 144 }] },
      compared: { with: at.base.runId, verdict: 'same', reason: null },
      lastExports: [{ exports: [{ sha256 }], profiles: { judged: 24 }, recall: { mean: 1 } }],
      checks: { stopped: [] },
      export: { file: out, format: 'submission', profiles: 24, sha256: await sha256OfFile(out) },
    });
    const { run, compared } = done;
    const score = compared!.figures[0]!;
    expect(score.metric).toBe('score');
    expect(score.mean).toBeCloseTo(score.now - score.before, 12);
    expect(score.now).toBeGreaterThan(0.5);
    expect(run!.metrics!.score).toBeGreaterThan(0);
    expect(await client.runs.get({ runId: run!.runId })).toMatchObject({
      parent: at.base.runId,
      seed: 5,
      status: 'finished',
    });
    expect(await client.refresh.list()).toEqual([done]);

    const among = { runId: run!.runId, out: path.join(at.months.april, 'lists.csv'), format: 'submission' } as const;
    await expect(client.runs.export(among)).rejects.toMatchObject({ code: 'usage' });

    const again = await refresh();
    expect(again).toMatchObject({ state: 'nothing-new', from: { runId: run!.runId }, run: null, export: null });
    expect(again.reason!.message).toContain(at.months.april);
    expect(await client.runs.list()).toHaveLength(2);
    expect((await client.refresh.list()).map(({ state }) => state).toSorted()).toEqual(['exported', 'nothing-new']);

    // Asked for by its run, the same refresh is done already, and writes the file once more.
    await fs.rm(out);
    expect(await refresh({ run: at.base.runId.slice(0, 6) })).toMatchObject({
      export: done.export,
      dataset: done.dataset,
    });
    expect(await sha256OfFile(out)).toBe(done.export!.sha256);
    expect(await client.refresh.list()).toHaveLength(2);
    const kept = await fs.readFile(path.join(folder, 'refreshes', 'refreshes.json'), 'utf8');
    for (let profile = 0; profile < 24; profile++) expect(kept).not.toContain(profileId(profile));
  });

  test(
    'has its lists checked against those of the run it began with, though a trial is newer',
    { tags: ['rare'] },
    async () => {
      const { client, refresh } = await copied();
      const trial = { data: at.base.data, recipe: completeRecipe({ model: 'popularity' }), seed: 1 };
      await finalValue(await client.runs.watch({ runId: (await client.runs.start(trial)).runId }));
      const { run } = await refresh({ run: at.base.runId });
      expect(await client.checks.run({ runId: run!.runId })).toMatchObject({ since: at.base.runId });
    },
  );

  test(
    'after a profile is forgotten, makes the exported run again without it, and goes on from there',
    { tags: ['rare'] },
    async () => {
      const { folder, client, refresh } = await copied();
      await client.runs.export({ runId: at.base.runId, out: `${folder}-first.csv`, format: 'submission' });
      const grown = await refresh();
      expect(grown).toMatchObject({ state: 'exported' });
      const forgotten = async (data: string, profile: string): Promise<string> => {
        const { replaced } = await finalValue(await client.privacy.forget({ data, profile }));
        return replaced.find((one: { before: string }) => one.before === data)!.after!;
      };
      // Twice: the run of the last export follows its data to the second replacement.
      const first = await forgotten(grown.dataset!.fingerprint, profileId(3));
      const second = await forgotten(first, profileId(5));
      expect(await client.refresh.base()).toMatchObject({ run: { runId: grown.run!.runId }, why: 'exported' });

      // The folder has nothing new; lists without the profiles are.
      const again = await refresh();
      expect(again).toMatchObject({
        state: 'exported',
        from: { runId: grown.run!.runId, data: second },
        dataset: { fingerprint: second },
        compared: null,
        export: { profiles: 22 },
      });
      const made = await client.runs.get({ runId: again.run!.runId });
      expect(made).toMatchObject({ parent: grown.run!.runId, seed: 5, dataset: { fingerprint: second } });
      expect(await refresh()).toMatchObject({ state: 'nothing-new', from: { runId: made.runId } });
    },
  );

  test(
    'after a profile is forgotten, compares the run of a new month with the run made again',
    { tags: ['rare'] },
    async () => {
      const { folder, client, refresh } = await copied();
      await client.runs.export({ runId: at.base.runId, out: `${folder}-first.csv`, format: 'submission' });
      const done = await finalValue(await client.privacy.forget({ data: at.base.data, profile: profileId(3) }));
      const after = done.replaced[0]!.after!;
      const next = await refresh();
      expect(next).toMatchObject({
        state: 'exported',
        from: { runId: at.base.runId, data: after },
        compared: { verdict: 'same', reason: null },
        export: { profiles: 23 },
      });
      const before = await client.runs.get({ runId: next.compared!.with });
      expect(before).toMatchObject({ parent: at.base.runId, dataset: { fingerprint: after } });
      expect((await client.runs.get({ runId: next.run!.runId })).recipe).toEqual(before.recipe);
    },
  );

  test('compares models that have both not seen the time that they are measured on', { tags: ['rare'] }, async () => {
    const { client, refresh } = await copied();
    const added = await finalValue(
      await client.datasets.add({ data: at.base.data, folder: await writeMonth(at.place, 'faddish') }),
    );
    const recipe = completeRecipe({ ...SMALL_RECIPE, ...MODEL });
    const { runId } = await client.runs.start({ data: added.fingerprint, recipe, seed: 5 });
    expect(await finalValue(await client.runs.watch({ runId }))).toMatchObject({ status: 'finished' });
    // The lists of the earlier run know the fad from its own hold-out; the new run is measured without all of it.
    const { compared, state } = await refresh({ folder: await writeMonth(at.place, 'next-week'), run: runId });
    expect(compared).toMatchObject({ with: runId, verdict: 'same', targets: 50 });
    expect(state).toBe('exported');
  });

  test('writes nothing if the new run is worse, and compares the next one with the last good one', async () => {
    const { client, folder, refresh, fileIsThere } = await copied();
    const worse = await refresh({ folder: at.months.fashionable });
    expect(worse).toMatchObject({ state: 'worse', compared: { verdict: 'worse' }, export: null });
    const [score] = worse.compared!.figures;
    expect(score!.high).toBeLessThan(0);
    expect(score!.low).toBeLessThan(score!.mean);
    // By name, in both languages: the week of its data tells it apart; the stored text has only the ID.
    const { name } = await client.runs.get({ runId: at.base.runId });
    expect((await client.runs.get({ runId: worse.run!.runId })).name).not.toBe(name);
    const named = (language: Language): string => runNameIn(name, textsIn(language), language);
    expect(worse.reason!.message).toContain(`surely worse than “${named('en')}”`);
    expect(textOf(worse.reason!.said!, 'ko')).toContain(`새 모델이 ‘${named('ko')}’보다`);
    await client.runs.mark({ runId: at.base.runId, revision: 0, name: 'Spring' });
    const [listed] = await client.refresh.list();
    expect(listed!.reason!.message).toContain('surely worse than “Spring”');
    expect(textOf(listed!.reason!.said!, 'ko')).toContain('새 모델이 ‘Spring’보다');
    expect(await fs.readFile(path.join(folder, 'refreshes', 'refreshes.json'), 'utf8')).not.toContain('Spring');
    expect(await fileIsThere()).toBe(false);

    const next = await refresh();
    expect(next.from).toEqual({ runId: at.base.runId, data: worse.dataset!.fingerprint });
    expect(next.dataset!.events[0]).toMatchObject({
      before: worse.dataset!.events[0]!.before + worse.dataset!.events[0]!.added,
    });

    const asked = await refresh({
      folder: at.months.fashionable,
      run: at.base.runId,
      to: worse.dataset!.fingerprint,
      evenIfWorse: true,
      approveAs: 'Kim',
    });
    expect(asked).toMatchObject({ refreshId: worse.refreshId, state: 'exported', compared: { verdict: 'worse' } });
    expect(asked.dataset).toEqual(worse.dataset);
    expect(await fileIsThere()).toBe(true);
    expect(await client.runs.list()).toHaveLength(3);
  });

  test('follows the checks and the rules of the data set that it extends', async () => {
    const { client, refresh, fileIsThere } = await copied();
    await client.checks.set({ data: at.base.data, revision: 0, settings: [{ id: 'no-metadata', mode: 'stop' }] });
    const stopped = await refresh({ folder: at.months.fashionable, evenIfWorse: true });
    expect(stopped).toMatchObject({ state: 'checks', checks: { stopped: ['no-metadata'] }, export: null });
    expect(await fileIsThere()).toBe(false);
    // A rule hides the title without metadata, so that the check passes.
    const { dataset } = stopped;
    const hide = {
      id: 'hide-one',
      name: 'Not described',
      kind: 'hide',
      on: true,
      titles: { ids: [UNDESCRIBED] },
    } as const;
    await client.rules.set({
      data: dataset!.fingerprint,
      revision: 0,
      set: { formatVersion: 1, rules: [hide] } as never,
    });
    const held = await refresh({
      folder: at.months.fashionable,
      evenIfWorse: true,
      approveAs: 'Kim',
      date: '2026-05-01',
    });
    expect(held).toMatchObject({ state: 'exported', checks: { stopped: [] } });
    expect(held.export!.rulesSha256).toMatch(/^[0-9a-f]{64}$/);
  });

  test(
    'has the campaign of the week before, though nothing is said of rules; a pin without a place is told',
    { tags: ['rare'] },
    async () => {
      const { client, out, refresh } = await copied();
      const pin = { kind: 'pin', name: 'Campaign', id: 'campaign', place: 1, on: true } as const;
      const nowhere = { ...pin, id: 'nowhere', name: 'Nowhere', titles: { ids: ['none-such'] }, place: 2 };
      const rules = [{ ...pin, titles: { ids: [itemId(59)] } }, nowhere];
      await client.rules.set({ data: at.base.data, revision: 0, set: { formatVersion: 1, rules } });
      const pinned = (text: string): number => text.split(`"[${itemId(59)},`).length - 1;
      const first = `${out}-first`;
      await client.runs.export({ runId: at.base.runId, out: first, format: 'submission' });
      expect(pinned(await fs.readFile(first, 'utf8'))).toBe(23);
      const done = await refresh();
      expect(done).toMatchObject({
        state: 'exported',
        export: {
          rulesDate: today(),
          rules: {
            names: ['Campaign', 'Nowhere'],
            revision: 1,
            isFirst: false,
            gone: [{ name: 'Nowhere', what: ['none-such'] }],
          },
        },
      });
      expect(done.export!.rules!.unmet).toEqual([
        { name: 'Nowhere', lists: 24, why: [{ reason: 'not-in-run', count: 24 }] },
        { name: 'Campaign', lists: 1, why: [{ reason: 'watched', count: 1 }] },
      ]);
      expect(pinned(await fs.readFile(out, 'utf8'))).toBe(23);
      expect(await client.rules.get({ data: done.dataset!.fingerprint })).toMatchObject({
        revision: 1,
        set: { rules },
      });
      await client.runs.export({ runId: done.run!.runId, out: first, format: 'submission', rules: 'none' });
      expect(pinned(await fs.readFile(first, 'utf8'))).toBe(0);
    },
  );

  test('is stopped by rules that cannot be read before it trains, and by lists that rules leave too short', async () => {
    const { client, folder, refresh, fileIsThere } = await copied();
    const strict = { id: 'strict', name: 'Too strict', kind: 'at-most', count: 20, on: true } as const;
    const set = { formatVersion: 1, rules: [strict] } as const;
    await client.rules.set({ data: at.base.data, revision: 0, set: { ...set, rules: [strict] } });
    const file = path.join(folder, 'rules', `${at.base.data}.json`);
    const saved = await fs.readFile(file, 'utf8');
    await fs.writeFile(file, saved.replace('at-most', 'perhaps'));
    const unread = await refresh();
    expect(unread).toMatchObject({ state: 'rules', run: null, dataset: null, export: null });
    expect(unread.reason!.message).toContain('Too strict');
    expect(await client.runs.list()).toHaveLength(1);
    const strange = path.join(folder, 'strange.json');
    await fs.writeFile(strange, JSON.stringify({ formatVersion: 1, rules: [{ ...strict, kind: 'perhaps' }] }));
    expect(await refresh({ rules: { file: strange } })).toMatchObject({ state: 'rules', run: null });

    await fs.writeFile(file, saved);
    const short = await refresh();
    expect(short).toMatchObject({ state: 'rules', export: null });
    expect(short.reason!.message).toMatch(/Too strict.*Nothing was written/);
    expect(await fileIsThere()).toBe(false);
    // The same again goes on where rules stopped it.
    const data = short.dataset!.fingerprint;
    await client.rules.set({ data, revision: 1, set: { ...set, rules: [{ ...strict, on: false }] } });
    expect(await refresh()).toMatchObject({
      state: 'exported',
      run: { runId: short.run!.runId },
      export: { rules: null },
    });
    expect(await client.runs.list()).toHaveLength(2);
  });

  test('reports errors of the request before it starts, and keeps later ones', async () => {
    const { client, refresh } = await copied();
    await expect(refresh({ out: path.join(at.months.april, 'lists.csv') })).rejects.toMatchObject({ code: 'usage' });
    await expect(refresh({ out: path.join(at.place, 'nowhere', 'lists.csv') })).rejects.toMatchObject({
      code: 'not-found',
    });
    await expect(refresh({ rules: { file: path.join(at.place, 'none.json') } })).rejects.toMatchObject({
      code: 'not-found',
    });
    await expect(refresh({ run: 'rnone' })).rejects.toMatchObject({ code: 'not-found' });
    expect(await client.refresh.list()).toEqual([]);
    const empty = path.join(at.place, 'empty');
    await fs.mkdir(empty, { recursive: true });
    const failure = await refresh({ folder: empty }).catch((thrown: unknown) => thrown as Error);
    expect(await client.refresh.list()).toMatchObject([
      { state: 'failed', dataset: null, run: null, reason: { message: (failure as Error).message } },
    ]);
  });

  test('needs a finished run', async () => {
    const { client } = await createEngine({ workspaceFolder: path.join(at.place, 'none'), launcher });
    const request = { folder: at.months.april, out: path.join(at.place, 'none.csv'), format: 'submission' } as const;
    await expect(client.refresh.run(request).then((iterator) => finalValue(iterator))).rejects.toMatchObject({
      code: 'not-found',
    });
  });
});
