/**
 * Forgetting a profile cannot be undone: everything is said before, nothing happens by itself, and the result is shown.
 */
import { screen, waitFor } from '@testing-library/react';
import { beforeEach, expect, it } from 'vitest';
import { ForgetDialog } from './ForgetDialog';
import { askToForget, endForgetting } from '../../../renderer/stores/forget-question';
import { openDataset, useSelection } from '../../../renderer/stores/selection';
import type { Forgetting, ForgettingPlan } from '../../../shared/contract/privacy';
import { ShelfwiseError } from '../../../shared/errors';
import { renderInWindow } from '../../../../tests/support/window/render-in-window';

const PLAN: ForgettingPlan = {
  profile: '196',
  withModels: false,
  datasets: [{ id: 'before', name: 'kids' }],
  runs: [{ id: 'rrt9psbyug', name: 'spring page' }],
  busy: [],
  trash: 2,
  others: [{ id: 'd2', name: 'kids of last year' }],
  otherRuns: [{ id: 'r2w8nq4k7x', name: 'balanced, kids, seed 1' }],
  unknown: [{ id: 'd3', name: 'kids under pseudonyms' }],
  mentions: [{ where: 'run-note', id: 'rk3m8wqp2d' }],
  goes: [
    { where: 'rules', id: 'Pin for P77' },
    { where: 'audit', id: '2026-11-29T13:06:58.129Z' },
  ],
  doubtful: [
    { where: 'profile-note', id: '101', around: 'like 1,96 and', more: 0 },
    { where: 'audit', id: '2026-11-30T13:06:58.129Z', around: 'Season 196', more: 2 },
  ],
  exported: ['/home/kim/submission.csv'],
  folders: ['/data/kids', '/data/july'],
};
const DONE: Forgetting = {
  ...PLAN,
  replaced: [{ before: 'before', after: 'after' }],
  removed: { events: 12, items: 0, texts: 0, reviews: 0, notes: 1, segments: 0, files: 3, models: 0 },
};

interface Setting {
  plan?: Partial<ForgettingPlan>;
  /** Ends the work, if given; it runs until called. */
  ended?: Promise<void>;
  refusal?: ShelfwiseError;
}

async function renderDialog({ plan = {}, ended, refusal }: Setting = {}) {
  const asked: object[] = [];
  const rendered = renderInWindow(<ForgetDialog />, {
    answers: ({ privacy }) => ({
      privacy: {
        planForgetting: privacy.planForgetting.handler(() => ({ ...PLAN, ...plan })),
        forget: privacy.forget.handler(async function* ({ input }) {
          asked.push(input);
          if (refusal !== undefined) throw refusal;
          yield { phase: 'forget', detail: '', done: 0, total: 1 };
          await ended;
          return { ...DONE, removed: { ...DONE.removed, models: input.withModels ? DONE.runs.length : 0 } };
        }),
      },
    }),
  });
  askToForget({ data: 'before', profile: '196' });
  const { t, user } = rendered;
  const button = await screen.findByRole('button', { name: t('privacy.forget') });
  return { ...rendered, asked, button, forget: () => user.click(button) };
}

beforeEach(() => {
  endForgetting();
  openDataset('before');
});

it("says what is lost, what stays, and what needs a person's look, and does nothing yet", async () => {
  const { t, asked } = await renderDialog();
  const { textContent } = screen.getByRole('dialog', { name: t('privacy.forgetTitle', { profile: '196' }) });
  for (const text of [
    t('privacy.removes', { data: 1, runs: 1 }),
    t('privacy.left.file', { file: '/home/kim/submission.csv' }),
    t('privacy.left.doubtful', {
      place: t('privacy.where.profile-note', { id: '101' }),
      text: 'like 1,96 and',
    }),
    t('privacy.left.more', { count: 1 }),
    t('privacy.data', { count: 1 }),
    t('privacy.runs', { count: 1 }),
    'spring page · rrt9psbyug',
    t('privacy.stops'),
    t('privacy.trash', { count: 2 }),
    t('privacy.kept'),
    t('privacy.folder', { folder: '/data/kids, /data/july' }),
    'kids of last year',
    // As other screens name a run that was given no name.
    'Balanced · r2w8nq4k7x',
    'kids under pseudonyms',
    '/home/kim/submission.csv',
    t('privacy.bundles'),
    t('privacy.where.run-note', { id: 'rk3m8wqp2d' }),
    t('privacy.goes.rules', { id: 'Pin for P77' }),
    t('privacy.doubtful', { count: 2 }),
    `${t('privacy.where.profile-note', { id: '101' })}: “like 1,96 and”`,
    '“Season 196” and 2 more places in it',
  ])
    expect(textContent).toContain(text);
  expect(textContent).toContain('Nov 30, 2026');
  // Moments are written as everywhere, not as they are stored.
  expect(textContent).toContain('Nov 29, 2026');
  expect(textContent).not.toContain('129Z');
  expect(asked).toEqual([]);
});

it.each(['{Enter}', '{Escape}'])('is left by %s alone, without forgetting anything', async (key) => {
  const { user, asked } = await renderDialog();
  await user.keyboard(key);
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(asked).toEqual([]);
});

it('cannot start while a run of the data is at work, and names it', async () => {
  const { t, asked, button, forget } = await renderDialog({ plan: { busy: [{ id: 'rbusy00000', name: 'tonight' }] } });
  screen.getByText(t('privacy.busy'));
  screen.getByText('tonight · rbusy00000');
  expect(button).toHaveProperty('disabled', true);
  await forget();
  expect(asked).toEqual([]);
});

it.each([false, true])('removes the models only on request: %s', async (withModels) => {
  const { t, user, asked, forget } = await renderDialog();
  if (withModels)
    await user.click(screen.getByRole('checkbox', { name: (name) => name.startsWith(t('privacy.withModels')) }));
  await forget();
  await screen.findByText(t('privacy.doneTitle'));
  expect(asked).toEqual([{ data: 'before', profile: '196', withModels }]);
  await screen.findByText(t('privacy.stopped'));
  // A model that was kept is the one trace of the profile in the workspace.
  expect(screen.queryByText(t('privacy.modelsKept')) !== null).toBe(!withModels);
});

it('offers no removal of models if no run was trained on the profile', async () => {
  const { t } = await renderDialog({ plan: { runs: [] } });
  screen.getByText(t('privacy.noRuns'));
  expect(screen.queryByRole('checkbox')).toBeNull();
});

it('stays until it is done, shows what was removed, and continues with the replacement data', async () => {
  let end = (): void => undefined;
  const ended = new Promise<void>((resolve) => (end = resolve));
  const { t, user, forget, place } = await renderDialog({ ended });
  await forget();
  await user.keyboard('{Escape}');
  expect(screen.getByRole('dialog').textContent).toContain(t('privacy.forgetTitle', { profile: '196' }));
  end();
  const done = await screen.findByRole('status');
  for (const text of [t('privacy.removed.events', { count: 12 }), t('privacy.removed.notes', { count: 1 })])
    expect(done.textContent).toContain(text);
  // Zero counts are not shown.
  expect(done.textContent).not.toContain(t('privacy.removed.models', { count: 0 }));
  expect(useSelection.getState().dataset).toBe('after');
  expect(place()).toBe('/profiles');
});

it('says why it failed, and can be retried', async () => {
  const refusal = new ShelfwiseError('busy', 'Another program is forgetting a profile in this workspace.');
  const { t, asked, forget } = await renderDialog({ refusal });
  await forget();
  await screen.findByText(t('privacy.forgetFailed'));
  screen.getByText('Another program is forgetting a profile in this workspace.');
  await forget();
  await waitFor(() => expect(asked).toHaveLength(2));
  expect(useSelection.getState().dataset).toBe('before');
});
