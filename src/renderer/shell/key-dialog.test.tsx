/** The dialog about key files: the meaning of each answer, and that closing it picks none. */
import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { KeyDialog } from './KeyDialog';
import { askForKey, type KeyPurpose } from '../stores/key-question';
import { renderInWindow } from '../../../tests/support/window/render-in-window';

it('offers to create or use a key file when pseudonyms are about to be made', async () => {
  const { user, t } = renderInWindow(<KeyDialog />);
  const making = askForKey({ purpose: 'import', name: 'my-data' });
  // The warning comes before the choice: without the file nothing can be converted back.
  await screen.findByText(t('pseudonyms.keepIt'));
  await user.click(screen.getByRole('button', { name: t('pseudonyms.make') }));
  expect(await making).toBe('make');
  const using = askForKey({ purpose: 'import', name: 'my-data' });
  await user.click(await screen.findByRole('button', { name: t('pseudonyms.useMine') }));
  expect(await using).toBe('choose');
});

it.each<KeyPurpose>(['again', 'export'])('offers no new key file for %s: it would convert nothing', async (purpose) => {
  const { user, t } = renderInWindow(<KeyDialog />);
  const answer = askForKey({ purpose, name: 'my-data' });
  await screen.findByText(t(`pseudonyms.leads.${purpose}`, { name: 'my-data' }));
  expect(screen.queryByRole('button', { name: t('pseudonyms.make') })).toBeNull();
  await user.click(screen.getByRole('button', { name: t('pseudonyms.choose') }));
  expect(await answer).toBe('choose');
});

it('treats Escape, and a second question, as no', async () => {
  const { user, t } = renderInWindow(<KeyDialog />);
  const first = askForKey({ purpose: 'import', name: 'first' });
  await screen.findByRole('dialog');
  const second = askForKey({ purpose: 'export', name: 'second' });
  expect(await first).toBeNull();
  await screen.findByText(t('pseudonyms.leads.export', { name: 'second' }));
  await user.keyboard('{Escape}');
  expect(await second).toBeNull();
});
