/** Whether a run is any good, in sentences, and which of a profile's hold-out titles were found. */
import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { HitsPane } from './HitsPane';
import { VerdictLines } from '../../quality/window/VerdictLines';
import type { Run } from '../../../shared/contract/run-life';
import type { TestedProfile, Verdict } from '../../quality/contract/tested';
import { renderInWindow, type Rendered } from '../../../../tests/support/window/render-in-window';
import { autoencoderRun } from '../../../../tests/support/window/records';

type Rival = NonNullable<Verdict['rival']>;
const RUN = autoencoderRun();
const ratioOf = (ratio: number, low: number, high: number): Verdict['popular'] => ({
  score: 0.1242,
  ratio: { ratio, low, high },
});
const rivalAt = (mean: number, low: number, high: number): Rival => ({
  runId: 'r123456789',
  name: 'EASE, <b>seed 1</b>',
  model: 'ease',
  score: 0.36,
  ahead: { mean, low, high, profiles: 330, isCertain: low > 0 || high < 0 },
});

describe('the verdict on a run', () => {
  it('is not asked of one that lost its lists with a profile, which its page says', () => {
    let asked = 0;
    const forgotten = { message: 'A child was forgotten.' } as NonNullable<Run['forgotten']>;
    renderInWindow(<VerdictLines run={{ ...RUN, forgotten }} />, {
      answers: ({ runs }) => ({
        runs: {
          verdict: runs.verdict.handler(() => {
            asked++;
            return null;
          }),
        },
      }),
    });
    expect(screen.queryByRole('status')).toBeNull();
    expect(asked).toBe(0);
  });

  const show = (verdict: Partial<Verdict> | null, language: 'en' | 'ko' = 'en'): Rendered =>
    renderInWindow(<VerdictLines run={RUN} />, {
      language,
      answers: ({ runs }) => ({
        runs: {
          verdict: runs.verdict.handler(() =>
            verdict === null ? null : { runId: RUN.runId, popular: null, rival: null, ...verdict },
          ),
        },
      }),
    });

  it.each([
    [
      ratioOf(3.347, 2.94, 3.96),
      '3.3 times as good as one list of the most popular titles for everyone (95% interval: 2.9 to 4.0).',
      '인기 목록보다 3.3배 잘 맞힙니다(95%: 2.9~4.0배).',
    ],
    [
      ratioOf(1.04, 0.97, 1.12),
      'Not clearly better than one list of the most popular titles for everyone: 1.04 times its score (95% interval: 0.97 to 1.12).',
      '인기 목록보다 확실히 낫다고 할 수 없습니다(점수 1.04배, 95%: 0.97~1.12배).',
    ],
    [
      ratioOf(0.9, 0.85, 0.96),
      'Worse than one list of the most popular titles for everyone: 0.90 times its score (95% interval: 0.85 to 0.96).',
      '인기 목록보다 못합니다(점수 0.90배, 95%: 0.85~0.96배).',
    ],
    [
      { score: 0, ratio: null },
      'One list of the most popular titles for everyone has a score of 0.0000.',
      '인기 목록의 점수는 0.0000입니다.',
    ],
  ])('compares it with the popular list: %o', async (popular, english, korean) => {
    show({ popular });
    expect(await screen.findByText(english)).toBeTruthy();
    show({ popular }, 'ko');
    expect(await screen.findByText(korean)).toBeTruthy();
  });

  it.each([
    [
      rivalAt(0.0544, 0.034, 0.074),
      'Surely better than EASE, <b>seed 1</b>: +0.0544 (95% interval: +0.0340 to +0.0740).',
    ],
    [
      rivalAt(-0.02, -0.03, -0.01),
      'Surely worse than EASE, <b>seed 1</b>: −0.0200 (95% interval: −0.0300 to −0.0100).',
    ],
    [
      rivalAt(-0.002, -0.01, 0.006),
      'About the same as EASE, <b>seed 1</b>: −0.0020 (95% interval: −0.0100 to +0.0060).',
    ],
  ])('compares it with another model, whose name is only a text: %o', async (rival, sentence) => {
    const { user, place } = show({ rival });
    const line = await screen.findByText(
      (_, element) => element?.tagName === 'P' && element.textContent.startsWith(sentence),
    );
    await user.click(within(line).getByRole('link', { name: 'See that model' }));
    expect(place()).toBe('/runs/r123456789');
  });
});

describe('the hits', () => {
  const TEST: TestedProfile = {
    runId: RUN.runId,
    profile: 'child-7',
    protocol: 'time',
    recall: 0.5,
    ndcg: 0.4,
    score: 0.475,
    targets: [
      { item: '2', title: 'Found', group: 'Songs', lastWatched: '2026-08-09T10:00:00.000Z', rank: 2 },
      { item: '9', title: null, group: null, lastWatched: null, rank: null },
    ],
    list: [
      { item: '1', title: 'First', group: null, rank: 1, hit: false },
      { item: '2', title: 'Found', group: 'Songs', rank: 2, hit: true },
    ],
  };
  const show = (tested: TestedProfile | null, run: Run = RUN, watched = 3): Rendered =>
    renderInWindow(
      <HitsPane
        tested={{ data: tested, error: null, refetch: (() => undefined) as never } as never}
        run={run}
        watched={watched}
      />,
    );

  it('are marked in words, in what was watched and in the list', async () => {
    show(TEST);
    expect(
      screen.getByText(
        'For the test, the latest viewings were hidden from the model. In them, this child watched 2 titles for the first time. Its list had 1 of 2.',
      ),
    ).toBeTruthy();
    expect(screen.getByText('Score 0.475, recall 50%')).toBeTruthy();
    const rows = screen.getAllByRole('listitem').map(({ textContent }) => textContent);
    expect(rows).toEqual([
      'FoundSongsRank 2Aug 9, 2026',
      '9no name in the datanot in the list',
      'Rank 11First',
      'Rank 22FoundSongswatched',
    ]);
  });

  it('of a profile outside the hold-out are explained', () => {
    const { t } = show(null);
    expect(screen.getByText(t('compare.hits.notTested'), { exact: false })).toBeTruthy();
    expect(screen.getByRole('link', { name: t('compare.hits.ofRun') }).getAttribute('href')).toBe(`/runs/${RUN.runId}`);
  });

  it.each([
    [3, 'Test children with about as many (Watched titles: 1 to 4; 12) score 0.300, all test children 0.400.'],
    [0, 'No test child has about as many (Watched titles: none)'],
  ])('of a profile outside the hold-out with %i titles are those of profiles like it', (watched, sentence) => {
    const metrics = (score: number, profiles: number): NonNullable<Run['metrics']> => ({
      ...RUN.metrics!,
      score,
      profiles,
    });
    const run = {
      ...RUN,
      metrics: metrics(0.4, 100),
      slices: [{ group: 'history', label: '1 to 4 watched titles', metrics: metrics(0.3, 12) }],
    };
    show(null, run, watched);
    expect(screen.getByText(sentence, { exact: false })).toBeTruthy();
  });
});
