/** Nothing leaves that no person has let go: what a refresh waits for, and what it passes over in nobody's name. */
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { type Approval, approvalHolding } from '../../../shared/contract/approvals';
import { ruledLists } from '../../../engine/rules/pass';
import { sha256OfFile } from '../../../engine/storage/read-files';
import { itemId } from '../../../../tests/support/trained-run';
import { at, copied, prepareRefreshes } from '../../../../tests/support/refreshing';

vi.mock('../../../engine/rules/pass', { spy: true });
prepareRefreshes();

/** A workspace as 1.0 leaves it: nobody has said that files may be written without an approval. */
async function watched() {
  const place = await copied();
  await place.client.refresh.letUnattended({ by: null });
  return place;
}

const approve = (
  { client }: Awaited<ReturnType<typeof copied>>,
  runId: string,
  rules?: { date: string },
): Promise<unknown> => client.review.approve({ runId, by: 'Kim', reason: 'Looked at them.', ...(rules && { rules }) });

describe('a refresh', { timeout: 60_000 }, () => {
  test('that holds waits for an approval, and the same request then writes what was approved', async () => {
    const place = await watched();
    const { folder, client, out, refresh, fileIsThere } = place;
    await client.runs.choose({ runId: at.base.runId, chosen: true });
    const waits = await refresh();
    expect(waits).toMatchObject({
      state: 'waiting',
      compared: { verdict: 'same' },
      checks: { stopped: [] },
      reason: { said: [{ id: 'refresh.waiting' }] },
      export: null,
    });
    expect(await fileIsThere()).toBe(false);
    // The next week would be compared with what children have, not with what nobody let go.
    expect(await client.refresh.base()).toMatchObject({ run: { runId: at.base.runId } });
    expect(await refresh()).toMatchObject({ refreshId: waits.refreshId, state: 'waiting' });
    expect(await client.runs.list()).toHaveLength(2);

    await approve(place, waits.run!.runId);
    expect(await client.refresh.base()).toMatchObject({ run: { runId: waits.run!.runId }, why: 'refreshed' });
    const written = await refresh();
    expect(written).toMatchObject({
      refreshId: waits.refreshId,
      state: 'exported',
      from: waits.from,
      dataset: waits.dataset,
      compared: waits.compared,
      export: { file: out, released: { how: 'approved', by: 'Kim' } },
    });
    const byHand = `${folder}-by-hand.csv`;
    await client.runs.export({ runId: waits.run!.runId, out: byHand, format: 'submission' });
    expect(written.export!.sha256).toBe(await sha256OfFile(byHand));
    expect(await refresh()).toMatchObject({ state: 'nothing-new' });
  });

  test('needs no file to wait, and none is written where none was named', { tags: ['rare'] }, async () => {
    const place = await watched();
    const { client, refresh } = place;
    const waits = await refresh({ out: undefined });
    expect(waits.state).toBe('waiting');
    await approve(place, waits.run!.runId);
    expect(await refresh({ out: undefined })).toMatchObject({
      state: 'waiting',
      reason: { said: [{ id: 'refresh.no-file-named' }] },
      export: null,
    });
    await expect(refresh({ out: undefined, approveAs: 'Kim' })).rejects.toMatchObject({ code: 'usage' });
    expect(await client.refresh.list()).toHaveLength(1);
  });

  test('takes no approval of other lists for its own', { tags: ['rare'] }, async () => {
    const place = await watched();
    const { client, refresh, fileIsThere } = place;
    const waits = await refresh();
    await approve(place, waits.run!.runId);
    const pin = {
      id: 'pin',
      kind: 'pin',
      name: 'Campaign',
      titles: { ids: [itemId(59)] },
      place: 1,
      on: true,
    } as const;
    await client.rules.set({
      data: waits.dataset!.fingerprint,
      revision: 0,
      set: { formatVersion: 1, rules: [pin] } as never,
    });
    expect(await refresh({ run: at.base.runId })).toMatchObject({ state: 'waiting', export: null });
    expect(await fileIsThere()).toBe(false);
    await client.review.withdraw({ runId: waits.run!.runId, by: 'Kim', reason: 'The rules changed.' });
    expect(await refresh({ rules: 'none', run: at.base.runId })).toMatchObject({ state: 'waiting' });
    await approve(place, waits.run!.runId);
    expect(await refresh({ run: at.base.runId })).toMatchObject({ state: 'exported' });
  });

  test('that is approved in the name of a person passes over nothing', async () => {
    const { client, refresh, fileIsThere } = await watched();
    const approveAs = 'Jiwoo';
    const worse = await refresh({ folder: at.months.fashionable, approveAs });
    expect(worse.state).toBe('worse');
    await client.checks.set({
      data: worse.dataset!.fingerprint,
      revision: 0,
      settings: [{ id: 'no-metadata', mode: 'stop' }],
    });
    const again = {
      folder: at.months.fashionable,
      run: at.base.runId,
      to: worse.dataset!.fingerprint,
      evenIfWorse: true,
    };
    expect(await refresh({ ...again, approveAs })).toMatchObject({ state: 'checks' });
    const { runId } = worse.run!;
    expect((await client.review.approvals({ runId })).all).toEqual([]);
    expect(await fileIsThere()).toBe(false);

    await client.checks.set({
      data: worse.dataset!.fingerprint,
      revision: 1,
      settings: [{ id: 'no-metadata', mode: 'on' }],
    });
    expect(await refresh({ ...again, approveAs })).toMatchObject({
      state: 'exported',
      export: { released: { how: 'approved', by: approveAs } },
    });
    // Asked for once more, it is approved already.
    expect(await refresh({ ...again, approveAs })).toMatchObject({ state: 'exported' });
    const { all } = await client.review.approvals({ runId });
    expect(all.map(({ kind, by }: Approval) => [kind, by])).toEqual([['approved', approveAs]]);
  });

  test('makes its lists once, to check them, to ask whether they may leave and are approved, and to write them', async () => {
    const { folder, refresh } = await watched();
    const rules = `${folder}-rules.json`;
    const pin = { id: 'pin', kind: 'pin', name: 'Campaign', titles: { ids: [itemId(59)] }, place: 1, on: true };
    await fs.writeFile(rules, JSON.stringify({ formatVersion: 1, rules: [pin] }));
    vi.mocked(ruledLists).mockClear();
    expect(await refresh({ rules: { file: rules }, approveAs: 'Kim' })).toMatchObject({ state: 'exported' });
    // And once those that the children have, for the checks.
    expect(vi.mocked(ruledLists)).toHaveBeenCalledTimes(2);
  });

  test('leaves by the setting where all holds, and never against the comparison', async () => {
    const { client, folder, refresh, fileIsThere } = await watched();
    const set = await client.refresh.letUnattended({ by: ' Kim ' });
    expect(set).toMatchObject({ by: 'Kim' });
    expect(await client.refresh.unattended()).toEqual(set);
    const worse = await refresh({ folder: at.months.fashionable });
    expect(worse.state).toBe('worse');
    const despite = await refresh({
      folder: at.months.fashionable,
      run: at.base.runId,
      to: worse.dataset!.fingerprint,
      evenIfWorse: true,
    });
    expect(despite).toMatchObject({
      state: 'waiting',
      reason: { said: [{ id: 'refresh.compared.worse' }, { id: 'refresh.no-file' }, { id: 'refresh.waits-despite' }] },
      export: null,
    });
    expect(await fileIsThere()).toBe(false);
    expect(await refresh()).toMatchObject({
      state: 'exported',
      export: { released: { how: 'unattended', by: 'Kim' } },
    });

    // A file that cannot be read lets nothing leave.
    await fs.writeFile(path.join(folder, 'refreshes', 'unattended.json'), '{"formatVersion": 1, "unattended": 7}');
    await expect(refresh({ run: at.base.runId })).rejects.toMatchObject({ code: 'bad-data' });
  });
});

test('an approval that came with a bundle is nobody’s word here', () => {
  const approval = { kind: 'approved', by: 'Kim', at: '2026-04-20T04:00:00.000Z' } as Approval;
  const ours = { current: approval, all: [approval], standing: 'holds' as const };
  const brought = { ...approval, brought: { file: 'theirs.shelfwise', openedAt: '2026-04-21T04:00:00.000Z' } };
  expect(approvalHolding(ours)).toEqual(approval);
  expect(approvalHolding({ ...ours, current: brought })).toBe(null);
  expect(approvalHolding({ ...ours, standing: 'other-lists' })).toBe(null);
});
