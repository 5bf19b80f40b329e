/** A child as a shelf: who it is, its covers, why one is there, what if, and the list form one key away. */
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { tunedKeys, type TunedItem } from '../../../../shared/contract/tuning';
import type { Note } from '../../../../shared/contract/kept';
import type { Explanation } from '../../../../shared/contract/explanation';
import type { Language } from '../../../../shared/words/templates';
import { ShelfwiseError } from '../../../../shared/errors';
import { CAME_FROM_NOWHERE } from '../../../../../tests/support/window/came-from';
import { autoencoderRun, dataset, profileRow } from '../../../../../tests/support/window/records';
import { renderInWindow, type Rendered } from '../../../../../tests/support/window/render-in-window';
import { weekNow } from '../../../../../tests/support/window/weeks';
import { CompareOf } from '../CompareOf';
import { changeTuning, openTuning, resetTuning, useTuning } from '../tuning/tuning-store';
import { useForm } from './form';

const RUN = autoencoderRun();
const item = (rank: number, title: string, more: Partial<TunedItem> = {}): TunedItem => ({
  rank,
  item: title,
  title,
  score: 1 / rank,
  watched: false,
  group: null,
  badges: [],
  before: rank,
  ranked: rank,
  rules: [],
  newTitle: null,
  ...more,
});
const explanation = (title: string): Explanation => ({
  runId: RUN.runId,
  profile: '3',
  item: title,
  title,
  score: 1,
  rank: 2,
  history: null,
  profileAttributes: null,
  titles: [
    { item: 'w1', title: 'Weak', group: null, effect: 0.1, rank: 2 },
    { item: 'w2', title: 'Strong', group: null, effect: 0.7, rank: 9 },
  ],
  attributes: [],
  parts: [],
  sentence: { en: 'Because.', ko: '그래서.' },
  underRules: null,
  seconds: 0.01,
});

const asked: string[] = [];
let note: Note = { text: '', revision: 0, changedAt: null };
type Week = ReturnType<typeof weekNow>;
let weeks: readonly Week[] = [];
const show = (language: Language = 'en', next: string | null = null, refuses = false): Rendered =>
  renderInWindow(
    <CompareOf
      run={RUN}
      data={RUN.dataset.fingerprint}
      profile="3"
      from={{ ...CAME_FROM_NOWHERE, around: { place: 0, total: 2, previous: null, next } }}
    />,
    {
      language,
      answers: ({ runs, datasets, rules, lists, profiles, titles, week, changes }) => ({
        runs: { list: runs.list.handler(() => [RUN]) },
        datasets: { list: datasets.list.handler(() => [dataset()]) },
        rules: { counting: rules.counting.handler(() => null) },
        lists: {
          show: lists.show.handler(({ input: { profile, tuning, rules: choice } }) => {
            const isTuned = tunedKeys(tuning).length > 0;
            asked.push(`list ${profile}${isTuned ? ' tuned' : ''}`);
            if (isTuned && refuses) throw new ShelfwiseError('usage', 'not for this model');
            const pinned = item(1, 'Pinned', { ranked: 30, rules: [{ id: 'pin', name: 'Campaign' }] });
            return {
              runId: RUN.runId,
              profile,
              tuning,
              neutral: !isTuned,
              rules: null,
              against: null,
              items:
                choice === 'none'
                  ? [item(1, 'Otter')]
                  : isTuned
                    ? [item(1, 'Otter', { before: 2 }), item(2, 'Fox', { before: null })]
                    : [pinned, item(2, 'Otter')],
              out: [],
              gone: [],
              hidden: [],
              seconds: 0.01,
            };
          }),
        },
        profiles: {
          open: profiles.open.handler(({ input }) => {
            asked.push(`child ${input.profile}`);
            return {
              profile: input.profile,
              attributes: [
                { name: 'sex', value: 'F' },
                { name: 'age', value: '5' },
                { name: 'year', value: '9' },
              ],
              history: [
                { item: 'w1', title: 'Weak', group: null, lastWatched: '2026-07-05T00:00:00Z', times: 1 },
                { item: 'w2', title: 'Strong', group: null, lastWatched: '2026-07-04T00:00:00Z', times: 3 },
              ],
            };
          }),
          facets: profiles.facets.handler(() => [
            { name: 'sex', kind: 'categorical', values: ['F', 'M'].map((value) => ({ value, profiles: 1 })) },
            { name: 'year', kind: 'categorical', values: ['10', '9'].map((value) => ({ value, profiles: 1 })) },
            { name: 'age', kind: 'numeric', values: ['4', '5', '6'].map((value) => ({ value, profiles: 1 })) },
          ]),
          note: profiles.note.handler(({ input }) => (input.profile === '3' ? note : { ...note, text: '' })),
          setNote: profiles.setNote.handler(({ input: { profile, text, revision } }) => {
            asked.push(`note ${profile} ${revision} ${text}`);
            return (note = { text, revision: revision + 1, changedAt: '2026-11-25T12:00:00Z' });
          }),
          neighbours: profiles.neighbours.handler(() => []),
          page: profiles.page.handler(() => ({ all: 1, total: 1, start: 0, rows: [profileRow('3')] })),
          explain: profiles.explain.handler(({ input }) => explanation(input.item)),
        },
        week: { list: week.list.handler(() => ({ weeks: [...weeks], base: null })) },
        changes: {
          list: changes.list.handler(({ input }) => {
            asked.push(`since ${input.profile}`);
            expect(input).toMatchObject({
              before: { runId: 'earlier', exported: 'abcd' },
              after: { runId: RUN.runId },
            });
            return {
              viewings: 0,
              came: [{ item: 'Otter', title: 'Otter', reason: 'model', place: 2 }],
              went: [{ item: 'Heron', title: 'Heron', reason: 'model', place: 9 }],
            };
          }),
        },
        titles: { page: titles.page.handler(() => ({ all: 0, total: 0, rows: [] })) },
      }),
    },
  );

beforeEach(() => {
  weeks = [];
  note = { text: '', revision: 0, changedAt: null };
  asked.length = 0;
  useForm.setState(useForm.getInitialState());
});
afterEach(resetTuning);
const covers = (t: Rendered['t']): Promise<HTMLElement[]> =>
  waitFor(() => within(screen.getByRole('region', { name: t('compare.list') })).getAllByRole('button'));
const names = async (t: Rendered['t']): Promise<(string | null)[]> =>
  (await covers(t)).map((cover) => cover.getAttribute('aria-label'));

it.each([
  ['en', 'Girl, 5 · 2 watched', 'Because Strong was watched 3 times'],
  ['ko', '여자아이, 5살 · 2편 시청', 'Strong을(를) 3번 봐서'],
] as const)('is what is shown first: who it is, what it watched, and why a title is there: %s', async (...row) => {
  const [language, who, why] = row;
  const { t } = show(language);
  await waitFor(() => expect(screen.getByRole('heading', { level: 1 }).textContent).toBe(who));
  const strip = within(screen.getByRole('region', { name: t('shelf.watched') }));
  expect(strip.getAllByRole('link').map((link) => link.getAttribute('aria-label'))).toEqual([
    t('shelf.watchedTimes', { title: 'Strong', count: 3 }),
    'Weak',
  ]);
  const [pinned, other] = await covers(t);
  expect(pinned!.getAttribute('aria-label')).toBe(
    `${t('shelf.rank', { rank: 1, title: 'Pinned' })}, ${t('shelf.byRule')}`,
  );
  fireEvent.focus(pinned!);
  expect((await screen.findByRole('tooltip')).textContent).toBe(t('shelf.because.rule', { names: 'Campaign' }));
  fireEvent.focus(other!);
  await waitFor(() => expect(screen.getByRole('tooltip').textContent).toBe(why));
});

it('explains a cover in the room beside, which Escape gives back', async () => {
  const { t, user } = show();
  const [, other] = await covers(t);
  await user.click(other!);
  await screen.findByRole('region', { name: t('compare.why') });
  expect(screen.queryByRole('region', { name: t('shelf.about') })).toBeNull();
  expect(other!.getAttribute('aria-pressed')).toBe('true');
  await user.keyboard('{Escape}');
  await screen.findByRole('region', { name: t('shelf.about') });
});

it('asks what if by W, takes out what it watched, shows what moved, and what was before while the key is held', async () => {
  const { t, user } = show();
  await covers(t);
  await user.keyboard('w');
  await user.click(await screen.findByRole('button', { name: t('shelf.takeOut', { title: 'Weak' }) }));
  expect(useTuning.getState().tuning.removed).toEqual(['w1']);
  const moved = [
    `${t('shelf.rank', { rank: 1, title: 'Otter' })}, ${t('shelf.up', { count: 1 })}`,
    `${t('shelf.rank', { rank: 2, title: 'Fox' })}, ${t('shelf.new')}`,
  ];
  await waitFor(async () => expect(await names(t)).toEqual(moved));
  fireEvent.keyDown(window, { code: 'Backslash', key: '\\' });
  await waitFor(async () => expect((await names(t))[0]).toContain('Pinned'));
  fireEvent.keyUp(window, { code: 'Backslash', key: '\\' });
  expect(await names(t)).toEqual(moved);
  // The shelf is what is delivered; the question waits in its mode.
  await user.keyboard('{Escape}');
  await waitFor(async () => expect((await names(t))[0]).toContain('Pinned'));
  await user.keyboard('w');
  await waitFor(async () => expect(await names(t)).toEqual(moved));
});

it('steps a number down and up within the data, shows few values beside each other, and says what each was', async () => {
  const { t, user } = show();
  await covers(t);
  await user.keyboard('w');
  const more = await screen.findByRole('button', { name: t('shelf.whatif.more', { name: 'age' }) });
  await user.click(more);
  expect(useTuning.getState().tuning.attributes).toEqual({ age: '6' });
  await waitFor(async () => expect((await names(t)).join()).toContain(t('shelf.new')));
  await screen.findByText(t('compare.changedFrom', { value: '5' }));
  expect(more.getAttribute('aria-disabled')).toBe('true');
  await user.click(more);
  expect(useTuning.getState().tuning.attributes).toEqual({ age: '6' });
  await user.click(screen.getByRole('button', { name: t('shelf.whatif.less', { name: 'age' }) }));
  expect(useTuning.getState().tuning.attributes).toEqual({});
  await user.click(screen.getByRole('radio', { name: 'M' }));
  expect(useTuning.getState().tuning.attributes).toEqual({ sex: 'M' });
  // Codes that are numbers have their order, and missing before them.
  await user.click(screen.getByRole('button', { name: t('shelf.whatif.more', { name: 'year' }) }));
  expect(useTuning.getState().tuning.attributes).toEqual({ sex: 'M', year: '10' });
  const less = screen.getByRole('button', { name: t('shelf.whatif.less', { name: 'year' }) });
  await user.click(less);
  await user.click(less);
  expect(useTuning.getState().tuning.attributes).toEqual({ sex: 'M', year: null });
  expect(less.getAttribute('aria-disabled')).toBe('true');
});

it('has the note on the page: N leads to it from any mode, and leaving it saves it', async () => {
  const { t, user } = show();
  await covers(t);
  await user.keyboard('w');
  await screen.findByRole('region', { name: t('shelf.whatif.title') });
  await user.keyboard('n');
  const field = await screen.findByRole<HTMLTextAreaElement>('textbox', {
    name: t('compare.noteOn', { profile: '3' }),
  });
  await waitFor(() => expect(document.activeElement).toBe(field));
  expect(field.value).toBe('');
  await user.keyboard('likes trains');
  expect(asked.filter((one) => one.startsWith('note'))).toEqual([]);
  await user.keyboard('{Escape}');
  await screen.findByText(/^Last changed/);
  expect(asked.filter((one) => one.startsWith('note'))).toEqual(['note 3 0 likes trains']);
  expect(field.value).toBe('likes trains');
});

it('goes to the list form and back by L, and stays in it', async () => {
  const { t, user, unmount } = show();
  await covers(t);
  await user.keyboard('l');
  await screen.findByText(t('compare.listCount', { count: 2 }));
  unmount();
  const again = show();
  await screen.findByText(t('compare.listCount', { count: 2 }));
  expect(screen.queryByRole('region', { name: t('shelf.about') })).toBeNull();
  await again.user.keyboard('l');
  await screen.findByRole('region', { name: t('shelf.about') });
});

const weekOf = (fingerprint: string, to: string, runId: string, sent: Week['sent']): Week => ({
  data: {
    fingerprint,
    name: 'sample',
    importedAt: to,
    period: { from: '2026-01-01T00:00:00Z', to },
    profiles: 2,
    items: 3,
    viewings: 4,
  },
  added: null,
  run: { runId, name: runId, lists: 2 },
  refresh: null,
  approved: null,
  sent,
});
const SENT = {
  path: 'week.csv',
  format: 'csv',
  profiles: 2,
  sha256: 'abcd',
  at: '2026-01-25T00:00:00Z',
  by: null,
} as const;

it('marks what is new since the lists of the week before, says what went and why, and asks for the next child ahead', async () => {
  weeks = [
    weekOf(RUN.dataset.fingerprint, '2026-02-01T12:00:00Z', RUN.runId, null),
    weekOf('before', '2026-01-25T12:00:00Z', 'earlier', SENT),
  ];
  const { t, user } = show('en', '4');
  const week = (await screen.findByRole('heading', { name: /^1 new since / })).textContent.replace('1 new since ', '');
  expect(week).toContain('Week 4');
  await screen.findByText(t('shelf.learnedSince'));
  expect(within(screen.getByRole('list', { name: t('shelf.left') })).getByText('Heron')).toBeTruthy();
  const isNew = `${t('shelf.rank', { rank: 2, title: 'Otter' })}, ${t('shelf.newSince', { week })}`;
  expect(await names(t)).toEqual([expect.stringContaining('Pinned'), isNew]);
  await waitFor(() => expect(asked).toContain('since 4'));
  // What if compares with the real shelf instead.
  await user.keyboard('w');
  await user.click(await screen.findByRole('button', { name: t('shelf.takeOut', { title: 'Weak' }) }));
  await waitFor(async () => expect((await names(t)).join()).not.toContain(week));
});

it('fetches the child that J leads to ahead', async () => {
  const { t } = show('en', '4');
  await covers(t);
  await waitFor(() => expect(asked).toEqual(expect.arrayContaining(['list 4', 'child 4'])));
});

it('drops a tuning that cannot be applied, without a word', async () => {
  openTuning(RUN.runId, '3');
  changeTuning({ hidden: 0.5 });
  const { t, user } = show('en', null, true);
  await covers(t);
  await user.keyboard('t');
  await waitFor(() => expect(asked).toContain('list 3 tuned'));
  await waitFor(() => expect(tunedKeys(useTuning.getState().tuning)).toEqual([]));
  await waitFor(async () => expect((await names(t))[0]).toContain('Pinned'));
  expect(screen.queryByText(/not for this model/)).toBeNull();
});
