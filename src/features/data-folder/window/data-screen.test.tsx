/** The Data screen while a folder beside the open data set cannot be read. */
import { screen } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { DataScreen } from './DataScreen';
import { runWork } from '../../../renderer/stores/activity';
import { tellOpening } from '../../../renderer/stores/opening';
import { useSelection } from '../../../renderer/stores/selection';
import { ShelfwiseError } from '../../../shared/errors';
import { say } from '../../../shared/words/sentence';
import { keptLabels } from '../../../../tests/support/window/kept-rows';
import { dataset } from '../../../../tests/support/window/records';
import { renderInWindow } from '../../../../tests/support/window/render-in-window';

const OTHER = '/data/other';

it('is about that folder, with a way back to the open one', async () => {
  // Newer browsers answer a scroll with a promise.
  const scrolled = vi.fn(() => Promise.resolve({ interrupted: false }));
  Element.prototype.scrollTo = scrolled as unknown as typeof Element.prototype.scrollTo;
  const open = dataset();
  useSelection.setState({ dataset: open.fingerprint });
  tellOpening({ step: 'read', folder: OTHER, mapping: null, pseudonymKey: null });
  await runWork({ kind: 'import', subject: OTHER, name: 'other' }, () => {
    throw new ShelfwiseError('not-found', say('folder.none', { folder: OTHER }));
  });
  const { user, t } = renderInWindow(
    <div data-region="content">
      <div>
        <DataScreen />
      </div>
    </div>,
    {
      answers: ({ datasets, labels }) => ({
        labels: { get: labels.get.handler(() => keptLabels()) },
        datasets: {
          list: datasets.list.handler(() => [open]),
          unreadable: datasets.unreadable.handler(() => []),
          checkSource: datasets.checkSource.handler(() => ({ state: 'unchanged' as const, changes: [] })),
          activity: datasets.activity.handler(() => null),
          rowIssues: datasets.rowIssues.handler(() => ({ rows: [], total: 0 })),
        },
      }),
    },
  );
  await screen.findByRole('heading', { name: t('data.openFailed', { name: 'other' }) });
  expect(screen.getByRole('alert').textContent).toContain(OTHER);
  expect(screen.queryByText(t('data.files'))).toBeNull();
  await user.click(screen.getByText(t('data.backTo', { name: open.name })));
  await screen.findByRole('heading', { name: open.name });
  expect(screen.queryByRole('alert')).toBeNull();
  expect(scrolled).toHaveBeenCalled();
});
