/** The tuning of an open profile: what sliders change, what a run cannot apply and why, and saved tunings. */
import { act, screen, waitFor, within } from '@testing-library/react';
import type { ReactNode } from 'react';
import { beforeEach, expect, it } from 'vitest';
import { TuningPanel } from './TuningPanel';
import { useAdvanced } from './advanced';
import { changeTuning, openTuning, resetTuning, useTuning } from './tuning-store';
import { useTuningEffect } from './use-tuning-effect';
import { useTrainForm } from '../../../../renderer/stores/train-form';
import { NEUTRAL_TUNING, type Tuning } from '../../../../shared/contract/tuning';
import type { KeptTuning } from '../../../../shared/contract/kept';
import type { Run } from '../../../../shared/contract/run-life';
import { autoencoderRun, popularityRun } from '../../../../../tests/support/window/records';
import { renderInWindow } from '../../../../../tests/support/window/render-in-window';

const louder: KeptTuning = {
  id: 'k1',
  name: 'louder',
  revision: 3,
  changedAt: '2026-11-25T12:00:00Z',
  runId: 'another-run',
  tuning: { ...NEUTRAL_TUNING, condition: 1.5, directions: [{ direction: 0, amount: 2 }] },
};

const tuning = (): Tuning => useTuning.getState().tuning;
const group = { filter: { attributes: { age: ['4'] } }, name: 'For age 4' };
const Panel = ({ run }: { run: Run }): ReactNode => {
  const now = useTuning((state) => state.tuning);
  return (
    <TuningPanel
      run={run}
      tuning={now}
      group={group}
      effect={useTuningEffect(run.runId, now, group.filter)}
      onClose={() => undefined}
    />
  );
};

function renderPanel(run: Run = autoencoderRun()) {
  const kept: object[] = [];
  openTuning(run.runId, '3');
  const rendered = renderInWindow(<Panel run={run} />, {
    answers: (engine) => ({
      tuning: {
        list: engine.tuning.list.handler(() => [louder, ...kept.map(() => ({ ...louder, id: 'k2', name: 'half' }))]),
        directions: engine.tuning.directions.handler(() => []),
        keep: engine.tuning.keep.handler(({ input }) => {
          kept.push(input);
          return { ...louder, ...input, id: 'k2', revision: 1 };
        }),
      },
    }),
  });
  return { ...rendered, kept };
}

beforeEach(() => {
  resetTuning();
  useAdvanced.setState(useAdvanced.getInitialState());
});

it('has few sliders open, and remembers whether the others are', async () => {
  const { user, t } = renderPanel();
  await screen.findByRole('slider', { name: t('compare.hiddenShare') });
  const fold = screen.getByText(t('compare.advanced')).closest('details')!;
  const others = within(fold);
  expect(others.queryByRole('slider', { name: t('compare.neighbourShare') })).toBeNull();
  expect(others.getByText(t('compare.watchedMode'))).toBeTruthy();
  expect(fold.open).toBe(false);
  await user.click(screen.getByText(t('compare.advanced')));
  await waitFor(() => expect(useAdvanced.getState().isOpen).toBe(true));
});

it('shows what a tuning asks for, folded or not', async () => {
  const { t } = renderPanel();
  act(() => changeTuning({ watched: 'include' }));
  await waitFor(() => expect(screen.getByText(t('compare.advanced')).closest('details')!.open).toBe(true));
});

it('moves a slider by keyboard, announces its value, and resets everything', async () => {
  const { user, t } = renderPanel();
  const share = screen.getByRole('slider', { name: t('compare.hiddenShare') });
  share.focus();
  await user.keyboard('{ArrowRight}{ArrowRight}');
  expect(tuning()).toEqual({ ...NEUTRAL_TUNING, hidden: 0.1 });
  expect(share.getAttribute('aria-valuetext')).toBe('10%');
  await user.click(screen.getByRole('button', { name: t('compare.reset') }));
  expect(tuning()).toEqual(NEUTRAL_TUNING);
  expect(share.getAttribute('aria-valuetext')).toBe('0%');
});

it('says why Reset and the next mask are disabled, and does nothing', async () => {
  const { user, t } = renderPanel();
  for (const [name, why] of [
    ['compare.reset', 'compare.resetWhy'],
    ['compare.nextMask', 'compare.nextMaskWhy'],
  ] as const) {
    const button = screen.getByRole('button', { name: (found) => found.startsWith(t(name)) });
    expect(button.getAttribute('aria-disabled')).toBe('true');
    expect(document.getElementById(button.getAttribute('aria-describedby')!)!.textContent).toBe(t(why));
    await user.click(button);
  }
  expect(tuning()).toEqual(NEUTRAL_TUNING);
});

it('shows another mask once something is hidden', async () => {
  const { user, t } = renderPanel();
  useTuning.setState({ tuning: { ...NEUTRAL_TUNING, hidden: 0.5 } });
  await screen.findByText(t('compare.mask', { mask: 0 }));
  await user.click(screen.getByRole('button', { name: (name) => name.startsWith(t('compare.nextMask')) }));
  expect(tuning()).toMatchObject({ hidden: 0.5, mask: 1 });
  await screen.findByText(t('compare.mask', { mask: 1 }));
});

it('requests watched titles as in the recipe by default', async () => {
  const { user, t } = renderPanel();
  await user.click(screen.getByRole('radio', { name: t('compare.watchedInclude') }));
  expect(tuning().watched).toBe('include');
  await user.click(screen.getByRole('radio', { name: t('compare.watchedDefault') }));
  expect(tuning().watched).toBeUndefined();
});

it('offers a baseline only what it can apply, and says so', () => {
  const { t } = renderPanel(popularityRun());
  screen.getByText(t('compare.notForModel', { model: t('common.models.popularity') }));
  for (const label of ['compare.condition', 'compare.neighbourShare'] as const)
    expect(screen.queryByRole('slider', { name: t(label) })).toBeNull();
  expect(screen.queryByText(t('compare.directions'))).toBeNull();
  screen.getByRole('slider', { name: t('compare.hiddenShare') });
});

it('offers a run without attributes everything except their strength', () => {
  const run = autoencoderRun();
  const { t } = renderPanel({ ...run, recipe: { ...run.recipe, 'structure.condition': 'none' } });
  screen.getByText(t('compare.notForCondition'));
  expect(screen.queryByRole('slider', { name: t('compare.condition') })).toBeNull();
  screen.getByRole('slider', { name: t('compare.neighbourShare') });
});

it('applies a saved tuning to this run, and says what belongs to another', async () => {
  const { user, t } = renderPanel();
  await user.click(screen.getByRole('combobox', { name: t('compare.kept') }));
  await user.click(await screen.findByRole('option', { name: 'louder' }));
  expect(tuning()).toEqual({ ...NEUTRAL_TUNING, condition: 1.5 });
  await screen.findByText(t('compare.keptLeft', { what: t('compare.parts.directions') }));
});

it('saves the tuning under a name, and nothing under a blank one', async () => {
  const { user, t, kept } = renderPanel();
  useTuning.setState({ tuning: { ...NEUTRAL_TUNING, hidden: 0.5 } });
  await screen.findByPlaceholderText(t('compare.keptPlaceholder'));
  await user.click(screen.getByRole('button', { name: t('compare.keepAs') }));
  const name = await screen.findByLabelText(t('compare.keptName'));
  await user.type(name, '   {Enter}');
  expect(kept).toEqual([]);
  await user.type(name, 'half{Enter}');
  await waitFor(() => expect(kept).toHaveLength(1));
  expect(kept[0]).toMatchObject({ name: 'half', runId: autoencoderRun().runId, tuning: { hidden: 0.5 } });
  await waitFor(() => expect(useTuning.getState().keptId).toBe('k2'));
  // The keyboard goes on where it was.
  await waitFor(() => expect(document.activeElement?.textContent).toBe(t('compare.keepAs')));
});

it('copies what concerns all profiles into the form of a new run, and says what it leaves out', async () => {
  const { user, t, place } = renderPanel();
  const intoRun = screen.getByRole('button', { name: t('compare.intoRun') });
  expect(intoRun.getAttribute('aria-disabled')).toBe('true');
  useTuning.setState({
    tuning: { ...NEUTRAL_TUNING, hidden: 0.5, mask: 2, condition: 1.5, removed: ['7101'] },
  });
  await screen.findByText((text) => text.includes(t('compare.intoRunNotTaken', { what: t('compare.parts.removed') })));
  await user.click(intoRun);
  expect(place()).toBe('/train');
  expect(useTrainForm.getState().fields).toMatchObject({
    'scoring.condition': 1.5,
    'scoring.hidden': 0.5,
    'scoring.mask': 2,
  });
  expect(useTrainForm.getState().parent?.runId).toBe(autoencoderRun().runId);
});
