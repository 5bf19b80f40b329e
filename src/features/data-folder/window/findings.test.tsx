/** What was rejected, and why, is told where its number is. */
import { screen } from '@testing-library/react';
import { useState, type ReactNode } from 'react';
import { expect, it } from 'vitest';
import type { Dataset } from '../../../shared/contract/dataset';
import { reasonText } from '../../../shared/words/reason-text';
import { dataset } from '../../../../tests/support/window/records';
import { renderInWindow } from '../../../../tests/support/window/render-in-window';
import { Findings } from './Findings';
import { ROWS_PART, RowIssues, type WhichRows } from './RowIssues';
import { TRIED_LANGUAGES } from '../../../../tests/support/tried';

function Both({ dataset: shown }: { dataset: Dataset }): ReactNode {
  const [which, setWhich] = useState<WhichRows>('all');
  return (
    <>
      <Findings dataset={shown} onShowRejected={() => setWhich('rejected')} />
      <RowIssues dataset={shown} which={which} onWhich={setWhich} />
    </>
  );
}

it.each(TRIED_LANGUAGES)('says why rows were rejected, and leads to them: %s', async (language) => {
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
  const asked: unknown[] = [];
  const { user, t } = renderInWindow(<Both dataset={open} />, {
    language,
    answers: ({ datasets, labels }) => ({
      labels: { get: labels.get.handler(() => ({ entries: [], revision: 0, changedAt: null }) as never) },
      datasets: {
        rowIssues: datasets.rowIssues.handler(({ input }) => {
          asked.push(input.outcome);
          return { rows: [], total: 0 };
        }),
      },
    }),
  });
  // Below, all reasons stand in one line.
  screen.getByText(`${reasonText('duplicate-row', t)}: 3`);
  await user.click(screen.getByRole('button', { name: t('data.showRejected') }));
  await expect.poll(() => asked.at(-1)).toBe('rejected');
  expect(screen.getByRole<HTMLInputElement>('radio', { name: `${t('data.rejected')} 3` }).checked).toBe(true);
  expect(document.activeElement?.id).toBe(ROWS_PART);
  expect(document.activeElement!.contains(screen.getByRole('heading', { name: t('data.issues') }))).toBe(true);
});

it('says why fewer rows are listed than counted after a profile was forgotten', () => {
  const clean = dataset();
  const without = (reason: string) => ({
    ...clean,
    files: clean.files.map((file, at) => ({
      ...file,
      rejected: at === 0 ? 3 : 0,
      reasons: { rejected: at === 0 ? [{ reason, rows: 3 }] : [], repaired: [] },
    })),
  });
  const answers: Parameters<typeof renderInWindow>[1] = {
    answers: ({ datasets }) => ({
      datasets: { rowIssues: datasets.rowIssues.handler(() => ({ rows: [], total: 0 })) },
    }),
  };
  const { t, unmount } = renderInWindow(<Both dataset={without('forgotten') as Dataset} />, answers);
  const told = new RegExp(t('data.issuesForgotten', { count: 3 }));
  screen.getByText(told);
  unmount();
  renderInWindow(<Both dataset={without('duplicate-row') as Dataset} />, answers);
  expect(screen.queryByText(told)).toBeNull();
});
