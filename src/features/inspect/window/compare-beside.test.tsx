/** A profile in Compare, as a list: the switch to the model's ranking with a second run beside it, and a run that was changed after its training. */
import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { CompareOf } from './CompareOf';
import { compareWith } from './second-run';
import { useForm } from './shelf/form';
import { resetTuning } from './tuning/tuning-store';
import type { CameFrom } from '../../../renderer/components/origin';
import type { Dataset } from '../../../shared/contract/dataset';
import type { Run } from '../../../shared/contract/run-life';
import { NEUTRAL_TUNING, tunedKeys, type TunedItem, type TunedList } from '../../../shared/contract/tuning';
import type { Language } from '../../../shared/words/templates';
import { actOfKey } from '../../../renderer/components/use-keys';
import { say, textOf } from '../../../shared/words/sentence';
import { renderInWindow, type Rendered } from '../../../../tests/support/window/render-in-window';
import { CAME_FROM_NOWHERE } from '../../../../tests/support/window/came-from';
import { autoencoderRun, dataset, popularityRun } from '../../../../tests/support/window/records';
import { TRIED_LANGUAGES } from '../../../../tests/support/tried';

const [OPEN, SECOND] = [autoencoderRun(), popularityRun()];
const DATE = '2026-11-29';
beforeEach(() => useForm.setState({ form: 'list' }));
afterEach(() => {
  compareWith(null);
  resetTuning();
});

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

/** Under rules a title of the campaign leads the list of each run; as the model ranks, each has its own title first. */
function listOf(runId: string, isRuled: boolean, against: string | undefined): TunedList {
  const own = runId === OPEN.runId ? 'Own title' : 'Their title';
  const pinned = item(1, 'Campaign title', { ranked: 30, rules: [{ id: 'pin', name: 'Campaign' }] });
  return {
    runId,
    profile: '3',
    tuning: NEUTRAL_TUNING,
    neutral: true,
    rules: isRuled ? { date: DATE, rulesSha256: 'a'.repeat(64), revision: 1, names: ['Campaign'] } : null,
    against: against === undefined ? null : { runId: against, sameData: true },
    items: isRuled ? [pinned, item(2, own)] : [item(1, own)],
    out: [],
    gone: [],
    hidden: [],
    seconds: 0.01,
  };
}

function show(
  run: Run = OPEN,
  language: Language = 'en',
  asked: string[] = [],
  origin: CameFrom['origin'] = null,
  datasets: readonly Dataset[] = [dataset()],
): Rendered {
  const set = { formatVersion: 1 as const, rules: [] };
  const from = { ...CAME_FROM_NOWHERE, origin };
  return renderInWindow(<CompareOf run={run} data={run.dataset.fingerprint} profile="3" from={from} />, {
    language,
    answers: ({ runs, datasets: calls, rules, lists, profiles, titles }) => ({
      runs: { list: runs.list.handler(() => [run, SECOND]) },
      datasets: { list: calls.list.handler(() => [...datasets]) },
      rules: {
        counting: rules.counting.handler(() => ({
          set,
          date: DATE,
          rulesSha256: 'a'.repeat(64),
          revision: 1,
          names: ['Campaign'],
          isFirst: false,
          gone: [],
        })),
      },
      lists: {
        show: lists.show.handler(({ input }) => {
          if (input.tuning !== undefined && tunedKeys(input.tuning).length > 0) asked.push('a tuned list');
          return listOf(input.runId, input.rules !== 'none', input.against);
        }),
      },
      profiles: {
        open: profiles.open.handler(() => ({
          profile: '3',
          attributes: [{ name: 'age', value: '4' }],
          history: [{ item: 'w1', title: 'Watched title', group: null, lastWatched: null, times: 1 }],
        })),
        facets: profiles.facets.handler(() => [
          { name: 'age', kind: 'categorical', values: [{ value: '4', profiles: 2 }] },
        ]),
        explain: profiles.explain.handler(() => {
          asked.push('why');
          throw new Error('not to be asked');
        }),
        neighbours: profiles.neighbours.handler(() => {
          asked.push('neighbours');
          return [];
        }),
      },
      titles: { page: titles.page.handler(() => ({ all: 0, total: 0, rows: [] })) },
    }),
  });
}

it('shows both runs as delivered, and by the one switch both as their models rank', async () => {
  compareWith(SECOND.runId);
  const { user, t } = show();
  const pane = (name: string) => within(screen.getByRole('region', { name }));
  await waitFor(() => {
    for (const name of [t('compare.list'), t('compare.runA')]) pane(name).getByText('Campaign title');
  });
  await user.click(screen.getByRole('radio', { name: t('compare.asRanked') }));
  await waitFor(() => {
    expect(screen.queryByText('Campaign title')).toBeNull();
    pane(t('compare.list')).getByText('Own title');
    pane(t('compare.runA')).getByText('Their title');
  });
  await user.click(screen.getByRole('radio', { name: t('compare.asDelivered') }));
  await waitFor(() => expect(screen.getAllByText('Campaign title')).toHaveLength(2));
});

it('says which list is the earlier one where it was opened from what changed between the two', async () => {
  compareWith(SECOND.runId);
  const { t } = show(OPEN, 'en', [], { kind: 'changes', values: { before: SECOND.runId, after: OPEN.runId } });
  const begins = (text: string): RegExp => new RegExp(`^${text.trim()}`);
  await within(await screen.findByRole('region', { name: t('compare.runA') })).findByText(
    begins(t('compare.listBefore', { name: '' })),
  );
  const after = within(screen.getByRole('region', { name: t('compare.list') }));
  expect(after.getByText(begins(t('compare.listAfter', { name: '' })))).toBeTruthy();
});

const DATA = dataset();
const GROWN: Dataset = {
  ...DATA,
  fingerprint: 'f'.repeat(64),
  interactions: DATA.interactions + 917,
  added: [{ folder: '/data/next-week', at: '2026-11-29T10:00:00Z' }],
};
const OF_GROWN: Run = { ...OPEN, dataset: { ...OPEN.dataset, fingerprint: GROWN.fingerprint } };

it.each(TRIED_LANGUAGES)(
  'says quietly what came where one run knows all data of the other, as after a refresh: %s',
  async (language) => {
    compareWith(SECOND.runId);
    const { t } = show(OF_GROWN, language, [], null, [DATA, GROWN]);
    const other = within(await screen.findByRole('region', { name: t('compare.runA') }));
    await other.findByText(t('compare.dataCame', { run: 'B', folders: 'next-week', count: 917 }));
    expect(screen.queryByText(t('compare.otherDataTitle'))).toBeNull();
  },
);

it('warns of data of which neither run knows all of the other', async () => {
  compareWith(SECOND.runId);
  const { t } = show(OF_GROWN, 'en', [], null, [DATA, { ...GROWN, folder: '/data/elsewhere' }]);
  const other = within(await screen.findByRole('region', { name: t('compare.runA') }));
  expect(await other.findByText(t('compare.otherDataTitle'))).toBeTruthy();
});

it('says above the list of a run that was changed after its training what the user has to decide', async () => {
  const said = [say('follows.lists', { run: OPEN.runId, changed: 407, lists: 603 })];
  const brought: Run['brought'] = {
    file: 'from-kim.shelfwise',
    cluster: null,
    openedAt: '2026-11-25T12:54:01.249Z',
    verified: false,
    problem: { message: textOf(said), said },
    accepted: false,
  };
  const { t, user, place } = show({ ...OPEN, brought });
  const alerts = (): string =>
    screen
      .getAllByRole('alert')
      .map(({ textContent }) => textContent)
      .join(' ');
  await waitFor(() => expect(alerts()).toContain('407'));
  expect(alerts()).toContain(t('bundles.undecided'));
  await user.click(screen.getByRole('link', { name: t('bundles.decideThere') }));
  expect(place()).toBe(`/runs/${OPEN.runId}`);
});

/** What Compare offers that computes with the model of the run. */
const computing = (t: Rendered['t']): (HTMLElement | null)[] => [
  screen.queryByRole('button', { name: t('compare.tune') }),
  screen.queryByRole('button', { name: t('compare.whyTitle', { title: 'Own title' }) }),
  screen.queryByRole('combobox', { name: t('whyNot.search') }),
  screen.queryByRole('tab', { name: t('compare.neighbours') }),
  screen.queryByRole('combobox', { name: 'age' }),
  screen.queryByRole('combobox', { name: t('compare.addTitle') }),
  screen.queryByRole('button', { name: t('compare.removeTitle', { title: 'Watched title' }) }),
];

it('offers all that computes with the run', async () => {
  const { t } = show();
  await screen.findByText('Own title');
  await waitFor(() => expect(computing(t).filter((one) => one === null)).toEqual([]));
});

it('leaves R alone to decisions: the palette would call another act by their name', async () => {
  const { user, t } = show();
  const picker = await screen.findByRole('combobox', { name: t('compare.secondRun', { key: 'Shift+R' }) });
  expect(actOfKey('R')).toBeNull();
  await user.keyboard('{Shift>}R{/Shift}');
  await waitFor(() => expect(document.activeElement).toBe(picker));
});
