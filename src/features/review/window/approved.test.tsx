/** Lists that are approved say so and by whom; what is offered then is to take it back, at once by Undo as well. */
import { screen, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import { SIGNED_HEAD } from '../../../../tests/support/window/signed-head';
import { NO_RULES_COUNT } from '../../../../tests/support/window/no-rules-count';
import { renderInWindow } from '../../../../tests/support/window/render-in-window';
import { NoticeBar } from '../../../renderer/shell/NoticeBar';
import { approvalSchema, type StandingApprovals } from '../../../shared/contract/approvals';
import type { EarlierExport } from '../../../shared/contract/run-life';
import { ApproveButton } from './ApproveButton';

function renderButton(language: 'en' | 'ko') {
  const withdrawn: object[] = [];
  const sent: EarlierExport[] = [];
  let approvals: StandingApprovals = { current: null, all: [], standing: null };
  const rendered = renderInWindow(
    <>
      <NoticeBar />
      <ApproveButton runId="r1" undecided={0} rules={NO_RULES_COUNT} />
    </>,
    {
      language,
      answers: ({ review, runs }) => ({
        runs: { exports: runs.exports.handler(() => sent) },
        review: {
          approvals: review.approvals.handler(() => approvals),
          approve: review.approve.handler(({ input: { by, reason } }) => {
            const at = '2026-11-26T01:02:03.000Z';
            const current = approvalSchema.parse({ kind: 'approved', by, reason, at, listsSha256: null, found: [] });
            approvals = { current, all: [current], standing: 'holds' };
            return { ...approvals, head: SIGNED_HEAD };
          }),
          withdraw: review.withdraw.handler(({ input }) => {
            withdrawn.push(input);
            approvals = { current: null, all: [], standing: null };
            return { ...approvals, head: SIGNED_HEAD };
          }),
        },
      }),
    },
  );
  return { ...rendered, withdrawn, sent };
}

it.each(['en', 'ko'] as const)('by name, without offering the same again: %s', async (language) => {
  const { t, user, withdrawn } = renderButton(language);
  await user.click(await screen.findByRole('button', { name: t('checks.approve') }));
  await user.type(await screen.findByLabelText(t('checks.by'), { exact: false }), 'Jiwoo');
  await user.type(screen.getByLabelText(t('checks.reason'), { exact: false }), 'Looked at 40');
  await user.click(screen.getAllByRole('button', { name: t('checks.approve') }).at(-1)!);
  await screen.findByRole('button', { name: t('checks.withdraw') });
  expect(document.body.textContent).toMatch(language === 'en' ? /Approved by Jiwoo on/ : /Jiwoo 님이 승인했습니다/);
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  const verbs: string[] = [t('checks.approve'), t('checks.approval')];
  expect(screen.getAllByRole('button').filter(({ textContent }) => verbs.includes(textContent))).toEqual([]);
  await user.click(screen.getByRole('button', { name: t('versions.undo') }));
  await waitFor(() => expect(withdrawn).toMatchObject([{ runId: 'r1', by: 'Jiwoo' }]));
  await screen.findByRole('button', { name: t('checks.approve') });
});

it('by Undo only until the file is sent', async () => {
  const { t, user, sent, stale } = renderButton('en');
  await user.click(await screen.findByRole('button', { name: t('checks.approve') }));
  await user.type(await screen.findByLabelText(t('checks.by'), { exact: false }), 'Jiwoo');
  await user.type(screen.getByLabelText(t('checks.reason'), { exact: false }), 'Looked at 40');
  await user.click(screen.getAllByRole('button', { name: t('checks.approve') }).at(-1)!);
  await screen.findByRole('button', { name: t('versions.undo') });
  await stale();
  expect(screen.getByRole('button', { name: t('versions.undo') })).toBeTruthy();
  sent.push({
    path: '/out/lists.csv',
    format: 'submission',
    profiles: 2,
    sha256: 'a'.repeat(64),
    exportedAt: '2026-11-26T01:05:00.000Z',
    file: 'same',
    checks: [],
  });
  await stale();
  await waitFor(() => expect(screen.queryByRole('button', { name: t('versions.undo') })).toBeNull());
});
