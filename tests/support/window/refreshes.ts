/** Records of refreshes, from an approved run with a month added: exported, stopped by a check, and failed. */
import type { Refresh, RefreshBase } from '../../../src/features/refresh/contract/refresh';
import { say, textOf } from '../../../src/shared/words/sentence';
import { autoencoderRun, dataset } from './records';

export const APRIL = '/data/2026-04';
export const OUT = '/data/lists.csv';
export const run = autoencoderRun();
export const open = dataset();
export const base: RefreshBase = {
  run: { runId: run.runId, name: run.name },
  why: 'approved',
  data: { fingerprint: open.fingerprint, name: open.name, pseudonyms: false },
  stops: [
    { id: 'age', name: null },
    { id: 'own', name: 'Never two films' },
  ],
};

/** A mean of all profiles beside that of what is popular. */
export const figure = (mean: number, popular: number) => ({
  mean,
  interval: { low: mean - 0.02, high: mean + 0.02 },
  popular,
  difference: { mean: mean - popular, low: 0.1, high: 0.2, isCertain: true },
});

export const exported: Refresh = {
  refreshId: 'f0123456789ab',
  state: 'exported',
  reason: null,
  startedAt: '2026-04-27T04:00:00.000Z',
  endedAt: '2026-04-27T04:20:00.000Z',
  from: { runId: run.runId, data: open.fingerprint },
  folder: APRIL,
  dataset: {
    fingerprint: open.fingerprint,
    name: open.name,
    exact: true,
    profiles: { before: 16, after: 19 },
    items: { before: 30, after: 31 },
    events: [{ role: 'history', before: 160, added: 42, duplicates: 8, rejected: 2 }],
    drifted: [{ of: 'profiles', attribute: 'sex', index: 0.41, limit: 0.2 }],
  },
  run: { runId: 'rsxrsu43du', seed: 1, metrics: null },
  compared: {
    with: run.runId,
    verdict: 'better',
    reason: null,
    titles: 30,
    targets: 40,
    figures: [{ metric: 'score', before: 0.4, now: 0.43, mean: 0.03, low: 0.01, high: 0.05, profiles: 12 }],
  },
  lastExports: [
    {
      exports: [{ sha256: 'c'.repeat(64), format: 'submission', exportedAt: '2026-04-20T04:00:00.000Z', path: OUT }],
      withRules: false,
      tuned: false,
      period: null,
      profiles: { exported: 16, judged: 12, withoutNew: 4, unknown: 0, forgotten: 0 },
      recall: figure(0.31, 0.12),
      ndcg: figure(0.2, 0.1),
      hits: figure(0.6, 0.3),
    },
  ],
  checks: {
    stopped: [],
    found: [
      { id: 'age', name: null, mode: 'stop', count: 0 },
      { id: 'series', name: null, mode: 'on', count: 3 },
    ],
  },
  export: {
    file: OUT,
    sha256: 'd'.repeat(64),
    format: 'submission',
    profiles: 19,
    rulesSha256: null,
    rulesDate: null,
    rules: null,
    released: { how: 'approved', by: 'Jiwoo' },
  },
};

const said = say('refresh.checks', { checks: [say('checks.names.age')] });
export const stopped: Refresh = {
  ...exported,
  refreshId: 'f0123456789ac',
  state: 'checks',
  reason: { message: textOf([said]), said: [said] },
  lastExports: [],
  checks: { stopped: ['age'], found: [{ id: 'age', name: null, mode: 'stop', count: 2 }] },
  export: null,
};
export const failed: Refresh = {
  ...stopped,
  refreshId: 'f0123456789ad',
  state: 'failed',
  dataset: null,
  run: null,
  compared: null,
  checks: null,
};
