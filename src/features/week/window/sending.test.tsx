/** Approving and sending the lists of a week, and taking an approval back. */
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, expect, it } from 'vitest';
import { OUT } from '../../../../tests/support/window/refreshes';
import { approvalBy, closeWindow, shown, step } from '../../../../tests/support/window/week-window';
import { RUN_NOW, weekBefore, weekNow } from '../../../../tests/support/window/weeks';
import { useMainActionStore } from '../../../renderer/stores/main-action';

beforeEach(closeWindow);

it('approves, then writes the file in one press, and closes the week', async () => {
  const { t, user, written } = shown({ odd: 0 });
  const approved = await step(t('week.step.approved'));
  await waitFor(() => expect(approved.dataset['state']).toBe('now'));
  expect(useMainActionStore.getState().action?.label).toBe(t('week.approve'));
  await user.click(within(approved).getByRole('button', { name: t('week.approve') }));
  const dialog = within(await screen.findByRole('dialog'));
  const [by, reason] = dialog.getAllByRole('textbox');
  await user.type(by!, 'Kim');
  await user.type(reason!, 'Looked.');
  await user.click(dialog.getByRole('button', { name: t('checks.approve') }));
  const sent = await step(t('week.step.sent'));
  await waitFor(() => expect(sent.dataset['state']).toBe('now'));
  expect((await step(t('week.step.approved'))).textContent).toContain('by Kim');
  await user.click(await within(sent).findByRole('button', { name: t('week.send') }));
  await screen.findByText(/^Week 17(, 2026)? is out\./);
  expect(written).toEqual([{ runId: RUN_NOW, out: OUT, format: 'submission' }]);
  // What was sent stands: it cannot be taken back from here.
  expect(screen.queryByRole('button', { name: t('week.undoApproval') })).toBeNull();
});

it('asks who approves although odd lists wait, and takes an approval back', async () => {
  const { t, user } = shown();
  await user.click(within(await step(t('week.step.approved'))).getByRole('button', { name: t('week.approve') }));
  const dialog = within(await screen.findByRole('dialog', { name: t('checks.approve') }));
  // What waits is said before anybody signs.
  expect(dialog.getByText(t('checks.approveOpen', { count: 7 }), { exact: false })).toBeTruthy();
  cleanup();
  const approved = shown({ odd: 0, approved: approvalBy('Kim') });
  const row = await step(t('week.step.approved'));
  await approved.user.click(await within(row).findByRole('button', { name: t('week.undoApproval') }));
  await screen.findByRole('dialog', { name: t('checks.withdraw') });
});

it('shows no way to send before an approval holds', async () => {
  const { t } = shown();
  await step(t('week.step.sent'));
  expect(screen.queryByRole('button', { name: t('week.send') })).toBeNull();
});

it.each(['en', 'ko'] as const)(
  'leads from the file to the proof of its lists and to the report: %s',
  async (language) => {
    const sent = { path: OUT, format: 'submission', profiles: 19, sha256: 'e'.repeat(64), by: 'Kim' } as const;
    const { t } = shown({
      language,
      weeks: [weekNow({ sent: { ...sent, at: '2026-04-27T06:00:00.000Z' } }), weekBefore()],
    });
    const row = await step(t('week.step.sent'));
    const places = (['week.prove', 'week.report'] as const).map(async (name) =>
      (await within(row).findByRole('link', { name: t(name) })).getAttribute('href'),
    );
    expect(await Promise.all(places)).toEqual([`/runs/${RUN_NOW}`, `/runs/${RUN_NOW}/report`]);
  },
);
