/** Why a title is not in a list: a rule that keeps it out is named, and what of the rules would bring it in. */
import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { WhyNotPanel } from '../../src/renderer/screens/compare/WhyNotPanel';
import { NEUTRAL_TUNING, type WhyNot } from '../../src/shared/contract';
import { renderInWindow } from './support/render-in-window';

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
  seconds: 0.1,
};

it.each(['en', 'ko'] as const)('names the rule and the smallest changes of the rules: %s', async (language) => {
  const { t } = renderInWindow(
    <WhyNotPanel
      runId="r"
      profile="1"
      item="7"
      tuning={NEUTRAL_TUNING}
      onWhy={() => undefined}
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
