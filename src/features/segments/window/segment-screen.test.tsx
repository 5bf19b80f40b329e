/** The page of a segment: shares of both sides, another segment to compare with, and the way to its profiles. */
import { screen, within } from '@testing-library/react';
import { beforeEach, expect, it } from 'vitest';
import { Route } from 'wouter';
import { SegmentScreen } from './SegmentScreen';
import type { DescribedSegment } from '../contract/segment';
import { type Rule, RULES_VERSION, ruleSchema } from '../../../shared/contract/rules';
import type { EarlierExport } from '../../../shared/contract/run-life';
import { useProfileList } from '../../../renderer/stores/profile-list';
import { activateRun } from '../../../renderer/stores/selection';
import { keptSegment } from '../../../../tests/support/window/kept-rows';
import { autoencoderRun, dataset } from '../../../../tests/support/window/records';
import { renderInWindow } from '../../../../tests/support/window/render-in-window';
import { TRIED_LANGUAGES } from '../../../../tests/support/tried';

const run = autoencoderRun();
const open = dataset();
const girls = keptSegment('Girls', { filter: { attributes: { sex: ['F'] } } });
const small = { ...girls, id: 's2', name: 'Small ones', filter: { attributes: { age: ['3'] } } };
const TOLD: DescribedSegment = {
  runId: run.runId,
  profiles: { here: 40, others: 80 },
  watched: { here: 12.5, others: 20 },
  attributes: [{ name: 'age', value: '4', here: 20, others: 8 }],
  titles: [{ item: '7', title: 'Bear and Friends', group: null, here: 30, others: 8 }],
  holdOut: { here: { profiles: 10, score: 0.41, recall: 0.4, standardError: 0.02 }, others: null },
  flagged: { here: 10, others: 8 },
  checks: [{ id: 'own', name: 'Never two films', here: 10, others: 8 }],
  rulesOn: [{ id: 'r1', name: 'Spring', here: 40, others: 20 }],
  rules: null,
};

const EXPORTS = [
  {
    sha256: 'a'.repeat(64),
    format: 'csv',
    exportedAt: '2026-11-01T10:00:00.000Z',
    path: '/lists.csv',
    profiles: 120,
    checks: [],
    file: 'same' as const,
  },
] as unknown as EarlierExport[];

beforeEach(() => activateRun(run.runId, open.fingerprint));

function shown(place: string, language: 'en' | 'ko' = 'en', saved = [girls, small], rules: Rule[] = [], told = TOLD) {
  const asked: object[] = [];
  const judged: object[] = [];
  const rendered = renderInWindow(
    <Route path="/segment/:id">
      <SegmentScreen />
    </Route>,
    {
      language,
      place,
      answers: ({ datasets, runs, segments, rules: ofRules }) => ({
        datasets: { list: datasets.list.handler(() => [open]) },
        runs: {
          list: runs.list.handler(() => [run]),
          exports: runs.exports.handler(() => EXPORTS),
          outcomes: runs.outcomes.handler(async function* ({ input }) {
            judged.push(input);
            yield* [];
            return { outcomes: [], unreadable: [] };
          }),
        },
        segments: {
          list: segments.list.handler(() => saved),
          describe: segments.describe.handler(({ input }) => {
            asked.push(input);
            return told;
          }),
        },
        rules: {
          get: ofRules.get.handler(() => ({
            set: { formatVersion: RULES_VERSION, rules },
            rulesSha256: 'a'.repeat(64),
            conflicts: [],
            titles: [{ item: '7', title: 'Bear and Friends' }],
            revision: 1,
            changedAt: null,
          })),
        },
      }),
    },
  );
  return { ...rendered, asked, judged };
}

it.each(TRIED_LANGUAGES)('shows shares of both sides, and leads to the profiles: %s', async (language) => {
  const { user, t, asked, place } = shown('/segment/s1', language);
  await screen.findByRole('heading', { name: 'Girls', level: 1 });
  expect(screen.queryByText(t('segments.onlyOne'))).toBeNull();
  const row = await screen.findByRole('row', { name: /4.*50%/ });
  expect(
    within(row)
      .getAllByRole('cell')
      .map(({ textContent }) => textContent),
  ).toEqual(['50%', '10%']);
  screen.getByText(t('segments.sharesOf', { here: '75%', others: '10%' }));
  expect(screen.getByRole('row', { name: /Never two films/ }).textContent).toContain('25%');
  await user.selectOptions(screen.getByRole('combobox', { name: t('segments.against') }), 's2');
  await screen.findByText(t('segments.sharesOf', { here: '75%', others: '10%' }));
  expect(asked).toEqual([
    { runId: run.runId, filter: girls.filter },
    { runId: run.runId, filter: girls.filter, against: small.filter },
  ]);
  await user.click(screen.getByRole('button', { name: t('segments.toProfiles') }));
  expect(place()).toBe('/profiles');
  expect(useProfileList.getState().filter).toEqual(girls.filter);
});

it.each(TRIED_LANGUAGES)('tells the rules for its profiles, and how exports did when asked: %s', async (language) => {
  const { user, t, judged } = shown('/segment/s1', language);
  const rule = await screen.findByRole('row', { name: /Spring/ });
  expect(
    within(rule)
      .getAllByRole('cell')
      .map(({ textContent }) => textContent),
  ).toEqual(['100%', '25%']);
  await user.click(await screen.findByRole('button', { name: t('outcome.judge') }));
  await expect.poll(() => judged).toEqual([{ runId: run.runId, of: girls.filter }]);
});

it.each(TRIED_LANGUAGES)('says of the only segment how another one is made: %s', async (language) => {
  const { user, t, place } = shown('/segment/s1', language, [girls]);
  expect(await screen.findByText(t('segments.onlyOne'), { exact: false })).toBeTruthy();
  await user.click(screen.getByRole('link', { name: t('segments.makeAnother') }));
  expect(place()).toBe('/profiles');
});

it('says of a segment that is gone where to choose another', async () => {
  const { user, t, place } = shown('/segment/s9');
  await user.click(await screen.findByRole('button', { name: t('compare.back') }));
  expect(place()).toBe('/profiles');
});

it.each([
  [{ from: 1, to: 8 }, '1 to 8 watched titles'],
  [{ from: 1 }, '1 or more watched titles'],
  [{ to: 8 }, 'at most 8 watched titles'],
])('says how many titles its profiles watched as rules do: %j', async (watched, said) => {
  shown('/segment/s1', 'en', [{ ...girls, filter: { watched } }, small]);
  expect(await screen.findByText(said, { exact: false })).toBeTruthy();
});

const SAID = 'Put Bear and Friends at place 5';

it.each([
  ['en', SAID],
  ['ko', '5번째 자리에 고정: Bear and Friends'],
] as const)('says a rule without a name of its own by its sentence: %s', async (language, said) => {
  const rules = [ruleSchema.parse({ kind: 'pin', id: 'r1', name: SAID, place: 5, titles: { ids: ['7'] } })];
  shown('/segment/s1', language, [girls], rules, {
    ...TOLD,
    rulesOn: [{ id: 'r1', name: SAID, here: 40, others: 20 }],
  });
  expect(await screen.findByRole('row', { name: new RegExp(`^${said}`) })).toBeTruthy();
});
