/** Aims on a small trained run: kept, measured, refused, and named to whom forgets a child. */
import { describe, expect, it } from 'vitest';
import { NEUTRAL_TUNING } from '../../../shared/contract/tuning';
import { LIST_LENGTH } from '../../../shared/limits';
import { itemId, profileId } from '../../../../tests/support/trained-run';
import { openedRun } from '../../../../tests/support/tuned-run';

const titles = { ids: Array.from({ length: 30 }, (_, item) => itemId(2 * item)) };

describe('aims', () => {
  it('are measured on the delivered lists, for everybody and for segments that are not too small', async () => {
    const { client, runId, data } = await openedRun();
    const keep = async (name: string, aim: Parameters<typeof client.aims.keep>[0]['aim']) =>
      client.aims.keep({ data, name, aim });
    await keep('a third', { kind: 'at-least', titles, share: 0.9 });
    await keep('in each', { kind: 'each', titles, count: 20 });
    await keep('not again', { kind: 'apart', days: 30 });
    await client.segments.keep({ data, name: 'Three', filter: { profiles: [0, 1, 2].map(profileId) } });
    const { aims } = await client.aims.measure({ runId });
    const wanted = new Set(titles.ids);
    const counts: number[] = [];
    for (let index = 0; index < 24; index++) {
      const { items } = await client.lists.show({
        runId,
        profile: profileId(index),
        tuning: NEUTRAL_TUNING,
        count: LIST_LENGTH,
      });
      counts.push(items.filter(({ item }) => wanted.has(item)).length);
    }
    const mean = counts.reduce((sum, count) => sum + count / LIST_LENGTH, 0) / 24;
    const holding = counts.filter((count) => count >= 20).length / 24;
    const [share, each, apart] = aims;
    expect(share!.groups[0]!.figure!.after).toBeCloseTo(mean, 12);
    expect(share!.groups[0]!.figure!.mean).toBeCloseTo(mean - 0.9, 12);
    expect(share!.groups[0]).toMatchObject({ whose: null, children: 24, isReached: mean >= 0.9 });
    expect(share!.groups[1]).toMatchObject({ whose: { name: 'Three' }, children: 3, figure: null, isReached: null });
    expect(each!.groups[0]!.figure!.after).toBeCloseTo(holding, 12);
    expect(apart!.groups[0]).toMatchObject({ isReached: true });
  });

  it('are refused where the data cannot tell', async () => {
    const { client, data } = await openedRun();
    const keep = async (aim: Parameters<typeof client.aims.keep>[0]['aim']) =>
      client.aims.keep({ data, name: 'Aim', aim });
    await expect(keep({ kind: 'calibrated', attribute: 'maker', divergence: 0.3 })).rejects.toMatchObject({
      code: 'usage',
    });
    await expect(keep({ kind: 'each', titles: { ids: ['none'] }, count: 1 })).rejects.toMatchObject({ code: 'usage' });
  });

  it('are named to whom forgets a child that their names tell of', async () => {
    const { client, data } = await openedRun();
    await client.aims.keep({ data, name: `For ${profileId(3)}`, aim: { kind: 'apart', days: 7 } });
    const plan = await client.privacy.planForgetting({ data, profile: profileId(3) });
    expect(plan.mentions).toContainEqual({ where: 'aim-name', id: `For ${profileId(3)}` });
  });
});
