/** Why a title is not in a list: names the rule that keeps it out, and what rule change would add it. */
import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { WhyNotPanel } from './WhyNotPanel';
import { NEUTRAL_TUNING } from '../../../../shared/contract/tuning';
import type { StandIn } from '../../../new-titles/contract/new-titles';
import type { WhyNot } from '../../contract/why-not';
import { renderInWindow } from '../../../../../tests/support/window/render-in-window';
import { TRIED_LANGUAGES } from '../../../../../tests/support/tried';

const told: WhyNot = {
  runId: 'r',
  profile: '1',
  item: '7',
  title: 'Dinos',
  reason: 'ruled-out',
  rank: 2,
  score: 1,
  places: 25,
  needed: 0.5,
  change: null,
  others: [],
  tried: 0,
  underRules: {
    rank: null,
    outBy: { id: 'no', name: 'No dinos' },
    changes: [
      { off: [{ id: 'no', name: 'No dinos' }], up: null, rank: 2, stay: 24 },
      { off: [], up: 12, rank: 25, stay: 24 },
    ],
    tried: 3,
  },
  standIn: null,
  seconds: 0.1,
};

it.each(TRIED_LANGUAGES)('names the rule and the smallest changes of the rules: %s', async (language) => {
  const { t } = renderInWindow(
    <WhyNotPanel
      runId="r"
      profile="1"
      item="7"
      tuning={NEUTRAL_TUNING}
      onWhy={() => undefined}
      onTry={() => undefined}
      onClose={() => undefined}
    />,
    { language, answers: ({ profiles }) => ({ profiles: { whyNot: profiles.whyNot.handler(() => told) } }) },
  );
  expect(await screen.findByText(t('whyNot.reasons.ruled-out', { rank: 2 }))).toBeTruthy();
  for (const text of [
    t('whyNot.outBy', { name: 'No dinos' }),
    t('whyNot.withoutRules', { names: 'No dinos' }),
    t('whyNot.movedUp', { count: 12 }),
    t('whyNot.outcome', { rank: 25, stay: 24, places: 25 }),
  ])
    expect(screen.getByText(text)).toBeTruthy();
  expect(screen.getByRole('link', { name: t('whyNot.openRules') })).toBeTruthy();
});

it('says what a title without viewings stands in for, and what would give it a place', async () => {
  const standIn: StandIn = {
    runId: 'r',
    profile: '1',
    item: '7',
    title: 'Dinos',
    score: 0,
    rank: null,
    suiting: 4,
    after: null,
    parts: [{ kind: 'stand-in', id: '9', title: 'Fossils', likeness: 0.5, watched: false, value: 0, shared: [] }],
    change: { item: '9', title: 'Fossils', rank: 2 },
    underRules: null,
    sentence: { en: '', ko: '' },
  };
  const { t } = renderInWindow(
    <WhyNotPanel
      runId="r"
      profile="1"
      item="7"
      tuning={NEUTRAL_TUNING}
      onWhy={() => undefined}
      onTry={() => undefined}
      onClose={() => undefined}
    />,
    {
      answers: ({ profiles, datasets }) => ({
        profiles: {
          whyNot: profiles.whyNot.handler(() => ({
            ...told,
            reason: 'not-learned',
            rank: null,
            score: null,
            underRules: null,
            standIn,
          })),
        },
        datasets: { list: datasets.list.handler(() => []) },
      }),
    },
  );
  expect(await screen.findByText(t('whyNot.newChange', { title: 'Fossils', rank: 2 }))).toBeTruthy();
  expect(screen.getByText(t('compare.newTitleSuits', { titles: 1, watched: 0, share: '0.0%' }))).toBeTruthy();
  expect(screen.queryByRole('link', { name: t('whyNot.openRules') })).toBeNull();
});
