/** The charts of the screens for the engine's figures, in both languages: sentence, marks and table. */
import { screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { ActivitySection } from '../../src/features/data-folder/window/ActivitySection';
import { CompletionChart } from '../../src/features/titles/window/CompletionChart';
import { ListFigures } from '../../src/features/quality/window/ListFigures';
import { StabilitySection } from '../../src/features/inspect/window/stability/StabilitySection';
import type { NoiseScores } from '../../src/shared/contract/stability';
import { ShelfwiseError } from '../../src/shared/errors';
import { say, textOf } from '../../src/shared/words/sentence';
import { keptLabels } from '../support/window/kept-rows';
import { autoencoderRun, dataset } from '../support/window/records';
import { renderInWindow, type Rendered } from '../support/window/render-in-window';

/** The sentence of the chart with this title, and the chart. */
async function pictureOf(title: string): Promise<{ sentence: string; picture: HTMLElement; figure: HTMLElement }> {
  const figure = await screen.findByRole('figure', { name: title });
  const picture = await within(figure).findByRole('img');
  return { figure, picture, sentence: document.getElementById(picture.getAttribute('aria-labelledby')!)!.textContent };
}

/** The cells of its table's rows. */
async function tableOf(figure: HTMLElement, { user, t }: Rendered): Promise<string[][]> {
  await user.click(within(figure).getByRole('button', { name: t('charts.showTable') }));
  return Array.from(figure.querySelectorAll('tbody tr'), (row) => Array.from(row.children, (cell) => cell.textContent));
}

const marks = (picture: HTMLElement, name: string): number =>
  picture.querySelectorAll(`[aria-label="${name}"] > *`).length;

it.each([
  ['en', '12 viewings in 2 weeks, most in the week from Mar 9 (7); 3 rows of that time were rejected.', 'Mar 2, 2026'],
  [
    'ko',
    '2주 동안 12회 시청했고 3월 9일부터 한 주에 가장 많았으며(7회), 이 기간의 3행은 제외되었습니다.',
    '2026. 3. 2.',
  ],
] as const)('weekly viewings, with rejected rows: %s', async (language, expected, firstDay) => {
  const activity = {
    bucket: 'week' as const,
    buckets: [
      { from: '2026-03-02', viewings: 5, rejected: 0 },
      { from: '2026-03-09', viewings: 7, rejected: 3 },
    ],
    rejectedElsewhere: 1,
  };
  const rendered = renderInWindow(<ActivitySection dataset={dataset()} />, {
    language,
    answers: ({ datasets }) => ({ datasets: { activity: datasets.activity.handler(() => activity) } }),
  });
  const { t } = rendered;
  const { figure, picture, sentence } = await pictureOf(t('charts.activity.title.week'));
  expect(sentence).toBe(expected);
  expect(marks(picture, 'bar')).toBe(3);
  expect(screen.getByText(t('charts.activity.elsewhere', { count: 1 }))).toBeTruthy();
  expect((await tableOf(figure, rendered))[0]).toEqual([firstDay, '5', '0']);
});

const FIGURES = {
  hits: {
    lists: 8,
    targets: 20,
    ranks: Array.from({ length: 25 }, (_, place) => ({ rank: place + 1, hits: place < 4 ? 2 : 0 })),
  },
  shares: {
    attribute: 'genre',
    bands: [
      {
        from: null,
        to: null,
        profiles: 8,
        groups: [
          { value: 'songs', isRest: false, watched: 0.6, recommended: 0.3 },
          { value: 'stories', isRest: false, watched: 0.3, recommended: 0.6 },
          { value: null, isRest: true, watched: 0.08, recommended: 0 },
          { value: null, isRest: false, watched: 0.02, recommended: 0.1 },
        ],
      },
      {
        from: 3,
        to: 5,
        profiles: 4,
        groups: [{ value: 'songs', isRest: false, watched: 1, recommended: 1 }],
      },
    ],
  },
  tail: [
    { from: 1, to: 30, watched: 0.9, recommended: 0.75 },
    { from: 31, to: 60, watched: 0.1, recommended: 0.25 },
  ],
  diversity: {
    groups: {
      mean: 2.5,
      bins: [
        { from: 2, to: 2, lists: 4 },
        { from: 3, to: 3, lists: 4 },
      ],
    },
    rarer: {
      mean: 0.25,
      bins: [
        { from: 0.2, to: 0.3, lists: 1 },
        { from: 0.3, to: 0.4, lists: 7 },
      ],
    },
  },
};

it.each([
  [
    'en',
    [
      'Lists of 8 children have more of “stories” (60.0%, watched 30.0%) and less of “songs” (30.0%, watched 60.0%).',
      'The more popular half (30 titles) makes up 90.0% of what is watched and 75.0% of what is recommended.',
      'On average a list of 25 has 2.5 different values of genre.',
      'On average 25% of a list is from the rarer half of the titles.',
      'Test lists found 8 of 20 held-out titles, 8 of them in the first 5 places.',
    ],
  ],
  [
    'ko',
    [
      '아이 8명의 목록에서 시청보다 많이 추천한 것은 ‘stories’(추천 60.0%, 시청 30.0%), 적게 추천한 것은 ‘songs’(추천 30.0%, 시청 60.0%)입니다.',
      '인기 상위 절반(작품 30편)이 시청의 90.0%, 추천의 75.0%를 차지합니다.',
      '25개짜리 목록 하나에 genre 값이 평균 2.5가지 들어 있습니다.',
      '목록의 평균 25%가 인기 하위 절반의 작품입니다.',
      '평가 목록은 평가 데이터의 작품 20편 중 8편을 맞혔고, 그중 8편이 5위 안에 있습니다.',
    ],
  ],
] as const)('lists compared with what was watched: %s', { tags: ['thorough'] }, async (language, sentences) => {
  const rendered = renderInWindow(<ListFigures run={autoencoderRun()} />, {
    language,
    answers: ({ runs }) => ({ runs: { figures: runs.figures.handler(() => FIGURES) } }),
  });
  const { t, user } = rendered;
  const titles = [
    t('charts.shares.title', { attribute: 'genre' }),
    t('charts.tail.title'),
    t('charts.diversity.groupsTitle', { attribute: 'genre' }),
    t('charts.diversity.rarerTitle'),
    t('charts.hits.title'),
  ];
  for (const [place, title] of titles.entries()) expect((await pictureOf(title)).sentence).toBe(sentences[place]);

  const shares = await pictureOf(titles[0]!);
  expect(marks(shares.picture, 'dot')).toBe(8);
  expect((await tableOf(shares.figure, rendered)).map(([name]) => name)).toEqual([
    'songs',
    'stories',
    t('charts.shares.rest'),
    t('common.missing'),
  ]);
  await user.click(screen.getByRole('radio', { name: t('charts.shares.ages', { from: 3, to: 5 }) }));
  const count = t('common.profiles', { count: 4 });
  expect((await pictureOf(titles[0]!)).sentence).toBe(t('charts.shares.same', { profiles: count }));

  const tail = await pictureOf(titles[1]!);
  expect([marks(tail.picture, 'bar'), marks(tail.picture, 'dot')]).toEqual([2, 2]);
  expect(await tableOf(tail.figure, rendered)).toEqual([
    [t('charts.tail.places', { from: 1, to: 30 }), '90.0%', '75.0%'],
    [t('charts.tail.places', { from: 31, to: 60 }), '10.0%', '25.0%'],
  ]);
});

it("genres have the curator's labels", async () => {
  const entries = [
    { attribute: 'genre', label: 'Kind' },
    { attribute: 'genre', code: 'songs', label: 'To sing along' },
  ];
  const rendered = renderInWindow(<ListFigures run={autoencoderRun()} />, {
    answers: ({ runs, labels }) => ({
      runs: { figures: runs.figures.handler(() => FIGURES) },
      labels: { get: labels.get.handler(() => keptLabels({ entries, revision: 1 })) },
    }),
  });
  const { figure, sentence } = await pictureOf(rendered.t('charts.shares.title', { attribute: 'Kind' }));
  expect(sentence).toContain('“To sing along”');
  expect((await tableOf(figure, rendered))[0]![0]).toBe('To sing along');
});

it('a run whose data set is gone says so, without an error on the screen', async () => {
  const why = say('data.none-yet', { wanted: 'abcd', folder: '/workspace' });
  renderInWindow(<ListFigures run={autoencoderRun()} />, {
    answers: ({ runs }) => ({
      runs: {
        figures: runs.figures.handler(() => {
          throw new ShelfwiseError('not-found', why);
        }),
      },
    }),
  });
  expect(await screen.findByText(textOf([why]))).toBeTruthy();
  expect(screen.queryByRole('alert')).toBeNull();
});

it.each([
  ['en', 'Over 4 plays, 62% of it was watched on average.'],
  ['ko', '재생 4회에서 평균 62%까지 시청했습니다.'],
] as const)('how far a title is watched: %s', async (language, expected) => {
  const completion = {
    plays: 4,
    mean: 0.62,
    bins: [
      { from: 0, to: 0.1, plays: 1 },
      { from: 0.1, to: 0.2, plays: 3 },
    ],
  };
  const rendered = renderInWindow(<CompletionChart data="abcd" item="7" />, {
    language,
    answers: ({ titles }) => ({ titles: { completion: titles.completion.handler(() => completion) } }),
  });
  const { figure, picture, sentence } = await pictureOf(rendered.t('charts.completion.title'));
  expect(sentence).toBe(expected);
  expect(marks(picture, 'bar')).toBe(2);
  expect((await tableOf(figure, rendered)).map(([, plays]) => plays)).toEqual(['1', '3']);
});

const NOISES: NoiseScores = {
  runId: autoencoderRun().runId,
  runs: [
    {
      runId: 'rother',
      name: 'a little',
      noise: 0.2,
      rate: 'fixed',
      score: 0.31,
      interval: { low: 0.29, high: 0.33 },
      stability: 0.8,
    },
    {
      runId: autoencoderRun().runId,
      name: 'half',
      noise: 0.5,
      rate: 'fixed',
      score: 0.32,
      interval: { low: 0.3, high: 0.34 },
      stability: null,
    },
  ],
  curve: [
    { noise: 0.2, score: 0.31, runs: 1 },
    { noise: 0.5, score: 0.32, runs: 1 },
  ],
};

it.each([
  [
    'en',
    'Of 2 models that can be compared, those with noise 50% score best (0.3200) and those with 20% least (0.3100). They may differ in other settings, too.',
  ],
  [
    'ko',
    '비교할 수 있는 모델 2개 중 노이즈 50%의 점수가 가장 높고(0.3200) 20%의 점수가 가장 낮습니다(0.3100). 다른 설정도 다를 수 있습니다.',
  ],
] as const)('noise against score, with more than one noise: %s', async (language, expected) => {
  const rendered = renderInWindow(<StabilitySection run={autoencoderRun()} />, {
    language,
    answers: ({ runs }) => ({
      runs: { stability: runs.stability.handler(() => null), noiseScores: runs.noiseScores.handler(() => NOISES) },
    }),
  });
  const { t } = rendered;
  const { figure, picture, sentence } = await pictureOf(t('charts.noise.title'));
  expect(sentence).toBe(expected);
  expect(marks(picture, 'dot')).toBe(2);
  expect(marks(picture, 'line')).toBe(1);
  expect(marks(picture, 'link')).toBe(2);
  expect(await tableOf(figure, rendered)).toEqual([
    ['a little', '20%', '0.3100', t('charts.groups.range', { low: '0.2900', high: '0.3300' }), '80%'],
    ['half', '50%', '0.3200', t('charts.groups.range', { low: '0.3000', high: '0.3400' }), '–'],
  ]);
});

it('no curve for a single noise', async () => {
  const single = { ...NOISES, runs: NOISES.runs.slice(1), curve: NOISES.curve.slice(1) };
  renderInWindow(<StabilitySection run={autoencoderRun()} />, {
    answers: ({ runs }) => ({
      runs: { stability: runs.stability.handler(() => null), noiseScores: runs.noiseScores.handler(() => single) },
    }),
  });
  await screen.findByText('Not measured yet.');
  expect(screen.queryByRole('figure')).toBeNull();
});
