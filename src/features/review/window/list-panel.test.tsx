/** The list beside the queue is the one that Compare and an export have, for the day that is reviewed. */
import { screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { ListPanel } from './ListPanel';
import { NextList, type Step } from './NextList';
import { Reasons } from './Reasons';
import type { ReviewRow } from '../contract/queue';
import type { CountingRules } from '../../../shared/contract/rule-answers';
import { useOpenList } from '../../../renderer/stores/open-list';
import { NEUTRAL_TUNING, type TunedItem } from '../../../shared/contract/tuning';
import { NO_RULES_COUNT } from '../../../../tests/support/window/no-rules-count';
import { reviewPage, reviewRow } from '../../../../tests/support/window/review-row';
import { renderInWindow } from '../../../../tests/support/window/render-in-window';

const DATE = '2026-12-24';
const COUNTING: CountingRules = {
  set: { formatVersion: 1, rules: [] },
  date: DATE,
  rulesSha256: 'a'.repeat(64),
  revision: 1,
  names: ['Campaign'],
  isFirst: false,
  gone: [],
};
const item = (rank: number, title: string): TunedItem => ({
  rank,
  item: String(rank),
  title,
  score: 1,
  watched: false,
  group: null,
  badges: [],
  before: rank,
  ranked: rank,
  rules: [],
  newTitle: null,
});
const ROW: ReviewRow = reviewRow({
  profile: '7',
  reasons: [
    {
      check: 'series',
      name: null,
      titles: [
        { item: '2', title: 'Odd one', lists: 31, isDecided: false, note: { kind: 'without', title: 'Odd zero' } },
      ],
      value: null,
      count: null,
      lists: 70,
      isDecided: false,
    },
  ],
});

it('names the first titles of a reason, and all by a button', async () => {
  const titles = ['One', 'Two', 'Three', 'Four', 'Five'].map((title, at) => ({
    ...ROW.reasons[0]!.titles[0]!,
    item: `${at}`,
    title,
  }));
  const { user, t } = renderInWindow(<Reasons row={{ ...ROW, reasons: [{ ...ROW.reasons[0]!, titles }] }} data="d" />);
  const reason = screen.getByRole('listitem');
  expect(reason.textContent).toContain('Three and 2 more');
  await user.click(screen.getByRole('button', { name: t('common.andMore', { count: 2 }) }));
  expect(reason.textContent).toContain('Five');
});

it('is asked for as it is delivered, with the rules that count by themselves, and says beside each title why it was found', async () => {
  const asked: unknown[] = [];
  const rules = { ...NO_RULES_COUNT, counting: COUNTING, date: DATE, day: DATE, choice: { rules: { date: DATE } } };
  const { t } = renderInWindow(
    <ListPanel
      runId="r1"
      data="d"
      rules={rules}
      row={ROW}
      place="/compare/7/review"
      queue={{ runId: 'r1' }}
      onNext={() => undefined}
      onClose={() => undefined}
    />,
    {
      answers: ({ review, lists }) => ({
        lists: {
          show: lists.show.handler(({ input }) => {
            asked.push(input.rules);
            return {
              runId: 'r1',
              profile: '7',
              tuning: NEUTRAL_TUNING,
              neutral: true,
              rules: { date: DATE, rulesSha256: 'a'.repeat(64), revision: 1, names: ['Campaign'] },
              against: null,
              items: [item(1, 'Campaign title'), item(2, 'Odd one')],
              out: [],
              gone: [],
              hidden: [],
              seconds: 0.01,
            };
          }),
        },
        review: { queue: review.queue.handler(() => reviewPage([ROW])) },
      }),
    },
  );
  const [, second] = await screen.findAllByText(/Campaign title|Odd one/, { selector: 'ol *' });
  const odd = second!.closest('li')!;
  // The reason, and the lists that have it too.
  const reason = within(odd).getByText(
    `${t('checks.names.series')}: ${t('checks.titles.without', { title: 'Odd zero' })}`,
  );
  // A line of its own: beside episode and genre, which have a hint, it would be cut, and cut them.
  expect(reason.closest('[title]')).toBeNull();
  const alike = within(odd).getByRole('link', { name: t('checks.alike.title', { count: 31, title: 'Odd one' }) });
  // The row names the title already.
  expect(alike.textContent).toBe(t('checks.alike.these', { count: 31 }));
  expect(alike.getAttribute('href')).toBe('/review/check=series;item=2;name=Odd%20one');
  expect(screen.getByRole('link', { name: t('checks.openProfile') }).getAttribute('href')).toBe('/compare/7/review');
  expect(asked).toEqual([{ date: DATE }]);
});

it.each([
  ['that the decision took out of the queue, whose place the next one has', true, 4],
  ['that is still in the queue', false, 5],
])('goes on to the next list, from one %s', async (_, isDecided, index) => {
  const steps: Step[] = [];
  const { user, t } = renderInWindow(
    <NextList queue={{ runId: 'r1', state: 'open' }} profile="7" onNext={(to) => steps.push(to)} />,
    {
      answers: ({ review }) => ({
        review: {
          place: review.place.handler(() => ({
            place: 6,
            total: 20,
            decided: 2,
            index: 4,
            previous: '3',
            next: '9',
            row: { ...ROW, isDecided },
          })),
        },
      }),
    },
  );
  await user.click(await screen.findByRole('button', { name: t('checks.nextList') }));
  expect(steps).toEqual([{ profile: '9', index }]);
});

it('gives the focus back to the queue as it closes', async () => {
  const happened: string[] = [];
  useOpenList.setState({ enter: () => happened.push('entered') });
  const { user, t } = renderInWindow(
    <ListPanel
      runId="r1"
      data="d"
      rules={NO_RULES_COUNT}
      row={ROW}
      place="/compare/7/review"
      queue={{ runId: 'r1' }}
      onNext={() => undefined}
      onClose={() => happened.push('closed')}
    />,
  );
  await user.click(screen.getByRole('button', { name: t('checks.close') }));
  await expect.poll(() => happened).toEqual(['closed', 'entered']);
});
