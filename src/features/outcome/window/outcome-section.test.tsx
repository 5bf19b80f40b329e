/**
 * A run's page shows how its exports did: who is evaluated, hits beside popular titles, why some are not evaluated, and
 * a curve.
 */
import { screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { OutcomeSection } from './OutcomeSection';
import type { EarlierExport } from '../../../shared/contract/run-life';
import type { Outcome, OutcomeFigure, OutcomeRequest } from '../contract/outcome';
import { autoencoderRun, dataset } from '../../../../tests/support/window/records';
import { renderInWindow, type Rendered } from '../../../../tests/support/window/render-in-window';
import { TRIED_LANGUAGES } from '../../../../tests/support/tried';

const RUN = autoencoderRun();
const DATA = dataset();
const figure = (mean: number, popular: number, half: number): OutcomeFigure => ({
  mean,
  interval: { low: mean - 0.05, high: mean + 0.05 },
  popular,
  difference: {
    mean: mean - popular,
    low: mean - popular - half,
    high: mean - popular + half,
    isCertain: Math.abs(mean - popular) > half,
  },
});

const FEW = { all: 40, listed: 12, popular: 8 };

const outcome = (sha256: string, month: string, recall: OutcomeFigure, changes: Partial<Outcome> = {}): Outcome => ({
  runId: RUN.runId,
  name: RUN.name,
  exports: [{ sha256, format: 'submission', exportedAt: `2026-${month}-01T10:00:00.000Z`, path: '/lists.csv' }],
  withRules: false,
  ruleNames: [],
  tuned: false,
  compared: true,
  data: RUN.dataset,
  newer: { fingerprint: DATA.fingerprint, name: 'with <b>May</b>' },
  period: { from: `2026-${month}-01T10:00:00.000Z`, to: `2026-${month}-28T10:00:00.000Z` },
  profiles: { exported: 60, judged: 51, withoutNew: 6, unknown: 2, forgotten: 1 },
  viewings: { all: 93, listed: 31, popular: 20, ofNewTitles: 4, late: 2 },
  judged: {
    recall,
    ndcg: recall,
    hits: figure(0.5, 0.4, 0.2),
    groups: [
      { group: 'colour', label: 'colour red', profiles: 30, recall: figure(0.4, 0.2, 0.1), viewings: FEW },
      { group: 'colour', label: 'colour blue', profiles: 20, recall: figure(0.1, 0.3, 0.1), viewings: FEW },
      // Certain by chance: too few to be named.
      { group: 'age', label: 'age 12', profiles: 2, recall: figure(0, 0.75, 0), viewings: FEW },
    ],
  },
  problem: null,
  ...changes,
});

const problem = {
  reason: 'not-rebuilt',
  code: 'not-found',
  message: 'The rules are gone.',
} as const;
const UNJUDGED = { newer: null, period: null, profiles: null, viewings: null, judged: null, problem } as const;
const OWN = [
  outcome('aaaa', '03', figure(0.3, 0.2, 0.05)),
  outcome('bbbb', '04', figure(0.3, 0.2, 0.05), {
    ...UNJUDGED,
    withRules: true,
    ruleNames: ['Spring', 'No <b>bears</b>', 'C', 'D', 'E', 'F'],
  }),
];
const ALL = [outcome('cccc', '02', figure(0.25, 0.3, 0.1), { runId: 'r123456789', name: 'an earlier run' }), ...OWN];

const asked: OutcomeRequest[] = [];
let exportsAsked = 0;
function show(own: Outcome[], language: 'en' | 'ko' = 'en', all = ALL): Rendered {
  asked.length = 0;
  exportsAsked = 0;
  const exports = own.flatMap((one) => one.exports) as unknown as EarlierExport[];
  return renderInWindow(<OutcomeSection run={RUN} />, {
    language,
    answers: ({ runs, datasets }) => ({
      datasets: { list: datasets.list.handler(() => [DATA]) },
      runs: {
        exports: runs.exports.handler(() => {
          exportsAsked++;
          return exports.map((one) => ({ ...one, profiles: 60, checks: [], file: 'same' as const }));
        }),
        outcomes: runs.outcomes.handler(async function* ({ input }) {
          asked.push(input);
          yield { phase: 'outcome', detail: '', done: 0, total: 1 };
          return { outcomes: input.runId === undefined ? all : own, unreadable: [] };
        }),
      },
    }),
  });
}

it.each(TRIED_LANGUAGES)(
  'says who is evaluated, what was found, and why an export is not evaluated: %s',
  async (language) => {
    const { t } = show(OWN, language);
    const [first, second] = await screen.findAllByRole('article');
    expect(within(first!).getByText('The rules are gone.')).toBeTruthy();
    expect(within(first!).getByRole('heading').textContent).toContain(t('rules.withRules'));
    expect(first!.textContent).toContain(t('outcome.rules', { rules: 'Spring · No <b>bears</b> · C · D · E ' }));
    expect(within(first!).getByRole('button', { name: t('common.andMore.things', { count: 1 }) })).toBeTruthy();
    const said = second!.textContent;
    for (const sentence of [
      t('ofHundred.sentence', { listed: 33, popular: 22 }),
      t('ofHundred.detail', { listed: 31, all: 93, children: 51 }),
      t('outcome.ofNewTitles', { count: 4 }),
      t('outcome.late', { count: 2 }),
      t('outcome.others.withoutNew', { count: 6 }),
      t('outcome.others.unknown', { count: 2 }),
      t('outcome.others.forgotten', { count: 1 }),
      t('outcome.ahead', { difference: t('outcome.difference', { mean: '+10.0%', low: '+5.0%', high: '+15.0%' }) }),
    ])
      expect(said).toContain(sentence);
    expect(said).toContain('with <b>May</b>');
    const groups = within(second!).getByRole('figure', { name: t('outcome.groups.title') });
    expect(groups.textContent).toContain(t('outcome.groups.better', { groups: 'colour: red' }));
    expect(groups.textContent).toContain(t('outcome.groups.worse', { groups: 'colour: blue' }));
    expect(asked).toEqual([{ runId: RUN.runId }]);
  },
);

it('shows groups as a table beside the popular titles, and a curve over the exports of all runs on request', async () => {
  const { user, t } = show(OWN);
  const groups = await screen.findByRole('figure', { name: t('outcome.groups.title') });
  await user.click(within(groups).getByRole('button', { name: t('charts.showTable') }));
  const rows = within(within(groups).getByRole('table')).getAllByRole('row');
  expect(rows[1]!.textContent).toBe('colour: red3040.0%35.0% to 45.0%20.0%+20.0% (+10.0% to +30.0%)');
  await user.click(screen.getByRole('button', { name: t('outcome.curve.make') }));
  const curve = await screen.findByRole('figure', { name: t('outcome.curve.title') });
  expect(asked).toEqual([{ runId: RUN.runId }, {}]);
  expect(curve.textContent).toContain(
    t('outcome.curve.summary', { count: 2, ahead: 1, first: '25.0%', last: '30.0%' }),
  );
  const drawn = await within(curve).findByRole('img');
  // A ring for the popular titles and a dot for the lists, per evaluated export.
  expect(drawn.querySelectorAll('[aria-label="dot"] > circle')).toHaveLength(4);
  expect(screen.queryByRole('button', { name: t('outcome.curve.make') })).toBeNull();
});

it('says that one export makes no curve', async () => {
  const { user, t } = show(OWN, 'en', OWN);
  await user.click(await screen.findByRole('button', { name: t('outcome.curve.make') }));
  expect(await screen.findByText(t('outcome.curve.none'))).toBeTruthy();
});

it('shows nothing, and requests nothing, without an export', async () => {
  const { t, client } = show([]);
  await waitFor(() => expect(exportsAsked).toBe(1));
  // The window's own request has been answered by then.
  await client.runs.exports({ runId: RUN.runId });
  expect(screen.queryByText(t('outcome.title'))).toBeNull();
  expect(asked).toEqual([]);
});
