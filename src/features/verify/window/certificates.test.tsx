/** Certificates say where they were made: one of a cluster is what that cluster says, and a date that is yet to come says nothing. */
import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { Certificates } from './Certificates';
import type { Verification } from '../../../shared/contract/run';
import { autoencoderRun } from '../../../../tests/support/window/records';
import { renderInWindow } from '../../../../tests/support/window/render-in-window';
import { TRIED_LANGUAGES } from '../../../../tests/support/tried';

const recorded = { weightsSha256: 'a', listsSha256: 'b', metrics: null };
const certificate = (verifiedAt: string, of: Partial<Verification> = {}): Verification => ({
  runId: 'r1',
  verifiedAt,
  verdict: 'identical-bits',
  cause: 'Same.',
  firstDifferentEpoch: null,
  metricDifference: 0,
  recorded,
  repeated: recorded,
  seconds: 1,
  ...of,
});

it.each(TRIED_LANGUAGES)('shows their origin (%s)', async (language) => {
  const all = [
    certificate('2026-11-03T09:00:00.000Z', { verdict: 'different' }),
    certificate('2026-11-02T09:00:00.000Z', { origin: { cluster: 'lab', statedAt: '9999-01-01T00:00:00.000Z' } }),
    certificate('9999-01-01T00:00:00.000Z'),
  ];
  const { t } = renderInWindow(<Certificates run={autoencoderRun()} />, {
    language,
    answers: ({ runs }) => ({ runs: { certificates: runs.certificates.handler(() => all) } }),
  });
  const rows = await screen.findAllByRole('row');
  const places = ['runs.verifiedThere.here', 'runs.verifiedOnCluster', 'runs.verifiedThere.unknown'] as const;
  for (const [index, place] of places.entries())
    expect(rows[index + 1]!.textContent).toContain(t(place, { cluster: 'lab' }));
});
