/** What was rejected, and why, is told where its number is. */
import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { reasonText } from '../../../shared/words/reason-text';
import { dataset } from '../../../../tests/support/window/records';
import { renderInWindow } from '../../../../tests/support/window/render-in-window';
import { Findings } from './Findings';
import { ROWS_PART, RowIssues } from './RowIssues';

it.each(['en', 'ko'] as const)('says why rows were rejected, and leads to them: %s', async (language) => {
  const clean = dataset();
  const open = {
    ...clean,
    files: clean.files.map((file, at) => ({
      ...file,
      rejected: at === 0 ? 3 : 0,
      reasons: {
        rejected: at === 0 ? [{ reason: 'duplicate-row', rows: 3 }] : [],
        repaired: at === 0 ? [{ reason: 'seconds-corrected', rows: 4 }] : [],
      },
    })),
  } as typeof clean;
  const { user, t } = renderInWindow(
    <>
      <Findings dataset={open} />
      <RowIssues dataset={open} />
    </>,
    {
      language,
      answers: ({ datasets, labels }) => ({
        labels: { get: labels.get.handler(() => ({ entries: [], revision: 0, changedAt: null }) as never) },
        datasets: { rowIssues: datasets.rowIssues.handler(() => ({ rows: [], total: 0 })) },
      }),
    },
  );
  // Below, all reasons stand in one line.
  screen.getByText(`${reasonText('duplicate-row', t)}: 3`);
  await user.click(screen.getByRole('button', { name: t('data.showRejected') }));
  expect(document.activeElement?.id).toBe(ROWS_PART);
  expect(document.activeElement!.contains(screen.getByRole('heading', { name: t('data.issues') }))).toBe(true);
});
