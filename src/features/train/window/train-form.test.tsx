/**
 * The form of a run: fields come from the recipe table, problems are shown before sending, and it sends what it shows.
 */
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { KnobGroups } from './KnobGroups';
import { Seed } from './Seed';
import { StartPanel } from './StartPanel';
import { useMainActionStore } from '../../../renderer/stores/main-action';
import { chooseDevice, choosePreset, knobsOf, takeSettings, useTrainForm } from '../../../renderer/stores/train-form';
import type { FasterGpu } from '../../../shared/contract/device';
import type { Estimate, Run, StartRun } from '../../../shared/contract/run-life';
import { ShelfwiseError } from '../../../shared/errors';
import { type PresetName, presetRecipe } from '../../../shared/recipe/presets';
import { processorsShare } from '../../../shared/recipe/processors-share';
import { textOf } from '../../../shared/words/sentence';
import { KNOBS } from '../../../shared/recipe/table';
import { openDataset } from '../../../renderer/stores/selection';
import { autoencoderRun, dataset } from '../../../../tests/support/window/records';
import { renderInWindow, type Rendered } from '../../../../tests/support/window/render-in-window';
import { TRIED_LANGUAGES } from '../../../../tests/support/tried';
import { runNameIn } from '../../../shared/words/run-name';

beforeEach(() => {
  openDataset(dataset().fingerprint);
  choosePreset('balanced');
  useTrainForm.setState({ seed: 1, name: '', parent: null });
});

const ESTIMATE: Estimate = {
  seconds: { low: 60, high: 120 },
  memory: 8e9,
  from: 'same',
  runs: 2,
  freeMemory: 2e9,
  fitting: ['quick', 'item-knn'],
};

/** The whole form, and its requests to the engine. */
const renderForm = (language: 'en' | 'ko' = 'en', refusal: ShelfwiseError | null = null) =>
  renderParts(<KnobGroups />, language, refusal);

/** Seed, name and buttons without the many fields of the recipe. */
const renderPanel = (gpu: FasterGpu | null = null, runs: readonly Run[] = [], language: 'en' | 'ko' = 'en') =>
  renderParts(null, language, null, gpu, runs);

function renderParts(
  groups: ReactNode,
  language: 'en' | 'ko' = 'en',
  refusal: ShelfwiseError | null = null,
  gpu: FasterGpu | null = null,
  listed: readonly Run[] = [],
) {
  const started: StartRun[] = [];
  const queued: StartRun[] = [];
  const rendered = renderInWindow(
    <>
      <StartPanel dataset={dataset()} />
      <Seed />
      {groups}
    </>,
    {
      language,
      answers: ({ device, runs, queue }) => ({
        device: { faster: device.faster.handler(() => gpu) },
        runs: {
          list: runs.list.handler(() => [...listed]),
          estimate: runs.estimate.handler(() => ESTIMATE),
          start: runs.start.handler(({ input }) => {
            if (refusal !== null) throw refusal;
            started.push(input);
            return { runId: 'rrt9psbyug' };
          }),
        },
        queue: {
          list: queue.list.handler(() => []),
          add: queue.add.handler(({ input }) => {
            queued.push(input);
            return {
              ...input,
              id: 'q1',
              place: 1,
              datasetName: 'kids',
              addedAt: '2026-11-25T12:00:00Z',
              problem: null,
            };
          }),
        },
      }),
    },
  );
  return { ...rendered, started, queued };
}

const field = (knob: keyof typeof KNOBS): HTMLInputElement => screen.getByLabelText(KNOBS[knob].label.en);

async function fill({ user, t }: Rendered, knob: keyof typeof KNOBS, text: string): Promise<void> {
  const closed = screen.queryByRole('button', { name: t('train.openAll') });
  if (closed !== null) await user.click(closed);
  await user.clear(field(knob));
  await user.paste(text);
}

describe('the fields', () => {
  it('stand in groups that are all closed at first', async () => {
    const { t, user } = renderForm();
    const open = (): HTMLElement[] =>
      screen.queryAllByRole('button', { expanded: true }).filter((button) => button.closest('h3') !== null);
    expect(open()).toEqual([]);
    await user.click(screen.getByRole('button', { name: t('train.openAll') }));
    expect(open().length).toBeGreaterThan(3);
  });

  it.each(TRIED_LANGUAGES)(
    'have name, help and unit in words, in the language %s',
    { tags: ['thorough'] },
    (language) => {
      renderForm(language);
      const shown = document.body.textContent;
      for (const knob of knobsOf(useTrainForm.getState().fields)) {
        expect(shown).toContain(KNOBS[knob].label[language]);
        expect(shown).toContain(KNOBS[knob].help[language]);
      }
      // A unit without a text would show its key, "train.units.titles".
      const values = Array.from(document.querySelectorAll('input'), ({ value }) => value);
      expect([shown, ...values].join('\n')).not.toMatch(/\btrain\.\w/);
    },
  );

  it('offer choices by name, and set their values', { tags: ['thorough', 'rare'] }, async () => {
    const { user, t } = renderForm('ko');
    const products = KNOBS['numeric.products'].label.ko;
    const shown = screen.getByLabelText<HTMLInputElement>(products, { selector: 'input' });
    expect(shown.value).toBe('32비트(float32)');
    await user.click(shown);
    await user.click(await screen.findByText('bfloat16'));
    expect(useTrainForm.getState().fields['numeric.products']).toBe('bfloat16');
    screen.getByText(t('train.presetValue', { value: '32비트(float32)' }));
  });

  it('are those that the model reads', { tags: ['thorough'] }, async () => {
    renderForm();
    expect(screen.queryByLabelText(KNOBS['recent.days'].label.en)).toBeNull();
    choosePreset('recent');
    await screen.findByLabelText(KNOBS['recent.days'].label.en);
    expect(screen.queryByLabelText(KNOBS['noise.dropout'].label.en)).toBeNull();
  });

  it('of a companion model are named after it', { tags: ['thorough', 'rare'] }, () => {
    const { t } = renderForm('ko');
    const label = `${t('common.models.als')}: ${KNOBS['als.factors'].label.ko}`;
    expect(presetRecipe('balanced')['als.factors']).toBe(0);
    // 0 is not an amount here: the field says what it means.
    const factors = screen.getByLabelText<HTMLInputElement>(label);
    expect(factors.value).toBe('0 (작품 수에 따라)');
    fireEvent.change(factors, { target: { value: '64' } });
    expect(factors.value).toBe('64');
  });

  it(
    "show the preset's value where they differ, count the differences, and reset",
    { tags: ['thorough'] },
    async () => {
      const form = renderForm();
      const { user, t } = form;
      const preset = presetRecipe('balanced')['noise.dropout'];
      await fill(form, 'noise.dropout', '0.25');
      await screen.findByText(t('train.presetValue', { value: String(preset) }));
      expect(screen.getAllByText(t('train.differences', { count: 1 }))).toHaveLength(2);
      await user.click(
        screen.getByRole('button', { name: `Dropout noise: ${t('train.reset', { value: String(preset) })}` }),
      );
      expect(field('noise.dropout').value).toBe(String(preset));
      expect(screen.queryByText(t('train.differences', { count: 1 }))).toBeNull();
    },
  );
});

describe('a value out of range', () => {
  it('is reported at its field, and prevents the start until it is valid', { tags: ['thorough'] }, async () => {
    const form = renderForm();
    const { user, t, started } = form;
    await fill(form, 'noise.dropout', '1.5');
    await screen.findByText(t('train.needNumber', { minimum: '0', maximum: '0.99' }));
    screen.getByText(t('train.blocked', { count: 1, first: 'Dropout noise' }));
    expect(screen.queryByRole('button', { name: t('train.queue') })).toBeNull();
    await user.click(screen.getByRole('button', { name: t('train.start') }));
    expect(started).toEqual([]);
    await fill(form, 'noise.dropout', '0.3');
    await user.click(screen.getByRole('button', { name: t('train.start') }));
    await waitFor(() => expect(started).toHaveLength(1));
    expect(started[0]!.recipe).toEqual({ ...presetRecipe('balanced'), 'noise.dropout': 0.3 });
  });

  it('of a seed or a name is reported too', async () => {
    const { user, t } = renderPanel();
    const seed = screen.getByLabelText(t('train.seed'));
    await user.clear(seed);
    await user.paste('5000000000');
    await screen.findByText(t('train.blocked', { count: 1, first: t('train.seed') }));
    useTrainForm.setState({ name: 'x'.repeat(201) });
    await screen.findByText(t('train.nameTooLong'));
    screen.getByText(t('train.blocked', { count: 2, first: t('train.seed') }));
    expect(screen.getByRole('button', { name: t('train.start') }).getAttribute('aria-disabled')).toBe('true');
  });
});

describe('a GPU that was measured to be faster', () => {
  afterEach(() => chooseDevice('cpu'));

  it('is offered, and trains what the form starts once it is chosen', { tags: ['thorough'] }, async () => {
    const { user, t, started } = renderPanel({ name: 'made-up card', times: 12.06 });
    screen.getByText(t('common.exactness.same'));
    await screen.findByText(t('train.fasterGpu', { name: 'made-up card', times: '12.1' }), { exact: false });
    await user.click(screen.getByRole('button', { name: t('train.useGpu') }));
    screen.getByText(t('common.exactness.gpu'));
    expect(screen.queryByRole('button', { name: t('train.useGpu') })).toBeNull();
    await user.click(screen.getByRole('button', { name: t('train.start') }));
    await waitFor(() => expect(started).toMatchObject([{ recipe: { 'numeric.device': 'gpu' } }]));
  });

  it('is not offered for a model that it cannot train, which stays on the processor', async () => {
    chooseDevice('gpu');
    choosePreset('als');
    const { t } = renderPanel({ name: 'made-up card', times: 12 });
    screen.getByText(t('common.exactness.same'));
    await screen.findByText(t('train.estimateFrom.same', { count: 2 }), { exact: false });
    expect(screen.queryByRole('button', { name: t('train.useGpu') })).toBeNull();
  });
});

describe('a run on a GPU', () => {
  afterEach(() => chooseDevice('cpu'));

  it.each(TRIED_LANGUAGES)('says before it starts what the processor does of it: %s', (language) => {
    const share = (preset: PresetName): string =>
      textOf([processorsShare({ ...presetRecipe(preset), 'numeric.device': 'gpu' })!], language);
    renderParts(null, language);
    expect(screen.queryByText(share('balanced'))).toBeNull();
    act(() => chooseDevice('gpu'));
    screen.getByText(share('balanced'));
    act(() => choosePreset('original'));
    screen.getByText(share('original'));
  });
});

describe('a run', () => {
  it('is estimated before it starts, with a warning if memory is short', async () => {
    const { t } = renderPanel();
    const estimate = await screen.findByText(/8 GB|8\.0 GB/);
    expect(estimate.textContent).toContain(t('train.span', { low: '1 min', high: '2 min' }));
    expect(estimate.textContent).toContain(t('train.estimateFrom.same', { count: 2 }));
    expect(estimate.textContent).toContain(t('train.littleMemory', { free: '2.0 GB' }));
    const fitting = `${t('common.presets.quick')}, ${t('common.presets.item-knn')}`;
    expect(estimate.textContent).toContain(t('train.theseFit', { presets: fitting }));
  });

  it('without a name is sent under the name that the field shows', async () => {
    const { user, t, started } = renderPanel();
    const shown = screen.getByLabelText<HTMLInputElement>(t('train.name')).placeholder;
    await user.click(screen.getByRole('button', { name: t('train.start') }));
    await waitFor(() => expect(started).toHaveLength(1));
    expect(started[0]).toMatchObject({ data: dataset().fingerprint, seed: 1 });
    expect(runNameIn(started[0]!.name!, t, 'en')).toBe(shown);
    expect(shown).toContain(t('common.presets.balanced'));
  });

  it('that was trained already is named, until the seed is another one', async () => {
    const run = autoencoderRun();
    const { user, t } = renderPanel(null, [run]);
    act(() => takeSettings(run));
    const told = await screen.findByText(new RegExp(t('train.alreadyTrained')));
    expect(within(told).getByRole('link').getAttribute('href')).toBe(`/runs/${run.runId}`);
    const use = screen.getByRole('button', { name: t('train.useTrained') });
    const start = (): HTMLElement => screen.getByRole('button', { name: t('train.start') });
    expect([use, start()].map((button) => button.getAttribute('data-variant'))).toEqual([null, 'default']);
    expect(useMainActionStore.getState().action?.label).toBe(use.textContent);
    await user.type(screen.getByLabelText(t('train.seed')), '7');
    expect(screen.queryByText(new RegExp(t('train.alreadyTrained')))).toBe(null);
    expect(start().getAttribute('data-variant')).toBe(null);
    expect(useMainActionStore.getState().action?.label).toBe(start().textContent);
  });

  it.each(['en', 'ko'] as const)('names a trial as its parent by the settings that it tried: %s', async (language) => {
    const { t } = renderPanel(null, [], language);
    act(() => takeSettings({ ...autoencoderRun(), name: 'noise.dropout=0.5' }));
    const name = `${KNOBS['noise.dropout'].label[language]} 0.5`;
    expect(await screen.findByText(t('train.parent', { name }))).toBeTruthy();
  });

  it('is queued as it would be started', async () => {
    const { user, t, started, queued } = renderPanel();
    await user.click(screen.getByLabelText(t('train.name')));
    await user.paste('for tonight');
    await user.click(screen.getByRole('button', { name: t('train.queue') }));
    await waitFor(() => expect(queued).toHaveLength(1));
    expect(queued[0]).toMatchObject({ name: 'for tonight', recipe: presetRecipe('balanced') });
    expect(started).toEqual([]);
  });

  it('with the settings of another names it as its parent, until that is removed', { tags: ['thorough'] }, async () => {
    const { user, t, started } = renderPanel();
    takeSettings(autoencoderRun());
    const badge = await screen.findByText(t('train.parent', { name: 'quick' }));
    await user.click(screen.getByRole('button', { name: t('train.start') }));
    await waitFor(() => expect(started).toHaveLength(1));
    expect(started[0]!.parent).toBe(autoencoderRun().runId);
    expect(badge.isConnected).toBe(false);
    takeSettings(autoencoderRun());
    const again = await screen.findByText(t('train.parent', { name: 'quick' }));
    await user.click(within(again.parentElement!).getByRole('button', { name: t('common.cancel') }));
    await user.click(screen.getByRole('button', { name: t('train.start') }));
    await waitFor(() => expect(started).toHaveLength(2));
    expect(started[1]!.parent).toBeUndefined();
  });

  it('that is refused says why, and the form keeps its content', { tags: ['thorough', 'rare'] }, async () => {
    const form = renderForm('en', new ShelfwiseError('no-space', 'There is no space left on the disk.'));
    const { user, t } = form;
    await fill(form, 'noise.dropout', '0.25');
    await user.click(screen.getByRole('button', { name: t('train.start') }));
    await screen.findByText(t('train.startFailed'));
    screen.getByText('There is no space left on the disk.');
    expect(field('noise.dropout').value).toBe('0.25');
  });
});
