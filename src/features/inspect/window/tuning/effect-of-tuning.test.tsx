/** The effect of a tuning in its panel: measured on request, again on each change, as a sentence and figures. */
import { screen, waitFor } from '@testing-library/react';
import { type ReactNode } from 'react';
import { beforeEach, expect, it } from 'vitest';
import { useTuningEffect } from './use-tuning-effect';
import { EffectOfTuning } from './EffectOfTuning';
import { changeTuning, openTuning, resetTuning, useTuning } from './tuning-store';
import { NEUTRAL_TUNING } from '../../../../shared/contract/tuning';
import type { TuningEffect } from '../../contract/tuning-effect';
import { autoencoderRun } from '../../../../../tests/support/window/records';
import { renderInWindow } from '../../../../../tests/support/window/render-in-window';

const figure = (before: number, mean: number, isCertain = true) => ({
  before,
  after: before + mean,
  mean,
  low: mean - 0.006,
  high: mean + 0.006,
  profiles: 310,
  isCertain,
});
const effect: TuningEffect = {
  runId: autoencoderRun().runId,
  group: {
    profiles: 602,
    changed: 310,
    tested: 40,
    holdOut: { score: figure(0.412, -0.014), recall: figure(0.4, -0.01), ndcg: figure(0.45, -0.02) },
  },
  all: {
    profiles: 8311,
    changed: 4000,
    tested: 500,
    holdOut: { score: figure(0.3, 0.002, false), recall: figure(0.3, 0), ndcg: figure(0.3, 0.004, false) },
  },
  left: ['added'],
  noHoldOut: null,
  seconds: 3,
};

const run = autoencoderRun();
const group = { filter: { attributes: { age: ['4'] } }, name: 'For age 4' };
const Panel = (): ReactNode => {
  const tuning = useTuning((now) => now.tuning);
  return <EffectOfTuning tuning={tuning} group={group} measured={useTuningEffect(run.runId, tuning, group.filter)} />;
};

function renderEffect(answer: TuningEffect = effect) {
  const asked: { condition: number; filter: unknown; signal: AbortSignal | undefined }[] = [];
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  openTuning(run.runId, '3');
  const rendered = renderInWindow(<Panel />, {
    answers: (engine) => ({
      tuning: {
        effect: engine.tuning.effect.handler(async function* ({ input, signal }) {
          asked.push({ condition: input.tuning.condition, filter: input.filter, signal });
          yield { phase: 'tuning', detail: '', done: 1, total: 4 };
          if (input.tuning.condition === 0.5) await held;
          return answer;
        }),
      },
    }),
  });
  return { ...rendered, asked, release };
}

beforeEach(resetTuning);

it('says the effect on profiles like the open one and on all, and the figures behind it', async () => {
  const { user, t, asked } = renderEffect();
  screen.getByText(t('tuningEffect.measuredOn', { group: 'For age 4' }));
  useTuning.setState({ tuning: { ...NEUTRAL_TUNING, condition: 1.5, added: ['7101'] } });
  await user.click(await screen.findByRole('button', { name: t('tuningEffect.measure') }));
  await screen.findByText(
    'For age 4: surely worse: 0.4120 → 0.3980 (−0.0140; 95% interval −0.0200 to −0.0080), 310 of 602 lists change.',
    {},
    { timeout: 5000 },
  );
  screen.getByText(/For all children: about the same: 0\.3000 → 0\.3020 \(\+0\.0020;.*4,000 of 8,311 lists change\./);
  screen.getByText(t('tuningEffect.left', { what: t('compare.parts.added') }));
  expect(asked).toMatchObject([{ condition: 1.5, filter: group.filter }]);
  await user.click(screen.getByRole('button', { name: t('tuningEffect.figures') }));
  expect(screen.getAllByRole('row', { name: /^NDCG@25 0\.4500 0\.4300 −0\.0200$/ })).toHaveLength(1);
});

it('stops when the tuning changes, and measures the new one', async () => {
  const { user, t, asked, release } = renderEffect();
  changeTuning({ condition: 0.5 });
  await user.click(await screen.findByRole('button', { name: t('tuningEffect.measure') }));
  await screen.findByText(t('tuningEffect.running', { share: '25%' }), {}, { timeout: 5000 });
  changeTuning({ condition: 0.7 });
  await screen.findByText(t('tuningEffect.waiting'));
  await screen.findByText(/310 of 602 lists change/, {}, { timeout: 5000 });
  release();
  expect(asked.map(({ condition }) => condition)).toEqual([0.5, 0.7]);
  expect(asked[0]!.signal!.aborted).toBe(true);
  // Back at neutral there is nothing to show.
  resetTuning();
  await waitFor(() => expect(screen.queryByText(/310 of 602/)).toBeNull());
});

it('says why there is nothing to measure, and what cannot be measured without the tested model', async () => {
  const { user, t } = renderEffect({
    ...effect,
    noHoldOut: 'not-kept',
    left: [],
    group: { ...effect.group!, tested: 0, holdOut: null },
    all: { ...effect.all, tested: 0, holdOut: null },
  });
  const button = screen.getByRole('button', { name: t('tuningEffect.measure') });
  expect(button.getAttribute('aria-disabled')).toBe('true');
  useTuning.setState({ tuning: { ...NEUTRAL_TUNING, removed: ['7101'] } });
  await screen.findByText(t('tuningEffect.onlyProfile'));
  changeTuning({ condition: 0 });
  await user.click(screen.getByRole('button', { name: t('tuningEffect.measure') }));
  await screen.findByText(t('tuningEffect.noHoldOut.not-kept'), {}, { timeout: 5000 });
  screen.getByText('For age 4: 310 of 602 lists change.');
  expect(screen.queryByRole('button', { name: t('tuningEffect.figures') })).toBeNull();
});
