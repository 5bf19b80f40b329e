/** What a report is made of: little, or all of it with hostile names. */
import { SIGNED_HEAD } from './window/signed-head';
import { type Labels, NO_LABELS } from '../../src/shared/contract/labels';
import type { ReportData } from '../../src/features/report/engine/report-data';
import { autoencoderRun, dataset } from './window/records';

/** A name that leaves any markup and turns the direction of what follows. */
export const HOSTILE = `</style></svg><script>alert(1)</script><img src="https://elsewhere.example/x" onerror='alert(2)'>{{t}} & \u202E`;
/** How a report shows it. */
export const SHOWN = HOSTILE.replace('\u202E', '<U+202E>');
const labels: Labels = { ...NO_LABELS, revision: 0, changedAt: null };

/** The data of a run alone, with these parts. */
export const dataOf = (given: Partial<ReportData> = {}): ReportData => ({
  run: autoencoderRun(),
  madeAt: '2026-11-03T09:00:00Z',
  dataset: dataset(),
  labels,
  activity: null,
  verdict: null,
  refreshed: null,
  figures: null,
  examples: null,
  exported: null,
  verified: null,
  verifiedElsewhere: null,
  approvals: { current: null, all: [] },
  head: SIGNED_HEAD,
  delivered: null,
  shelf: null,
  fairness: null,
  changes: null,
  ...given,
});

const SIDE = {
  name: 'Weekly',
  data: 'f',
  createdAt: '2026-10-26T09:00:00Z',
  tuning: null,
  rules: null,
  exportedAt: null,
};
const hostileTitle = { item: HOSTILE, title: HOSTILE, group: HOSTILE };
/** Each part there is, with the hostile name wherever a name stands. */
export const HOSTILE_DATA = dataOf({
  run: {
    ...autoencoderRun(),
    name: HOSTILE,
    marks: { ...autoencoderRun().marks, note: `${HOSTILE}\n${HOSTILE}` },
    dataset: { ...autoencoderRun().dataset, name: HOSTILE },
    slices: autoencoderRun().slices.map((slice) => ({ ...slice, group: HOSTILE, label: HOSTILE })),
  },
  dataset: {
    ...dataset(),
    name: HOSTILE,
    files: dataset().files.map((file) => ({
      ...file,
      file: HOSTILE,
      reasons: { repaired: [], rejected: [{ reason: HOSTILE, rows: 1 }] },
    })),
    findings: [{ severity: 'warning', code: 'odd', file: HOSTILE, rows: 1, message: HOSTILE, examples: ['p-secret'] }],
  },
  labels: { ...labels, entries: [{ attribute: 'genre', label: HOSTILE }], timeZone: 'Asia/Seoul' },
  verdict: {
    runId: 'r1',
    popular: { score: 0.1, ratio: { ratio: 3, low: 2, high: 4 } },
    rival: {
      runId: 'r2',
      name: HOSTILE,
      model: 'ease',
      score: 0.2,
      ahead: { mean: 0.1, low: 0.05, high: 0.2, profiles: 9, isCertain: true },
    },
  },
  figures: {
    hits: null,
    tail: [],
    diversity: { groups: null, rarer: null },
    shares: {
      attribute: 'genre',
      bands: [
        {
          from: null,
          to: null,
          profiles: 2,
          groups: [
            { value: HOSTILE, isRest: false, watched: 0.5, recommended: 0.2 },
            { value: null, isRest: true, watched: 0.5, recommended: 0.8 },
          ],
        },
      ],
    },
  },
  examples: {
    from: 7,
    areTested: true,
    profiles: [
      {
        profile: HOSTILE,
        attributes: [{ name: HOSTILE, value: HOSTILE }],
        watched: [{ ...hostileTitle, lastWatched: '2026-03-01T20:00:00Z', times: 1 }],
        targets: [{ ...hostileTitle, lastWatched: null, rank: 2 }],
        list: [{ ...hostileTitle, rank: 2, hit: true }],
      },
    ],
  },
  changes: {
    before: { ...SIDE, runId: 'r0', name: HOSTILE },
    after: { ...SIDE, runId: 'r1' },
    isSameData: false,
    profiles: 20,
    gone: 1,
    fresh: 2,
    changed: 7,
    reordered: 4,
    came: 5,
    went: 6,
    chance: null,
    reasons: [{ reason: 'viewings', came: 5, went: 6, byChance: 0, titles: { came: [], went: [] } }],
    segments: [{ id: 's', name: HOSTILE, profiles: 7, changed: 2, came: 1, went: 2 }],
    groups: [{ group: HOSTILE, before: 10, after: 9, came: 5, went: 6 }],
    titles: [{ item: '7', title: HOSTILE, group: null, before: 3, after: 8, came: 5, went: 0, reason: 'catalogue' }],
    titlesMoved: 1,
    lists: [
      {
        profile: 'mover',
        shared: 24,
        viewings: 1,
        came: [{ item: '7', title: HOSTILE, reason: 'catalogue', place: 3 }],
        went: [{ item: '8', title: null, reason: 'watched', place: 1 }],
      },
    ],
  },
  exported: {
    format: 'submission',
    path: `/home/someone/private/${HOSTILE.replaceAll('/', '')}`,
    profiles: 1,
    sha256: 'ab12',
    exportedAt: '2026-11-02T09:00:00Z',
    checks: [{ check: HOSTILE, passed: false, detail: HOSTILE }],
    file: 'same',
  },
});
