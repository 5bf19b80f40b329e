/** What moved as slopes: beyond chance once that is known, with the causes and the children behind it. */
import { screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { CHANGES, renderChanges } from '../../../../tests/support/window/changes-window';
import { dataset, popularityRun } from '../../../../tests/support/window/records';
import { TRIED_LANGUAGES } from '../../../../tests/support/tried';
import { forgetWork } from '../../../renderer/stores/activity';
import type { ChangedLists } from '../contract/changes';

const measured = (beyond: number, most = 4): NonNullable<ChangedLists['chance']> => ({
  seeds: [2],
  titles: { most, beyond },
  groups: { most: 30, beyond: 0 },
  places: 3,
});
const MOVED: ChangedLists = {
  ...CHANGES,
  came: 4,
  went: 5,
  reasons: [
    {
      reason: 'viewings',
      came: 4,
      went: 2,
      byChance: 3,
      titles: { came: [{ item: '7', title: 'Heron Hill' }], went: [] },
    },
    {
      reason: 'watched',
      came: 0,
      went: 3,
      byChance: 0,
      titles: { came: [], went: [{ item: '8', title: 'Otter Bay' }] },
    },
  ],
  titles: [...CHANGES.titles, { ...CHANGES.titles[0]!, item: '8', title: 'Otter Bay', before: 6, after: 2 }],
};
const lines = (): string[] =>
  within(screen.getByRole('figure'))
    .getAllByRole('button')
    .map(({ textContent }) => textContent);

it.each(TRIED_LANGUAGES)(
  'has as lines what moved beyond chance, as its heading says, and why: %s',
  async (language) => {
    const { t, user } = renderChanges({ ...MOVED, chance: measured(1) }, language);
    await screen.findByRole('heading', { level: 1, name: new RegExp(`^${t('changes.further.titles', { count: 1 })}`) });
    expect(screen.getByText(new RegExp(t('changes.others.titles', { count: 8 })))).toBeTruthy();
    expect(lines()).toEqual(['+5Heron Hill']);
    const told = t('changes.line.titles', { name: 'Heron Hill', before: '3', after: '8' });
    expect(screen.getByText(`${t('changes.furthest')} ${told}`)).toBeTruthy();
    expect(screen.getByText(t('changes.chance.ofThese', { count: 3 }))).toBeTruthy();
    const watched = screen.getByText(t('changes.cause.watched')).closest('li')!;
    expect(watched.textContent).toContain('3');
    expect(within(watched).getByText(/Otter Bay/)).toBeTruthy();
    // Of what came in, and of what left, the causes add up to the places that have another title.
    const places = (cause: HTMLElement): number =>
      within(cause.closest('ul')!)
        .getAllByText(/^\d+$/)
        .reduce((sum, { textContent }) => sum + Number(textContent), 0);
    expect(places(screen.getByText(t('changes.cause.viewings')))).toBe(MOVED.came);
    expect(places(watched)).toBe(MOVED.went);
    await user.click(screen.getByRole('radio', { name: t('changes.picture.groups') }));
    await screen.findByRole('heading', { level: 1, name: new RegExp(`^${t('changes.nothingFurther')}`) });
    expect(screen.queryByRole('figure')).toBeNull();
    expect(screen.getByRole('table', { name: t('changes.groups') })).toBeTruthy();
  },
);

it.each(TRIED_LANGUAGES)(
  'makes no claim until chance is measured, which it is by itself and once: %s',
  async (language) => {
    const run = { ...popularityRun(), runId: 'rtwo', seconds: 11 };
    const shown = renderChanges(MOVED, language, [run], undefined, { measured: measured(2) });
    const { t, asked } = shown;
    await screen.findByRole('heading', { level: 1, name: new RegExp(`^${t('changes.further.titles', { count: 2 })}`) });
    expect(asked.filter((one) => JSON.stringify(one) === '{"runId":"rtwo"}')).toHaveLength(1);
    forgetWork('chance', 'rtwo');
  },
);

it('measures chance of a long training only when asked, and can be stopped and go on', async () => {
  const run = { ...popularityRun(), runId: 'rtwo', seconds: 2040 };
  const { t, user, asked } = renderChanges(MOVED, 'en', [run]);
  await screen.findByRole('heading', { level: 1, name: new RegExp(`^${t('changes.moved.titles', { count: 9 })}`) });
  // The chart stands without the claim.
  expect(lines()).toEqual(['+5Heron Hill', '−4Otter Bay']);
  await screen.findByText(new RegExp(t('changes.chance.long', { time: '34 min', limit: '10 min' })));
  const isAsked = (): boolean => asked.some((one) => JSON.stringify(one) === '{"runId":"rtwo"}');
  expect(isAsked()).toBe(false);
  await user.click(screen.getByRole('button', { name: t('changes.chance.measure') }));
  await screen.findByText(new RegExp(t('changes.chance.measuring', { time: '34 min' })));
  expect(isAsked()).toBe(true);
  await user.click(screen.getByRole('button', { name: t('common.stop') }));
  await screen.findByText(new RegExp(t('changes.chance.stopped', { time: '34 min' })));
  forgetWork('chance', 'rtwo');
});

it('does not begin again by itself what a person stopped, though the window was loaded again', async () => {
  const run = { ...popularityRun(), runId: 'rstopped', seconds: 11 };
  const changes = { ...MOVED, after: { ...MOVED.after, runId: run.runId } };
  const before = renderChanges(changes, 'en', [run], '/changes/rone/rstopped');
  const { t } = before;
  await before.user.click(await screen.findByRole('button', { name: t('common.stop') }));
  const stopped = new RegExp(t('changes.chance.stopped', { time: '11 s' }));
  await screen.findByText(stopped);
  before.unmount();
  forgetWork('chance', run.runId);
  const { asked, user } = renderChanges(changes, 'en', [run], '/changes/rone/rstopped');
  await screen.findByText(stopped);
  const isAsked = (): boolean => asked.some((one) => JSON.stringify(one) === '{"runId":"rstopped"}');
  expect(isAsked()).toBe(false);
  await user.click(screen.getByRole('button', { name: t('changes.chance.measure') }));
  await expect.poll(isAsked).toBe(true);
  forgetWork('chance', run.runId);
});

it('names the children behind a line, and leads to them', async () => {
  const { t, user, asked, place } = renderChanges({ ...MOVED, chance: measured(2, 3) });
  const behind = (): HTMLElement => screen.getByRole('heading', { name: 'Otter Bay' }).closest('section')!;
  await user.click(await screen.findByRole('button', { name: /Otter Bay/ }));
  await expect.poll(() => asked).toContainEqual(expect.objectContaining({ of: { item: '8' } }));
  const child = await within(behind()).findByRole('link', { name: t('child.unnamed', { profile: '13' }) });
  expect(
    within(behind()).getByText(`${t('changes.newViewings', { count: 1 })} · ${t('changes.placeNow', { place: 4 })}`),
  ).toBeTruthy();
  await user.click(child);
  expect(place()).toMatch(/^\/compare\/13\/changes;before=rone;after=rtwo;list=13%2C12/);
});

it('shows at most 24 lines, and in the tables ten lists and ten titles at first', async () => {
  const lists = Array.from({ length: 12 }, (_, at) => ({ ...CHANGES.lists[0]!, profile: `p${at}` }));
  const titles = Array.from({ length: 33 }, (_, at) => ({
    ...CHANGES.titles[0]!,
    item: `i${at}`,
    title: `Title ${at}`,
  }));
  const { user, t } = renderChanges({ ...CHANGES, lists, titles });
  const listed = (): number => screen.getAllByRole('link', { name: /before and after/ }).length;
  const titled = (): number =>
    within(screen.getByRole('table', { name: t('changes.titles') })).getAllByRole('link').length;
  await expect.poll(listed).toBe(10);
  expect([lines().length, titled()]).toEqual([24, 10]);
  await user.click(screen.getByRole('button', { name: t('common.andMore.children', { count: 2 }) }));
  expect([listed(), titled()]).toEqual([12, 10]);
  await user.click(screen.getByRole('button', { name: t('common.andMore.things', { count: 23 }) }));
  expect(titled()).toBe(33);
});

it('heads both sides by their weeks, and by before and after where both are of one', async () => {
  const to = (day: string) => ({ from: '2025-01-01T00:00:00.000Z', to: `2025-${day}T10:00:00.000Z` });
  const [earlier, later] = [
    { ...dataset(), fingerprint: 'a'.repeat(64), period: to('08-28') },
    { ...dataset(), period: to('09-04') },
  ];
  const ofWeeks = renderChanges(
    { ...MOVED, before: { ...MOVED.before, data: earlier.fingerprint } },
    'en',
    [],
    undefined,
    { datasets: [earlier, later] },
  );
  const heads = async (): Promise<(string | null)[]> =>
    [...(await screen.findByRole('figure')).querySelectorAll('[aria-hidden] > b')].map(
      ({ textContent }) => textContent,
    );
  await expect.poll(heads).toEqual(['Week 35, 2025', 'Week 36, 2025']);
  ofWeeks.unmount();
  const { t } = renderChanges(MOVED);
  expect(await heads()).toEqual([t('changes.before'), t('changes.after')]);
});
