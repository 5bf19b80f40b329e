/** The screen of sweeps: the form sends what it shows, and results are shown, selected and used. */
import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { SweepAtDataset } from './SweepAtDataset';
import { ranked } from './ranked';
import { useActivity } from '../../../renderer/stores/activity';
import { openSweep, useSweepForm } from './sweep-form';
import { choosePreset, useTrainForm } from '../../../renderer/stores/train-form';
import type { KeptSweep, Sweep, SweepRequest, SweepTrial } from '../contract/sweep';
import type { Metrics } from '../../../shared/contract/run';
import type { Estimate, Run } from '../../../shared/contract/run-life';
import type { RepeatedSeeds, SeedsRequest } from '../contract/seeds';
import { ShelfwiseError } from '../../../shared/errors';
import { presetRecipe } from '../../../shared/recipe/presets';
import { KNOBS } from '../../../shared/recipe/table';
import { openDataset } from '../../../renderer/stores/selection';
import { autoencoderRun, dataset } from '../../../../tests/support/window/records';
import { renderInWindow } from '../../../../tests/support/window/render-in-window';
import { TRIED_LANGUAGES } from '../../../../tests/support/tried';

const FRESH = useSweepForm.getState();
beforeEach(() => {
  openDataset(dataset().fingerprint);
  useSweepForm.setState(FRESH);
  useActivity.setState({ works: {} });
  choosePreset('quick');
});

const { fingerprint, name } = dataset();
const ESTIMATE: Estimate = {
  seconds: { low: 60, high: 120 },
  memory: 8e9,
  from: 'none',
  runs: 0,
  freeMemory: 2e9,
  fitting: [],
};
const METRICS = autoencoderRun().metrics!;
const metrics = (score: number): Metrics => ({ ...METRICS, score });
const trial = (runId: string, dropout: number, score: number | null): SweepTrial => ({
  runId,
  settings: { 'noise.dropout': dropout },
  validation: score === null ? null : metrics(score),
  state: score === null ? 'waiting' : 'done',
  epochs: null,
  problem: null,
});
const REQUEST: SweepRequest = {
  data: fingerprint,
  recipe: presetRecipe('quick'),
  knobs: { 'noise.dropout': [0.2, 0.4, 0.6] },
  method: 'grid',
  seed: 1,
  budget: 3,
};
const KEPT: KeptSweep = { ...REQUEST, sweepId: 's1', datasetName: name, startedAt: '2026-11-26T20:00:00Z' };
const TRIALS = [trial('r1', 0.2, 0.31), trial('r2', 0.4, 0.35), trial('r3', 0.6, null)];
const PART: Sweep = {
  sweepId: 's1',
  dataset: { fingerprint, name },
  method: 'grid',
  seed: 1,
  trials: TRIALS,
  best: { ...TRIALS[1]!, metrics: null, weightsSha256: null, listsSha256: null },
  ended: 'stopped',
};
const WHOLE: Sweep = {
  ...PART,
  trials: [TRIALS[0]!, TRIALS[1]!, trial('r3', 0.6, 0.28)],
  best: { ...TRIALS[1]!, metrics: metrics(0.2987), weightsSha256: 'ab', listsSha256: 'cd' },
  ended: 'done',
};

const spread = (mean: number, deviation: number) => ({ mean, deviation });
const SEEDS: RepeatedSeeds = {
  dataset: { fingerprint, name },
  runs: ['r2', 'r5', 'r6'].map((runId, place) => ({
    runId,
    seed: place + 1,
    metrics: METRICS,
    weightsSha256: 'ab',
    listsSha256: 'cd',
  })),
  metrics: { recall: spread(0.3, 0.01), ndcg: spread(0.3, 0.01), score: spread(0.301, 0.004) },
  lists: { places: 25, shared: { mean: 19.5, fewest: 8, most: 25 }, profiles: [] },
};

function renderSweeps({
  language = 'en',
  refusal = null,
  status = 'finished',
}: { language?: 'en' | 'ko'; refusal?: ShelfwiseError | null; status?: Run['status'] } = {}) {
  const asked: SweepRequest[] = [];
  const chosen: { runId: string; chosen: boolean }[] = [];
  const runOf = (runId: string): Run => {
    const run = { ...autoencoderRun(), runId, status };
    const isChosen = chosen.at(-1)?.chosen === true && chosen.at(-1)?.runId === runId;
    return isChosen ? { ...run, marks: { ...run.marks, chosenAt: '2026-11-25T15:00:00.000Z' } } : run;
  };
  const repeated: SeedsRequest[] = [];
  let kept: KeptSweep[] = [];
  let come = PART;
  const rendered = renderInWindow(<SweepAtDataset dataset={dataset()} />, {
    language,
    answers: ({ runs, units, refresh }) => ({
      runs: {
        estimate: runs.estimate.handler(() => ESTIMATE),
        get: runs.get.handler(({ input }) => runOf(input.runId)),
        list: runs.list.handler(() => TRIALS.map(({ runId }) => runOf(runId))),
        choose: runs.choose.handler(({ input }) => {
          chosen.push(input);
          return runOf(input.runId);
        }),
      },
      refresh: { base: refresh.base.handler(() => null) },
      units: {
        sweeps: units.sweeps.handler(() => kept),
        trials: units.trials.handler(() => come),
        sweep: units.sweep.handler(async function* ({ input }) {
          asked.push(input);
          if (refusal !== null) throw refusal;
          kept = [KEPT];
          yield { sweepId: 's1', trials: TRIALS, fraction: 0.7 };
          come = WHOLE;
          return WHOLE;
        }),
        seeds: units.seeds.handler(async function* ({ input }) {
          repeated.push(input);
          yield { phase: 'unit', detail: '1/3', done: 1, total: 3 };
          return SEEDS;
        }),
      },
    }),
  });
  return {
    ...rendered,
    asked,
    repeated,
    chosen,
    have: (...sweeps: KeptSweep[]) => {
      kept = sweeps;
      openSweep(sweeps[0]!);
    },
  };
}

describe('the form', () => {
  it.each(TRIED_LANGUAGES)('says in %s what is missing, and sends what it shows', async (language) => {
    const { user, t, asked } = renderSweeps({ language });
    const start = screen.getByRole('button', { name: t('sweep.start') });
    screen.getByText(t('sweep.noKnobs'));
    await user.click(start);
    expect(asked).toEqual([]);
    const picker = screen.getByLabelText<HTMLInputElement>(t('sweep.addKnob'), { selector: 'input' });
    await user.click(picker);
    const label = KNOBS['noise.dropout'].label[language];
    await user.type(picker, label.slice(0, 4));
    await user.click(await screen.findByText(label));
    await waitFor(() => expect(picker.value).toBe(''));
    const values = await screen.findByRole('textbox', { name: label });
    screen.getByText(KNOBS['noise.dropout'].help[language], { exact: false });
    await user.clear(values);
    await user.paste('0.2, 1.5');
    await screen.findByText(t('train.needNumber', { minimum: '0', maximum: '0.99' }));
    screen.getByText(t('sweep.blocked', { count: 1 }));
    await user.clear(values);
    await user.paste('0.2, 0.4, 0.6');
    await user.click(screen.getByRole('radio', { name: new RegExp(`^${t('sweep.methods.grid')}`) }));
    await user.clear(screen.getByLabelText(t('sweep.budget')));
    await user.paste('3');
    await user.click(start);
    await waitFor(() => expect(asked).toEqual([REQUEST]));
  });

  it('says why a sweep was refused, and keeps its content', async () => {
    const { user, t, asked, have } = renderSweeps({ refusal: new ShelfwiseError('no-space', 'The disk is full.') });
    have(KEPT);
    await user.click(screen.getByRole('button', { name: t('sweep.start') }));
    await screen.findByText('The disk is full.');
    expect(asked).toEqual([REQUEST]);
    expect(screen.getByLabelText<HTMLInputElement>(KNOBS['noise.dropout'].label.en).value).toBe('0.2, 0.4, 0.6');
  });
});

describe('a stored sweep', () => {
  it(
    'continues with its request, and shows the hold-out score of its winner',
    { tags: ['thorough', 'rare'] },
    async () => {
      const { user, t, asked, repeated, have } = renderSweeps();
      have(KEPT);
      await screen.findByText(t('sweep.isStopped', { done: 2, count: 3 }));
      screen.getByText(t('sweep.testWaiting'));
      expect(screen.getByText(t('sweep.seedsWait'))).toBeTruthy();
      await user.click(screen.getByRole('button', { name: t('sweep.goOn') }));
      await screen.findByText(t('sweep.isWhole', { count: 3 }));
      expect(asked).toEqual([REQUEST]);
      await screen.findByText('0.2987');
      screen.getByText(t('sweep.luck'));
      expect(screen.queryByText(t('sweep.seedsWait'))).toBeNull();

      await user.clear(screen.getByLabelText(t('sweep.seedsCount')));
      await user.paste('3');
      await user.click(screen.getByRole('button', { name: t('sweep.seedsStart', { count: 3 }) }));
      await screen.findByText(t('sweep.seedsMeanValue', { mean: '0.3010', deviation: '0.0040' }));
      screen.getByText(t('sweep.seedsSharedValue', { mean: '19.5', fewest: 8, most: 25 }));
      const recipe = { ...REQUEST.recipe, 'noise.dropout': 0.4 };
      expect(repeated).toEqual([{ data: fingerprint, recipe, seed: 1, seeds: 3 }]);
    },
  );

  it.each(['en', 'ko'] as const)('offers first to use the run of its best trial: %s', async (language) => {
    const { user, t, chosen, have } = renderSweeps({ language });
    have(KEPT);
    const use = await screen.findByRole('button', { name: t('runs.use') });
    const fill = screen.getByRole('button', { name: t('sweep.fillForm') });
    expect([use, fill].map((button) => button.getAttribute('data-variant'))).toEqual(['filled', 'default']);
    await user.click(use);
    await screen.findByRole('button', { name: t('runs.stopUsing') });
    const since = t('runs.inUseHelp.chosen', { moment: '' });
    expect(screen.getAllByRole('status').some(({ textContent }) => textContent.includes(since))).toBe(true);
    await user.click(screen.getByRole('button', { name: t('runs.stopUsing') }));
    await screen.findByRole('button', { name: t('runs.use') });
    expect(chosen).toEqual([
      { runId: 'r2', chosen: true },
      { runId: 'r2', chosen: false },
    ]);
  });

  it.each(TRIED_LANGUAGES)('tells the score of a whole trial from that of its network: %s', async (language) => {
    const { t, have } = renderSweeps({ language });
    have(KEPT);
    expect(await screen.findByText(t('sweep.validationWhole'))).toBeTruthy();
    expect(screen.getByText(t('sweep.validationHelp'))).toBeTruthy();
    expect(screen.queryByText(t('train.validation'))).toBeNull();
  });

  it('does not offer to use the run of a trial without lists', async () => {
    const { t, have } = renderSweeps({ status: 'stopped' });
    have(KEPT);
    const fill = await screen.findByRole('button', { name: t('sweep.fillForm') });
    await waitFor(() => expect(fill.getAttribute('aria-disabled')).toBe(null));
    expect(fill.getAttribute('data-variant')).toBe('filled');
    expect(screen.queryByRole('button', { name: t('runs.use') })).toBeNull();
  });

  it('copies its best settings into the form of Train', { tags: ['thorough'] }, async () => {
    const { user, t, place, have } = renderSweeps();
    have(KEPT);
    const use = await screen.findByRole('button', { name: t('sweep.fillForm') });
    await waitFor(() => expect(use.getAttribute('aria-disabled')).toBe(null));
    await user.click(use);
    expect(place()).toBe('/train');
    expect(useTrainForm.getState().parent).toMatchObject({ runId: 'r2' });
  });

  it('has a table of its trials, the best first, with the way to the model of each', async () => {
    const { t, have } = renderSweeps();
    have(KEPT);
    const table = within(await screen.findByRole('table', { name: t('sweep.grid') }));
    const rows = table.getAllByRole('row').map(({ textContent }) => textContent);
    expect(rows.slice(1)).toEqual(['No. 10.3500done0.4', 'No. 20.3100done0.2', 'No. 3–waiting0.6']);
    expect(table.getAllByRole('link').map((link) => link.getAttribute('href'))).toEqual(['/runs/r2', '/runs/r1']);
  });
});

it('trials stand by score among those that trained equally long, without a score last', () => {
  const early: SweepTrial = { ...trial('r4', 0.5, 0.4), state: 'let-go', epochs: 3 };
  expect(ranked([...TRIALS, early]).map(({ runId }) => runId)).toEqual(['r2', 'r1', 'r4', 'r3']);
});
