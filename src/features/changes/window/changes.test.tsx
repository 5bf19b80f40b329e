/** What changed in the lists: the figures, the ways into a list before and after, and into review. */
import { act, screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { besideOf, CHANGES, deliveryOf, open, renderChanges } from '../../../../tests/support/window/changes-window';
import { popularityRun } from '../../../../tests/support/window/records';
import { TRIED_LANGUAGES } from '../../../../tests/support/tried';
import { useOpenList } from '../../../renderer/stores/open-list';
import { useSelection } from '../../../renderer/stores/selection';
import type { Run } from '../../../shared/contract/run-life';
import { createFormat } from '../../../shared/words/format';

it('tells how many lists changed, and by segment and title what came and went', async () => {
  const { t, asked } = renderChanges();
  await screen.findByRole('heading', { name: t('changes.summary', { changed: '7', profiles: '20' }) });
  const status = screen.getByText(new RegExp(t('changes.places', { came: '5', went: '5' })));
  expect(status.textContent).toContain(t('changes.reordered', { count: 4 }));
  expect(status.textContent).toContain(t('changes.fresh', { count: 2 }));
  expect(asked[0]).toEqual({ before: { runId: 'rone' }, after: { runId: 'rtwo' } });
  const cells = (table: string, row: RegExp): (string | null)[] =>
    within(within(screen.getByRole('table', { name: table })).getByRole('row', { name: row }))
      .getAllByRole('cell')
      .map(({ textContent }) => textContent);
  expect(cells(t('changes.segments'), /^Night owls/)).toEqual([
    t('audience.shareOf', { count: '2', all: '7' }),
    '3',
    '3',
  ]);
  expect(cells(t('changes.titles'), /^Heron Hill/)).toEqual([t('changes.reason.viewings'), '3', '8', '5', '0']);
  expect(screen.getByText(t('changes.more', { shown: '1', all: '9' }))).toBeTruthy();
});

it.each(TRIED_LANGUAGES)('shows all that came into a list by a button after the first three: %s', async (language) => {
  const [list] = CHANGES.lists;
  const came = ['Heron Hill', 'Otter Bay', 'Badger Burrow', 'Puffin Point'].map((title, at) => ({
    ...list!.came[0]!,
    item: `${at}`,
    title,
  }));
  const { user, t } = renderChanges({ ...CHANGES, lists: [{ ...list!, came }] }, language);
  const more = await screen.findByRole('button', { name: t('common.andMore.titles', { count: 1 }) });
  expect(screen.queryByText(/Puffin Point/)).toBeNull();
  await user.click(more);
  expect(screen.getByText(/Puffin Point/).closest('td')!.textContent).toContain(
    `${t('changes.reason.viewings')}Heron Hill · Otter Bay · Badger Burrow · Puffin Point`,
  );
});

it.each([
  ['/changes/rone/rtwo/week', 'shell.screen.week', '/week'],
  ['/changes/rone/rtwo/export', 'shell.screen.export', '/export'],
  ['/changes/rone/rtwo', 'runs.back', '/runs'],
  ['/changes/rone/rtwo/elsewhere', 'runs.back', '/runs'],
] as const)('leads back to where one came from: %s', async (at, name, back) => {
  const { user, t, place } = renderChanges(CHANGES, 'en', [], at);
  const link = await screen.findByRole('link', { name: t(name) });
  expect(link.getAttribute('href')).toBe(back);
  await user.click(await screen.findByRole('link', { name: besideOf(t) }));
  expect(place().includes('from=')).toBe(!at.endsWith('rtwo') && !at.endsWith('elsewhere'));
});

it('is approved where it is decided about, with how many odd lists wait', async () => {
  const { user, t } = renderChanges();
  await user.click(await screen.findByRole('button', { name: t('checks.approve') }));
  const dialog = await screen.findByRole('dialog', { name: t('checks.approve') });
  expect(await within(dialog).findByText(t('checks.approveOpen', { count: 5 }), { exact: false })).toBeTruthy();
  const first = within(dialog).getByRole('link', { name: t('checks.decideFirst') });
  expect(first.getAttribute('href')).toBe('/review');
  await user.click(first);
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
});

it('has its first list in reach of the arrow that enters a list', async () => {
  const { t } = renderChanges();
  const first = await screen.findByRole('link', { name: besideOf(t) });
  act(() => useOpenList.getState().enter!());
  expect(document.activeElement).toBe(first);
});

it('leads into a list beside the earlier one', async () => {
  const { user, t, place } = renderChanges();
  await user.click(await screen.findByRole('link', { name: besideOf(t) }));
  expect(place()).toMatch(/^\/compare\/12\/changes;before=rone;after=[^;]+;list=12/);
  expect(useSelection.getState().runId).toBe('rtwo');
  expect(sessionStorage.getItem('shelfwise.second-run')).toContain('rone');
});

it('says which lists are shown now where others were, and goes back to those', async () => {
  // Of one name, as those of weekly refreshes.
  const createdAt = '2026-04-27T04:00:00.000Z';
  const trained: Record<string, string> = { rone: '2026-04-20T04:00:00.000Z', rtwo: createdAt };
  const shown = (runId: string): Run => ({ ...popularityRun(), runId, name: 'Weekly', createdAt: trained[runId]! });
  const { user, t } = renderChanges(CHANGES, 'en', ['rone', 'rtwo'].map(shown));
  const name = t('common.trainedAt', { name: 'Weekly', moment: createFormat('en').moment(createdAt) });
  const told = (): HTMLElement | undefined =>
    screen.queryAllByRole('status').find(({ textContent }) => textContent.includes(t('shell.shownNow', { name })));
  const link = await screen.findByRole('link', { name: besideOf(t) });
  useSelection.setState({ dataset: open.fingerprint, runId: 'rone' });
  await user.click(link);
  await expect.poll(told).toBeDefined();
  await user.click(screen.getByRole('button', { name: t('versions.undo') }));
  expect(useSelection.getState().runId).toBe('rone');
  expect(told()).toBeUndefined();
});

it('leads into review of the later run, also where no list changed', async () => {
  const { user, t, place } = renderChanges({ ...CHANGES, changed: 0, reordered: 0, lists: [] });
  await screen.findByText(new RegExp(t('changes.none')));
  useSelection.setState({ runId: null });
  await user.click(screen.getByRole('button', { name: t('changes.review') }));
  expect(place()).toBe('/review');
  expect(useSelection.getState().runId).toBe('rtwo');
});

it.each(TRIED_LANGUAGES)(
  'decides in one pass about the lists that changed, or those of a group: %s',
  async (language) => {
    // The window remembers what it decided about a run.
    const runId = `decided in ${language}`;
    const { user, t, asked, decided } = renderChanges({ ...CHANGES, after: deliveryOf(runId, 'This week') }, language);
    const sides = { before: { runId: 'rone' }, after: { runId: 'rtwo' } };
    await screen.findByRole('combobox', { name: t('changes.decideOf') });
    // By a key, as in review.
    await user.keyboard('{Shift>}f{/Shift}');
    const decisions = (decision: string, more: number) => [
      { profile: '12', decision, revision: 4 + more },
      { profile: '13', decision, revision: more },
    ];
    await expect.poll(() => decided).toEqual([{ runId, decisions: decisions('fine', 0) }]);
    expect(asked.filter((one) => JSON.stringify(one) === JSON.stringify(sides))).toHaveLength(2);
    for (const [at, [label, of]] of (
      [
        [t('changes.of.segment', { name: 'Night owls' }), { segment: 's' }],
        [t('changes.of.group', { name: t('common.missing') }), { group: null }],
        [t('changes.of.item', { name: 'Heron Hill' }), { item: '7' }],
      ] as const
    ).entries()) {
      await user.selectOptions(screen.getByRole('combobox', { name: t('changes.decideOf') }), label);
      const pass = screen.getByRole('group', { name: label });
      await user.click(within(pass).getByRole('button', { name: new RegExp(t('checks.decisions.rule')) }));
      await expect.poll(() => asked).toContainEqual({ ...sides, of });
      // On top of what this window decided before.
      await expect.poll(() => decided.at(-1)).toEqual({ runId, decisions: decisions('rule', at + 1) });
    }
    await screen.findByRole('button', { name: t('versions.undo') });
  },
);
