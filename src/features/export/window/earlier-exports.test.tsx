/** Earlier exports lead to what they are asked about: the comparison with another one, and what came of them. */
import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { EarlierExports } from './EarlierExports';
import type { EarlierExport } from '../../../shared/contract/run-life';
import { NEUTRAL_TUNING } from '../../../shared/contract/tuning';
import { autoencoderRun } from '../../../../tests/support/window/records';
import { renderInWindow } from '../../../../tests/support/window/render-in-window';

const RUN = autoencoderRun();

const exported = (day: number, sha256: string, more: Partial<EarlierExport> = {}): EarlierExport => ({
  path: `/lists/${day}.csv`,
  format: 'submission',
  profiles: 2,
  sha256: sha256.repeat(32),
  exportedAt: `2026-11-0${day}T10:00:00.000Z`,
  file: 'same',
  checks: [],
  ...more,
});

it('compare an export with the one before it that had other lists, and the first with the lists of now', async () => {
  const tuning = { tuningSha256: 'cc', tuning: NEUTRAL_TUNING, kept: null, segment: null, profiles: 2 };
  const exports = [
    exported(5, 'dd', { tuning }),
    exported(4, 'bb', { deliveredSha256: 'b0'.repeat(32) }),
    exported(3, 'ff', { deliveredSha256: 'b0'.repeat(32) }),
    exported(2, 'ee', { tuning }),
    exported(1, 'aa', { deliveredSha256: 'a0'.repeat(32) }),
  ];
  const { t } = renderInWindow(<EarlierExports run={RUN} />, {
    answers: ({ runs }) => ({ runs: { exports: runs.exports.handler(() => exports) } }),
  });
  const before = await screen.findAllByRole('link', { name: t('exporting.compare.before') });
  const side = (byte: string): string => `${RUN.runId}@${byte.repeat(8)}`;
  expect(before.map((link) => link.getAttribute('href'))).toEqual([
    `/changes/${side('aa')}/${side('bb')}/export`,
    `/changes/${side('aa')}/${side('ff')}/export`,
  ]);
  const now = screen.getAllByRole('link', { name: t('exporting.compare.now') });
  expect(now.map((link) => link.getAttribute('href'))).toEqual([`/changes/${side('aa')}/${RUN.runId}/export`]);
});
