/** A bundle's contents are shown before opening, and only a deliberate click opens it. */
import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { BundleDialog } from './BundleDialog';
import { askToOpen } from '../../../renderer/stores/bundle-question';
import type { BundleContents } from '../../../shared/contract/bundle';
import { renderInWindow } from '../../../../tests/support/window/render-in-window';

const contents = (changes: Partial<BundleContents> = {}): BundleContents => ({
  file: '/mnt/stick/spring.shelfwise',
  bytes: 1_400_000,
  unpackedBytes: 5_000_000,
  manifestSha256: 'a'.repeat(64),
  runId: 'rrt9psbyug',
  name: 'spring page',
  model: 'dae',
  trainedAt: '2026-11-25T12:54:01.249Z',
  version: '0.1.0',
  dataset: { fingerprint: 'b'.repeat(64), name: 'kids' },
  withData: true,
  dataHere: false,
  profiles: 330,
  items: 1_682,
  here: 'nothing',
  files: 12,
  status: 'finished',
  holds: { rules: 0, approved: false, notes: 0, maps: [] },
  ...changes,
});

it('shows its contents, and opens it on a click', async () => {
  const { user, t } = renderInWindow(<BundleDialog />);
  const agreed = askToOpen({ contents: contents() });
  const dialog = await screen.findByRole('dialog', { name: t('bundles.question') });
  for (const text of ['/mnt/stick/spring.shelfwise', 'spring page (rrt9psbyug)', t('bundles.trust')])
    expect(dialog.textContent).toContain(text);
  expect(dialog.textContent).toContain(t('bundles.profilesInIt', { number: '330' }));
  await user.click(screen.getByRole('button', { name: t('bundles.open') }));
  expect(await agreed).toBe(true);
});

it.each(['{Enter}', '{Escape}'])('does not take %s alone as consent', async (key) => {
  const { user } = renderInWindow(<BundleDialog />);
  const agreed = askToOpen({ contents: contents() });
  await screen.findByRole('dialog');
  await user.keyboard(key);
  expect(await agreed).toBe(false);
});

it('says what a bundle without data can and cannot do, depending on the workspace', async () => {
  const { t } = renderInWindow(<BundleDialog />);
  const bare = { withData: false, profiles: null, items: null };
  void askToOpen({ contents: contents({ ...bare, dataHere: false }) });
  await screen.findByText(t('bundles.dataMissing', { name: 'kids' }));
  void askToOpen({ contents: contents({ ...bare, dataHere: true }) });
  await screen.findByText(t('bundles.dataHere', { name: 'kids' }));
  void askToOpen({ contents: contents({ here: 'without-data' }) });
  await screen.findByText(t('bundles.completes'));
  expect(screen.queryByText(t('bundles.dataHere', { name: 'kids' }))).toBeNull();
});

it('says what people added to the run, and that rules here do not change', async () => {
  const { t } = renderInWindow(<BundleDialog />);
  void askToOpen({ contents: contents({ holds: { rules: 3, approved: true, notes: 1, maps: ['profiles'] } }) });
  const dialog = await screen.findByRole('dialog', { name: t('bundles.question') });
  for (const text of [
    t('bundles.rulesInIt', { count: 3 }),
    t('bundles.approvedInIt'),
    t('bundles.notesInIt', { count: 1 }),
    t('bundles.mapsInIt'),
  ])
    expect(dialog.textContent).toContain(text);
});
