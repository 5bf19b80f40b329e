/** Lists that are approved say so and by whom; what is offered then is to take it back, at once by Undo as well. */
import { act, screen, waitFor } from '@testing-library/react';
import { useQueryClient } from '@tanstack/react-query';
import { expect, it } from 'vitest';
import { SIGNED_HEAD } from '../../../../tests/support/window/signed-head';
import { NO_RULES_COUNT } from '../../../../tests/support/window/no-rules-count';
import { renderInWindow } from '../../../../tests/support/window/render-in-window';
import { useEngine } from '../../../renderer/connection/engine-context';
import { activateRun } from '../../../renderer/stores/selection';
import { NoticeBar } from '../../../renderer/shell/NoticeBar';
import { approvalSchema, type StandingApprovals } from '../../../shared/contract/approvals';
import type { EarlierExport } from '../../../shared/contract/run-life';
import { ApproveButton } from './ApproveButton';

/** Makes stale what the window asks again when another one changes files of a run. */
let changedElsewhere = (): unknown => undefined;
function Elsewhere(): null {
  const cache = useQueryClient();
  const { queries } = useEngine();
  changedElsewhere = () => cache.invalidateQueries({ queryKey: queries.review.approvals.key() });
  return null;
}

function renderButton(language: 'en' | 'ko') {
  const withdrawn: object[] = [];
  const sent: EarlierExport[] = [];
  let approvals: StandingApprovals = { current: null, all: [], standing: null };
  const rendered = renderInWindow(
    <>
      <NoticeBar />
      <Elsewhere />
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
  const takenBack = (): void => {
    approvals = { current: null, all: [], standing: null };
  };
  return { ...rendered, withdrawn, sent, takenBack };
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

async function approve({ t, user }: ReturnType<typeof renderButton>): Promise<void> {
  await user.click(await screen.findByRole('button', { name: t('checks.approve') }));
  await user.type(await screen.findByLabelText(t('checks.by'), { exact: false }), 'Jiwoo');
  await user.type(screen.getByLabelText(t('checks.reason'), { exact: false }), 'Looked at 40');
  await user.click(screen.getAllByRole('button', { name: t('checks.approve') }).at(-1)!);
  await screen.findByRole('button', { name: t('versions.undo') });
}

it('by Undo only while their week is shown', async () => {
  activateRun('r1', 'week 35');
  const shown = renderButton('en');
  await approve(shown);
  act(() => activateRun('r2', 'week 36'));
  await waitFor(() => expect(screen.queryByRole('button', { name: shown.t('versions.undo') })).toBeNull());
});

it('by Undo only until another window takes it back', async () => {
  const shown = renderButton('en');
  await approve(shown);
  shown.takenBack();
  await act(async () => changedElsewhere());
  await waitFor(() => expect(screen.queryByRole('button', { name: shown.t('versions.undo') })).toBeNull());
});

it.each(['en', 'ko'] as const)(
  'by a button that is reached without a name too, and says what is missing: %s',
  async (language) => {
    const { t, user } = renderButton(language);
    await user.click(await screen.findByRole('button', { name: t('checks.approve') }));
    const reason = await screen.findByLabelText(t('checks.reason'), { exact: false });
    reason.focus();
    await user.tab();
    const button = document.activeElement as HTMLButtonElement;
    expect(button.textContent).toBe(t('checks.approve'));
    await user.keyboard('{Enter}');
    expect(screen.getByRole('dialog').contains(button)).toBe(true);
    expect(document.getElementById(button.getAttribute('aria-describedby')!)!.textContent).toBe(
      t('checks.approveNeeds'),
    );
  },
);
