/** Undo of a decision about many lists, where another window decided about one of them in between. */
import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { DecideAll } from './DecideAll';
import { NoticeBar } from '../../../renderer/shell/NoticeBar';
import type { Decision } from '../contract/checks';
import { UNDECIDED } from '../../../../tests/support/window/kept-rows';
import { renderInWindow } from '../../../../tests/support/window/render-in-window';
import { TRIED_LANGUAGES } from '../../../../tests/support/tried';

/** Three lists, and an engine that decides about all or none. @param runId of this test: the window remembers its decisions */
function shown(runId: string, language: 'en' | 'ko' = 'en') {
  const stored = new Map<string, Decision>(['1', '2', '3'].map((profile) => [profile, UNDECIDED]));
  const all = () => Array.from(stored, ([profile, decision]) => ({ profile, decision }));
  const rendered = renderInWindow(
    <>
      <NoticeBar />
      <DecideAll runId={runId} label="All three" read={async () => all()} />
    </>,
    {
      language,
      answers: ({ review }) => ({
        review: {
          decisions: review.decisions.handler(all),
          decideAll: review.decideAll.handler(({ input: { decisions } }) => {
            for (const { profile, revision } of decisions)
              if (stored.get(profile)!.revision !== revision) throw new Error('All or none.');
            return decisions.map(({ profile, decision = null, revision, about = runId }) => {
              const decided = { ...UNDECIDED, decision, runId: about, revision: revision + 1 };
              stored.set(profile, decided);
              return { profile, decision: decided };
            });
          }),
        },
      }),
    },
  );
  const decisions = () => Array.from(stored.values(), ({ decision }) => decision);
  return { ...rendered, stored, decisions };
}

it.each(TRIED_LANGUAGES)('takes back what no one else decided since, and says what stays: %s', async (language) => {
  const { user, t, stored, decisions } = shown(`undo beside ${language}`, language);
  await user.click(screen.getByRole('button', { name: new RegExp(t('checks.decisions.fine')) }));
  await expect.poll(decisions).toEqual(['fine', 'fine', 'fine']);
  stored.set('2', { ...stored.get('2')!, decision: 'rule', revision: 9 });
  await user.click(await screen.findByRole('button', { name: t('versions.undo') }));
  await expect.poll(decisions).toEqual([null, 'rule', null]);
  await screen.findByText(t('checks.alike.leftOut', { count: 1 }));
});

it('offers no undo once all of them were decided again elsewhere', async () => {
  const { user, t, stored, decisions, stale } = shown('undo of nothing');
  await user.click(screen.getByRole('button', { name: new RegExp(t('checks.decisions.fine')) }));
  await expect.poll(decisions).toEqual(['fine', 'fine', 'fine']);
  await screen.findByRole('button', { name: t('versions.undo') });
  for (const [profile, decision] of stored) stored.set(profile, { ...decision, revision: 9 });
  await stale();
  await expect.poll(() => screen.queryByRole('button', { name: t('versions.undo') })).toBeNull();
});
