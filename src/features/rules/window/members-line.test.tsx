/** Rules for the members of a segment that no condition can say: what changed since they were taken, and those of today. */
import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { RuleMembers } from '../../../shared/contract/rules';
import { renderInWindow } from '../../../../tests/support/window/render-in-window';
import { TRIED_LANGUAGES } from '../../../../tests/support/tried';
import { MembersLine } from './MembersLine';

const then: RuleMembers = { segment: 's1', name: 'Picked', day: '2026-11-02', profiles: ['3', '4'] };
const now: RuleMembers = { ...then, day: '2026-11-29', profiles: ['4', '5', '6'] };

it.each(TRIED_LANGUAGES)('says when the members changed, and takes those of today: %s', async (language) => {
  const taken: RuleMembers[] = [];
  const { t, user } = renderInWindow(
    <MembersLine
      data="d"
      members={then}
      since={{ rule: 'a', isKnown: true, came: 2, left: 1 }}
      onTake={(members) => void taken.push(members)}
    />,
    {
      language,
      answers: ({ datasets, runs, rules }) => ({
        datasets: { list: datasets.list.handler(() => []) },
        runs: { list: runs.list.handler(() => []) },
        rules: {
          members: rules.members.handler(({ input }) => {
            expect(input).toEqual({ data: 'd', segment: 's1' });
            return now;
          }),
        },
      }),
    },
  );
  await screen.findByText(t('rules.membersChanged', { came: 2, left: 1 }));
  await user.click(screen.getByRole('button', { name: t('rules.membersToday', { name: 'Picked' }) }));
  await expect.poll(() => taken).toEqual([now]);
});
