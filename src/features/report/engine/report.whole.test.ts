/** A report of a small real run: made through the contract, saved as a file, and refused if it would be wrong. */
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { expect, it } from 'vitest';
import { sha256 } from '../../../engine/storage/read-files';
import { finalValue } from '../../../shared/values/final-value';
import type { Recipe } from '../../../shared/recipe/table';
import { textsIn } from '../../../shared/words/texts';
import { temporaryFolder } from '../../../../tests/support/finished-run';
import { openedRun } from '../../../../tests/support/tuned-run';

it(
  'the report shows the run with examples that its seed draws, and saves what it shows',
  { tags: ['thorough'] },
  async () => {
    const { client, runId, record, source, workspace } = await openedRun();
    const report = await client.runs.report({ runId, examples: 4 });
    expect(report.profiles).toHaveLength(4);
    expect(report.drawn).toBe(4);
    expect((await client.runs.report({ runId, examples: 4 })).profiles).toEqual(report.profiles);
    expect((await client.runs.report({ runId, examples: 2 })).profiles).toEqual(report.profiles.slice(0, 2));
    for (const text of [record.listsSha256!, record.dataset.fingerprint, record.recipeSha256, ...report.profiles])
      expect(report.body).toContain(text);
    // Hits on the hold-out are marked in the scored list, and no held-out title is shown as watched.
    const [profile] = report.profiles;
    const tested = (await client.profiles.tested({ runId, profile: profile! }))!;
    const example = report.body.slice(report.body.indexOf('class="example"')).split('class="example"')[1]!;
    const [before, list] = example.split('class="titles list"');
    const found = tested.targets.filter(({ rank }) => rank !== null);
    expect(list!.match(/<li class="hit">/g)?.length ?? 0).toBe(found.length);
    const watched = before!.slice(0, before!.indexOf('</ul>'));
    for (const { title } of tested.targets) expect(watched).not.toContain(`>${title}<`);

    const out = path.join(await temporaryFolder(), 'report.html');
    const saved = await client.runs.saveReport({ runId, language: 'ko', examples: 0, out });
    const bytes = await fs.readFile(out, 'utf8');
    expect(saved).toEqual({ path: out, sha256: sha256(bytes), profiles: [] });
    expect(bytes).toMatch(/^<!doctype html>\n<html lang="ko">/);
    for (const id of report.profiles) expect(bytes).not.toContain(id);
    for (const folder of [source, workspace.folder])
      await expect(client.runs.saveReport({ runId, out: path.join(folder, 'report.html') })).rejects.toMatchObject({
        code: 'usage',
      });

    await finalValue(await client.runs.verify({ runId }));
    await client.runs.export({ runId, format: 'csv', out: path.join(path.dirname(out), 'lists.csv') });
    const { body } = await client.runs.report({ runId });
    expect(body).toContain(textsIn('en')('runs.verdicts.identical-bits'));
    expect(body).toContain('lists.csv');
    expect(body).not.toContain(path.dirname(out));
    // Saved rules count, and are told with what they make of the lists.
    const rule = { id: 'hide', name: 'Without the first', kind: 'hide', on: true, titles: { text: 'no. 1' } } as const;
    await client.rules.set({
      data: record.dataset.fingerprint,
      revision: 0,
      set: { formatVersion: 1, rules: [{ ...rule }] },
    });
    const { current } = await client.review.approve({ runId, by: 'Kim', reason: 'looked at all' });
    await client.runs.export({ runId, format: 'csv', out: path.join(path.dirname(out), 'ruled.csv') });
    const ruled = (await client.runs.report({ runId })).body;
    expect(ruled.split('Without the first')).toHaveLength(4);
    expect(ruled).toContain(current!.deliveredSha256);
    expect(current!.deliveredSha256).not.toBe(record.listsSha256);
    // Beside the run that it was made from, or the one that is asked for.
    const changes = textsIn('en')('changes.reasons');
    expect(ruled).not.toContain(changes);
    const { recipe, seed } = record;
    const other = await client.runs.start({
      data: record.dataset.fingerprint,
      recipe: { ...(recipe as Recipe), model: 'popularity' },
      seed,
      parent: runId,
    });
    await finalValue(await client.runs.watch(other));
    expect((await client.runs.report(other)).body).toContain(changes);
    expect((await client.runs.report({ ...other, since: null })).body).not.toContain(changes);
    expect((await client.runs.report({ runId, since: other.runId })).body).toContain(changes);
    await expect(client.runs.report({ runId, since: 'nothing' })).rejects.toMatchObject({ code: 'not-found' });
    await expect(client.runs.report({ runId: 'nothing' })).rejects.toMatchObject({ code: 'not-found' });
  },
);
