/** What people saved, hand-made: a test names only what it is about. */
import type { Decision } from '../../../src/features/review/contract/checks';
import type { KeptSegment } from '../../../src/shared/contract/kept';
import { type Labels, NO_LABELS } from '../../../src/shared/contract/labels';

export const keptLabels = (labels: Partial<Labels> = {}): Labels => ({
  ...NO_LABELS,
  revision: 0,
  changedAt: null,
  ...labels,
});

export const keptSegment = (name: string, segment: Partial<KeptSegment> = {}): KeptSegment => ({
  id: 's1',
  name,
  filter: {},
  revision: 1,
  changedAt: '2026-11-25T12:00:00Z',
  ...segment,
});

export const UNDECIDED: Decision = { decision: null, owner: '', runId: null, revision: 0, changedAt: null };
