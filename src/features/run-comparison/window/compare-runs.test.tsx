/** Runs side by side in the window: which one to use, groups by name, and runs of other data scored again. */
import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, expect, it } from 'vitest';
import { forgetWork } from '../../../renderer/stores/activity';
import { useSelection } from '../../../renderer/stores/selection';
import { RunsBeside } from './RunsBeside';
import type { RunComparison, ScoreAgain } from '../contract/run-comparison';
import { exported } from '../../../../tests/support/window/refreshes';
import { newModelText } from '../../../shared/words/new-model-text';
import { createFormat } from '../../../shared/words/format';
import { KNOBS } from '../../../shared/recipe/table';
import { autoencoderRun, popularityRun } from '../../../../tests/support/window/records';
import { renderInWindow, type Rendered } from '../../../../tests/support/window/render-in-window';
import type { Answers } from '../../../../tests/support/window/engine';
import { TRIED_LANGUAGES } from '../../../../tests/support/tried';

const [FIRST, OTHER] = [
  { ...popularityRun(), name: 'popular' },
  { ...autoencoderRun(), name: 'tuned' },
];
// The window keeps scores.
beforeEach(() => forgetWork('again', `${FIRST.runId},${OTHER.runId}`));

const interval = { mean: 0.05, low: 0.02, high: 0.08, profiles: 40, isCertain: true };
const COMPARISON: RunComparison = {
  runs: [FIRST, OTHER],
  comparable: 'yes',
  verdict: { kind: 'quicker', use: FIRST.runId, best: OTHER.runId, level: [FIRST.runId], profiles: 40 },
  recipe: [],
  data: [],
  rules: [{ name: 'approvedRules', values: [null, 'as-made'] }],
  environment: [],
  metrics: [],
  slices: [
    { group: 'sex', label: 'sex F', scores: [0.1, 0.15], differences: [{ runId: OTHER.runId, ...interval }] },
    {
      group: 'sex',
      label: 'sex M',
      scores: [0.2, 0.1],
      differences: [{ runId: OTHER.runId, ...interval, mean: -0.1, low: -0.2, high: -0.05 }],
    },
  ],
};

const shown = (language: 'en' | 'ko', answers: Answers): Rendered =>
  renderInWindow(<RunsBeside runIds={[FIRST.runId, OTHER.runId]} />, { language, answers });

it.each(TRIED_LANGUAGES)('names the groups that gain before those that lose: %s', async (language) => {
  const { t } = shown(language, ({ runs }) => ({
    runs: {
      compare: runs.compare.handler(() => COMPARISON),
    },
  }));
  await screen.findByRole('heading', { name: t('compareRuns.verdict.title') });
  const text = document.body.textContent!;
  const [better, worse] = [
    t('compareRuns.gain', { other: 'tuned', groups: '' }),
    t('compareRuns.lose', { other: 'tuned', groups: '' }),
  ];
  expect(text.indexOf(better)).toBeGreaterThan(-1);
  expect(text.indexOf(worse)).toBeGreaterThan(text.indexOf(better));
  expect(text).toContain(t('compareRuns.asMade'));
});

it("shows a companion's setting for the run that has it, and none that no run reads", async () => {
  const withAls: RunComparison['runs'][number] = {
    ...OTHER,
    recipe: { ...OTHER.recipe, 'mixture.companion': 'als', 'mixture.second': 'none' },
  };
  const { t } = shown('en', ({ runs }) => ({
    runs: {
      compare: runs.compare.handler(() => ({
        ...COMPARISON,
        runs: [FIRST, withAls],
        recipe: [
          { name: 'als.factors', values: [512, 64] },
          { name: 'ease.regularisation', values: [1, 2] },
        ],
      })),
    },
  }));
  await screen.findByRole('heading', { name: t('compareRuns.recipe') });
  const rowOf = (name: string): HTMLElement | null => screen.queryByRole('rowheader', { name })?.closest('tr') ?? null;
  const cells = within(rowOf(KNOBS['als.factors'].label.en)!).getAllByRole('cell');
  expect(cells.map(({ textContent }) => textContent)).toEqual(['–', '64']);
  expect(rowOf(KNOBS['ease.regularisation'].label.en)).toBeNull();
});

it.each(TRIED_LANGUAGES)(
  'says that figures of other data are not comparable, and scores again: %s',
  async (language) => {
    const answer: ScoreAgain = {
      on: OTHER.runId,
      runs: [
        {
          runId: FIRST.runId,
          reason: null,
          titles: 50,
          targets: 90,
          learned: 3,
          unknown: 4,
          places: 22.5,
          asMeasured: false,
          metrics: [{ metric: 'score', before: 0.2, after: 0.25, ...interval }],
        },
      ],
    };
    const { t, user } = shown(language, ({ runs }) => ({
      runs: {
        compare: runs.compare.handler(() => ({
          ...COMPARISON,
          comparable: 'other-data' as const,
          slices: [],
        })),
        scoreAgain: runs.scoreAgain.handler(async function* () {
          yield { phase: 'again', detail: '', done: 0, total: 2 };
          return answer;
        }),
      },
    }));
    expect(await screen.findByText(t('compareRuns.comparable.other-data'))).toBeTruthy();
    await user.click(screen.getByRole('button', { name: t('compareRuns.again.offer') }));
    expect(await screen.findByRole('heading', { name: t('compareRuns.again.title', { on: 'tuned' }) })).toBeTruthy();
    expect(screen.getByText(t('compareRuns.again.leftOutOf', { learned: 3, unknown: 4 }))).toBeTruthy();
    expect(screen.getByText(t('compareRuns.again.lists-model', { name: FIRST.name }))).toBeTruthy();
    expect(document.body.textContent).toContain('0.2500');
    // Which of the two, and no word any more that they cannot be compared.
    expect(document.body.textContent).toContain(t('paired.betterNamed', { name: FIRST.name }));
    expect(screen.queryByText(t('compareRuns.comparable.other-data'))).toBeNull();
  },
);

it.each(['en', 'ko'] as const)(
  'says what a refresh found of the two, where it would say that they cannot be compared: %s',
  async (language) => {
    const compared = {
      ...exported.compared!,
      with: FIRST.runId,
      verdict: 'worse' as const,
      figures: [{ ...exported.compared!.figures[0]!, now: 0.35, mean: -0.05, low: -0.06, high: -0.04 }],
    };
    const kept: object[] = [];
    const { t, user } = shown(language, ({ refresh, runs }) => ({
      runs: {
        compare: runs.compare.handler(() => ({ ...COMPARISON, comparable: 'other-data' as const, slices: [] })),
        list: runs.list.handler(() => [FIRST, OTHER]),
        choose: runs.choose.handler(({ input }) => {
          kept.push(input);
          return FIRST;
        }),
      },
      refresh: {
        list: refresh.list.handler(() => [
          { ...exported, state: 'worse', run: { runId: OTHER.runId, seed: 1, metrics: null }, compared },
        ]),
      },
    }));
    const text = newModelText(compared, FIRST.name, { t, format: createFormat(language) })!;
    expect(text).toContain(FIRST.name);
    await screen.findByText(text);
    expect(screen.queryByText(t('compareRuns.comparable.other-data'))).toBeNull();
    await user.click(screen.getByRole('button', { name: t('refresh.keep', { run: FIRST.name }) }));
    expect(kept).toEqual([{ runId: FIRST.runId, chosen: true }]);
  },
);

it.each(['en', 'ko'] as const)('begins with the run to use, and makes it the one in use: %s', async (language) => {
  const asked: object[] = [];
  const { t, user } = shown(language, ({ runs }) => ({
    runs: {
      // What is compared is measured again after the choice, which takes a while.
      compare: runs.compare.handler(() =>
        asked.length > 0
          ? new Promise<never>(() => undefined)
          : {
              ...COMPARISON,
              runs: [
                { ...FIRST, seconds: 4 },
                { ...OTHER, seconds: 11 },
              ],
            },
      ),
      list: runs.list.handler(() => [
        { ...FIRST, seconds: 4, marks: { ...FIRST.marks, ...(asked.length > 0 && { chosenAt: FIRST.createdAt }) } },
        { ...OTHER, seconds: 11 },
      ]),
      choose: runs.choose.handler(({ input }) => {
        asked.push(input);
        return FIRST;
      }),
    },
  }));
  const format = createFormat(language);
  const sentence = t('compareRuns.verdict.quicker', {
    use: t('compareRuns.verdict.name', { name: 'popular' }),
    best: t('compareRuns.verdict.name', { name: 'tuned' }),
    seconds: format.duration(4),
    bestSeconds: format.duration(11),
  });
  await screen.findByText(sentence);
  const headings = screen.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent);
  expect(headings[0]).toBe(t('compareRuns.verdict.title'));
  expect(headings.at(-1)).toBe(t('compareRuns.rules'));
  await user.click(screen.getByRole('button', { name: t('runs.useNamed', { name: 'popular' }) }));
  expect(asked).toEqual([{ runId: FIRST.runId, chosen: true }]);
  await waitFor(() => expect(useSelection.getState().runId).toBe(FIRST.runId));
  expect(await screen.findByRole('button', { name: t('runs.stopUsing') })).toBeTruthy();
  expect(document.body.textContent).toContain(t('runs.inUseSince', { moment: format.moment(FIRST.createdAt) }));
});

it.each(['en', 'ko'] as const)('says which run to use where two have one name and one moment: %s', async (language) => {
  const runs = [FIRST, OTHER].map((one) => ({ ...one, name: 'alike', createdAt: FIRST.createdAt }));
  const { t } = shown(language, ({ runs: calls }) => ({
    runs: {
      compare: calls.compare.handler(() => ({ ...COMPARISON, runs })),
      list: calls.list.handler(() => runs),
    },
  }));
  const moment = `${createFormat(language).moment(FIRST.createdAt)}, ${FIRST.runId}`;
  const name = t('common.trainedAt', { name: 'alike', moment });
  expect(await screen.findByRole('button', { name: t('runs.useNamed', { name }) })).toBeTruthy();
});

it.each([
  ['en', 'Popularity'],
  ['ko', '인기도'],
] as const)('calls an unnamed run by its model in every table: %s', async (language, name) => {
  shown(language, ({ runs }) => ({
    runs: {
      compare: runs.compare.handler(() => ({
        ...COMPARISON,
        runs: [{ ...FIRST, name: 'popularity, kids, seed 5' }, OTHER],
      })),
    },
  }));
  expect((await screen.findAllByText(name)).length).toBeGreaterThan(1);
  expect(screen.queryByText(/popularity, kids/)).toBeNull();
});
