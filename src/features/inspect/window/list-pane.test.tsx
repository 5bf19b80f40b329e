/** The list of a profile as it is delivered: who made each place, what rules took out, and the switch to the model's ranking. */
import { screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { ListPane } from './ListPane';
import { NEUTRAL_TUNING, type TunedItem, type TunedList } from '../../../shared/contract/tuning';
import type { Language } from '../../../shared/words/templates';
import { renderInWindow, type Rendered } from '../../../../tests/support/window/render-in-window';
import { TRIED_LANGUAGES } from '../../../../tests/support/tried';

const item = (rank: number, more: Partial<TunedItem>): TunedItem => ({
  rank,
  item: String(rank),
  title: `Title ${rank}`,
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
const LIST: TunedList = {
  runId: 'r1',
  profile: '3',
  tuning: NEUTRAL_TUNING,
  neutral: true,
  rules: { date: '2026-11-29', rulesSha256: 'a'.repeat(64), revision: 1, names: ['Campaign', 'Not yet'] },
  against: null,
  items: [item(1, { ranked: 31, score: null, rules: [{ id: 'pin', name: 'Campaign' }] }), item(2, { ranked: 1 })],
  out: [
    { item: '8', title: 'The shark', ranked: 2, rules: [{ id: 'age', name: 'Not yet' }] },
    { item: '9', title: 'The moon', ranked: 3, rules: [] },
  ],
  gone: [],
  hidden: [],
  seconds: 0.01,
};

const switched: boolean[] = [];
const show = (
  list: TunedList,
  language: Language = 'en',
  isOn = false,
  isMeasured = true,
  isChange = false,
): Rendered =>
  renderInWindow(
    <ListPane
      answer={{ list, error: null, asking: false }}
      data="d"
      runName={null}
      isChange={isChange}
      searchField={null}
      onWhyNot={() => undefined}
      onChildScreen={() => undefined}
      asRanked={{ isOn, setOn: (on) => switched.push(on) }}
      watchedGroups={new Map()}
      explained={null}
      onExplain={() => undefined}
      stability={isMeasured ? null : undefined}
      oddReason={(id) => (id === '2' ? 'Episodes out of order: without “Title 0”' : null)}
      onRule={() => undefined}
      tuning={{ isOpen: false, toggle: () => undefined }}
    />,
    {
      language,
      answers: ({ titles, datasets }) => ({
        titles: { page: titles.page.handler(() => ({ all: 0, total: 0, rows: [] })) },
        datasets: { list: datasets.list.handler(() => []) },
      }),
    },
  );

it.each(TRIED_LANGUAGES)(
  'names the rule of each place that a rule made, and why a title is odd, of no other: %s',
  (language) => {
    const { t } = show(LIST, language);
    const [pinned, other] = screen.getAllByRole('listitem');
    expect(within(pinned!).getByText(t('compare.byRuleFrom', { names: 'Campaign', rank: 31 }))).toBeTruthy();
    expect(within(pinned!).getByText(t('compare.noScore'))).toBeTruthy();
    expect(other!.textContent).not.toContain('Campaign');
    expect(within(other!).getByText('Episodes out of order: without “Title 0”')).toBeTruthy();
    expect(pinned!.textContent).not.toContain('without');
    expect(screen.getByText(t('compare.ruled'))).toBeTruthy();
  },
);

it('says that the stability is being measured, only while something measures it', () => {
  const { t, unmount } = show(LIST, 'en', false, false);
  const band = screen.getByText(t('stability.listMeasured')).parentElement!.className;
  unmount();
  show(LIST);
  expect(screen.queryByText(t('stability.listMeasured'))).toBeNull();
  expect(document.getElementsByClassName(band)).toHaveLength(0);
});

it('shows what rules took out on request, with the rule', async () => {
  const { user, t } = show(LIST);
  expect(screen.queryByText('The shark')).toBeNull();
  await user.click(screen.getByRole('button', { name: `${t('compare.outShow')} (2)` }));
  const [shark, moon] = within(screen.getByRole('list', { name: t('compare.out') })).getAllByRole('listitem');
  expect(shark!.textContent).toContain(t('compare.outBy', { rank: 2, names: 'Not yet' }));
  expect(moon!.textContent).toContain(t('compare.outGaveWay', { rank: 3 }));
  await user.click(screen.getByRole('button', { name: `${t('compare.outHide')} (2)` }));
  expect(screen.queryByText('The shark')).toBeNull();
});

it('changes to the ranking of the model by one switch', async () => {
  const { user, t } = show(LIST);
  await user.click(screen.getByRole('radio', { name: t('compare.asRanked') }));
  expect(switched).toEqual([true]);
});

const BESIDE: TunedList = {
  ...LIST,
  against: { runId: 'r2', sameData: true },
  items: [item(1, {}), item(2, { before: null }), item(3, { before: 2 })],
  gone: [{ item: '7', title: 'Title 7', before: 3 }],
};

it.each(TRIED_LANGUAGES)(
  'beside another run says which titles are only in one of them, and leads from the sum to these: %s',
  async (language) => {
    const { user, t } = show(BESIDE, language);
    expect(screen.getByText(t('compare.moved.onlyInB'))).toBeTruthy();
    await user.click(screen.getByRole('button', { name: t('compare.movedSum.runs.entered', { count: 1 }) }));
    expect(document.activeElement?.closest('[data-item]')?.getAttribute('data-item')).toBe('2');
    await user.click(screen.getByRole('button', { name: t('compare.movedSum.runs.gone', { count: 1 }) }));
    expect(document.activeElement?.textContent).toBe(t('compare.gone.runs'));
    expect(screen.getByText(t('compare.goneBefore.runs', { rank: 3 }))).toBeTruthy();
  },
);

it('speaks of time only where the other list is an earlier one, and links only titles that differ', () => {
  const { t } = show({ ...BESIDE, items: [item(1, {})] }, 'en', false, true, true);
  expect(screen.getByRole('heading', { name: t('compare.gone.change') })).toBeTruthy();
  expect(screen.getByText(t('compare.goneBefore.change', { rank: 3 }))).toBeTruthy();
  expect(screen.getByRole('button', { name: t('compare.movedSum.change.gone', { count: 1 }) })).toBeTruthy();
  expect(screen.queryByRole('button', { name: t('compare.movedSum.change.entered', { count: 0 }) })).toBeNull();
});
