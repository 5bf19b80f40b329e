/** A week as it stands after a refresh whose lists wait, and the one before, which was sent. */
import type { Week } from '../../../src/features/week/contract/week';
import { dataset } from './records';
import { base, exported } from './refreshes';

export const RUN_NOW = 'rsxrsu43du';

export const weekNow = (changes: Partial<Week> = {}): Week => ({
  data: {
    fingerprint: 'b'.repeat(64),
    name: 'march + april',
    importedAt: '2026-04-27T04:00:00.000Z',
    period: { from: '2026-03-01T00:00:00.000Z', to: '2026-04-26T00:00:00.000Z' },
    profiles: 19,
    items: 31,
    viewings: 202,
  },
  added: { since: dataset().fingerprint, profiles: 3, items: 1, viewings: 42 },
  run: { runId: RUN_NOW, name: 'Balanced, seed 1', lists: 19 },
  refresh: {
    refreshId: exported.refreshId,
    state: 'waiting',
    reason: null,
    folder: '/data/2026-04',
    from: exported.from,
    compared: exported.compared,
  },
  approved: null,
  sent: null,
  ...changes,
});

export const weekBefore = (changes: Partial<Week> = {}): Week => ({
  ...weekNow(),
  data: {
    ...weekNow().data,
    fingerprint: dataset().fingerprint,
    name: 'march',
    period: { from: '2026-03-01T00:00:00.000Z', to: '2026-04-19T00:00:00.000Z' },
    profiles: 16,
    viewings: 160,
  },
  added: null,
  run: { ...base.run, lists: 16 },
  refresh: null,
  approved: { by: 'Kim', at: '2026-04-20T04:00:00.000Z' },
  sent: {
    path: '/data/lists.csv',
    format: 'submission',
    profiles: 16,
    sha256: 'd'.repeat(64),
    at: '2026-04-20T05:00:00.000Z',
    by: 'Kim',
  },
  ...changes,
});
