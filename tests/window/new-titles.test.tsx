/** Titles without viewings in the window: marked in lists, with a reason to copy, named beside an export. */
import { screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { ListRow } from '../../src/features/inspect/window/ListRow';
import { WhyNewTitle } from '../../src/features/new-titles/window/WhyNewTitle';
import { Preview } from '../../src/features/export/window/Preview';
import type { TunedItem } from '../../src/shared/contract/tuning';
import type { NewTitleReason } from '../../src/shared/contract/new-title-reason';
import type { StandIn } from '../../src/features/new-titles/contract/new-titles';
import { autoencoderRun } from '../support/window/records';
import { renderInWindow } from '../support/window/render-in-window';
import { TRIED_LANGUAGES } from '../support/tried';

const REASON: NewTitleReason = {
  after: null,
  like: [{ item: '10', title: 'The shark', likeness: 0.75 }],
  sentence: {
    en: 'New, nobody has watched it yet: it is like “The shark”, which your child watched.',
    ko: '아직 아무도 보지 않은 신작입니다. 아이가 본 ‘The shark’와(과) 비슷합니다.',
  },
};
const PLACED: TunedItem = {
  rank: 23,
  item: '90',
  title: 'The whale',
  score: null,
  watched: false,
  group: null,
  badges: [],
  before: null,
  ranked: null,
  rules: [{ id: 'new', name: 'Two new ones' }],
  newTitle: REASON,
};

it.each(TRIED_LANGUAGES)('stand in the list at their place, with badge and rule, without a score: %s', (language) => {
  const { t } = renderInWindow(<ListRow item={PLACED} share={0} nameOfRule={(name) => name} />, {
    language,
    answers: ({ datasets }) => ({ datasets: { list: datasets.list.handler(() => []) } }),
  });
  const row = within(screen.getByRole('listitem'));
  expect(row.getByText('23')).toBeTruthy();
  expect(row.getByText(t('common.newTitle'))).toBeTruthy();
  expect(row.getByText('Two new ones')).toBeTruthy();
  expect(row.getByText(t('compare.noScore'))).toBeTruthy();
});

const STAND_IN: StandIn = {
  runId: 'r1',
  profile: '3',
  item: '90',
  title: 'The whale',
  score: 0.6,
  rank: 2,
  suiting: 7,
  after: null,
  parts: [
    {
      kind: 'stand-in',
      id: '10',
      title: 'The shark',
      likeness: 0.75,
      watched: true,
      value: 0.6,
      shared: [{ kind: 'attribute', name: 'genre', value: 'sea' }],
    },
    { kind: 'stand-in', id: '11', title: 'The eel', likeness: 0.5, watched: false, value: 0, shared: [] },
  ],
  change: null,
  underRules: null,
  sentence: REASON.sentence,
};

const renderWhy = (told: StandIn, language: 'en' | 'ko' = 'en') =>
  renderInWindow(<WhyNewTitle runId="r1" profile="3" told={PLACED} onClose={() => undefined} />, {
    language,
    answers: ({ newTitles, datasets }) => ({
      newTitles: { explain: newTitles.explain.handler(() => told) },
      datasets: { list: datasets.list.handler(() => []) },
    }),
  });

it.each(['en', 'ko'] as const)(
  'have a sentence to copy, and a sum over the titles they stand in for: %s',
  async (language) => {
    const { user, t } = renderWhy(STAND_IN, language);
    expect(screen.getByText(REASON.sentence[language])).toBeTruthy();
    expect(screen.getByText(t('compare.newTitlePlace', { rank: 23 }))).toBeTruthy();
    await screen.findByText(t('compare.newTitleSuits', { titles: 2, watched: 1, share: '60.0%' }));
    const [watched, other] = screen.getAllByRole('listitem');
    expect(watched!.textContent).toContain('The shark+60.0%');
    expect(watched!.textContent).toContain('sea');
    expect(other!.textContent).toContain('The eel');
    expect(other!.textContent).not.toContain('+');
    expect(screen.queryByText(t('compare.newTitleAfter'))).toBeNull();
    await user.click(screen.getByRole('button', { name: t('common.copy') }));
    expect(await navigator.clipboard.readText()).toBe(REASON.sentence[language]);
  },
);

it('of later episodes name the watched one', async () => {
  const { t } = renderWhy({ ...STAND_IN, after: { item: '8', title: 'Otter Bay, part 2', watched: true }, parts: [] });
  expect(await screen.findByRole('heading', { name: t('compare.newTitleAfter') })).toBeTruthy();
  expect(screen.getByText('Otter Bay, part 2')).toBeTruthy();
});

it('are named beside the first lines of an export, only if there are any', async () => {
  const show = (newTitles: { item: string; title: string | null; lists: number }[]) =>
    renderInWindow(<Preview run={autoencoderRun()} format="submission" raw={false} choice={{}} tuning={null} />, {
      answers: ({ runs }) => ({
        runs: {
          previewExport: runs.previewExport.handler(() => ({
            lines: ['profile_id,predicted_list'],
            profiles: 2,
            first: null,
            newTitles,
          })),
        },
      }),
    });
  const { t } = show([{ item: '90', title: 'The whale', lists: 12 }]);
  const row = (await screen.findByText('The whale')).closest('li')!;
  expect(row.textContent).toContain('90');
  expect(row.textContent).toContain(t('exporting.inLists', { count: 12 }));
  expect(screen.getByText(t('common.newTitle'))).toBeTruthy();
});
