/** The screen of what changed, with the answers that a test gives, and what it asked and decided. */
import { Route } from 'wouter';
import { ChangesScreen } from '../../../src/features/changes/window/ChangesScreen';
import { changesScreen } from '../../../src/features/changes/contract/screens';
import type { ChangedLists } from '../../../src/features/changes/contract/changes';
import type { Decision } from '../../../src/features/review/contract/checks';
import { NoticeBar } from '../../../src/renderer/shell/NoticeBar';
import type { Dataset } from '../../../src/shared/contract/dataset';
import type { KeptTuning } from '../../../src/shared/contract/kept';
import type { EarlierExport, Run } from '../../../src/shared/contract/run-life';
import type { RuleHistory } from '../../../src/shared/contract/rule-answers';
import type { Texts } from '../../e2e/support/texts';
import { keptLabels, UNDECIDED } from './kept-rows';
import { dataset, profileRow } from './records';
import { renderInWindow } from './render-in-window';
import { reviewPage } from './review-row';

export const open = dataset();
export const deliveryOf = (runId: string, name: string): ChangedLists['before'] => ({
  runId,
  name,
  data: open.fingerprint,
  createdAt: runId === 'rone' ? '2026-04-20T04:00:00.000Z' : '2026-04-27T04:00:00.000Z',
  tuning: null,
  rules: null,
  exportedAt: null,
});
export const CHANGES: ChangedLists = {
  before: deliveryOf('rone', 'Last week'),
  after: deliveryOf('rtwo', 'This week'),
  isSameData: true,
  profiles: 20,
  gone: 0,
  fresh: 2,
  changed: 7,
  reordered: 4,
  came: 5,
  went: 5,
  chance: null,
  reasons: [
    { reason: 'viewings', came: 4, went: 2, byChance: 0, titles: { came: [], went: [] } },
    { reason: 'watched', came: 0, went: 3, byChance: 0, titles: { came: [], went: [] } },
  ],
  segments: [{ id: 's', name: 'Night owls', profiles: 7, changed: 2, came: 3, went: 3 }],
  groups: [{ group: null, before: 100, after: 90, came: 1, went: 2 }],
  titles: [{ item: '7', title: 'Heron Hill', group: null, before: 3, after: 8, came: 5, went: 0, reason: 'viewings' }],
  titlesMoved: 9,
  lists: [
    {
      profile: '12',
      shared: 22,
      viewings: 1,
      came: [{ item: '7', title: 'Heron Hill', reason: 'viewings', place: 3 }],
      went: [{ item: '8', title: 'Otter Bay', reason: 'watched', place: 1 }],
    },
  ],
};

/** Name of the link to the list of the child that changed. */
export const besideOf = (t: Texts): string => t('changes.beside', { child: t('child.unnamed', { profile: '12' }) });

const exportOf = (hash: string): EarlierExport => ({
  format: 'csv',
  path: `/out/${hash[0]}.csv`,
  profiles: 20,
  sha256: hash,
  exportedAt: '2026-04-28T05:00:00.000Z',
  checks: [],
  file: 'same',
});

export function renderChanges(
  changes: ChangedLists = CHANGES,
  language: 'en' | 'ko' = 'en',
  all: readonly Run[] = [],
  at = '/changes/rone/rtwo',
  kept: {
    tunings?: readonly KeptTuning[];
    rules?: RuleHistory;
    measured?: NonNullable<ChangedLists['chance']>;
    datasets?: readonly Dataset[];
  } = {},
) {
  const asked: unknown[] = [];
  const decided: unknown[] = [];
  const stored = new Map<string, Decision>([['12', { ...UNDECIDED, revision: 4 }]]);
  const rendered = renderInWindow(
    <>
      <NoticeBar />
      <Route path={changesScreen.path} component={ChangesScreen} />
    </>,
    {
      place: at,
      language,
      answers: ({ changes: calls, datasets, labels, profiles, review, rules, runs, tuning }) => ({
        runs: {
          list: runs.list.handler(() => [...all]),
          exports: runs.exports.handler(({ input: { runId } }) =>
            runId === 'rone' ? ['a', 'b', 'a'].map((letter) => exportOf(letter.repeat(64))) : [],
          ),
        },
        rules: {
          counting: rules.counting.handler(() => null),
          history: rules.history.handler(() => kept.rules ?? { revision: 0, versions: [] }),
        },
        tuning: { list: tuning.list.handler(() => [...(kept.tunings ?? [])]) },
        review: {
          queue: review.queue.handler(() => reviewPage([], { odd: 7, decided: 2 })),
          approvals: review.approvals.handler(() => ({ current: null, all: [], standing: null })),
          decisions: review.decisions.handler(() =>
            Array.from(stored, ([profile, decision]) => ({ profile, decision })),
          ),
          decideAll: review.decideAll.handler(({ input }) => {
            decided.push(input);
            return input.decisions.map(({ profile, revision, decision = null }) => {
              const made = { ...UNDECIDED, decision, runId: input.runId, revision: revision + 1 };
              stored.set(profile, made);
              return { profile, decision: made };
            });
          }),
        },
        profiles: {
          page: profiles.page.handler(({ input: { filter } }) => {
            const rows = filter!.profiles!.map((profile) => ({ ...profileRow(profile), watched: 0 }));
            return { all: rows.length, total: rows.length, start: 0, rows };
          }),
        },
        changes: {
          measureChance: calls.measureChance.handler(async function* ({ input, signal }) {
            asked.push(input);
            yield { phase: 'unit', detail: '', done: 0, total: 1 };
            if (kept.measured === undefined)
              await new Promise((_, reject) => signal!.addEventListener('abort', reject));
            return { seeds: [...kept.measured!.seeds] };
          }),
          profiles: calls.profiles.handler(({ input }) => {
            asked.push(input);
            return ['12', '13'].map((profile, place) => ({
              profile,
              viewings: place,
              moved: place === 0 ? null : { place: 4, isIn: true },
            }));
          }),
          lists: calls.lists.handler(({ input }) => {
            asked.push(input);
            const isMeasured = asked.some((one) => typeof one === 'object' && one !== null && 'runId' in one);
            return isMeasured && kept.measured !== undefined ? { ...changes, chance: kept.measured } : changes;
          }),
        },
        datasets: { list: datasets.list.handler(() => [...(kept.datasets ?? [open])]) },
        labels: { get: labels.get.handler(() => keptLabels()) },
      }),
    },
  );
  return { ...rendered, asked, decided };
}
