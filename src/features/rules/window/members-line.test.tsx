/** Rules for the members of a segment that no condition can say: taken as they are today, with what changed since. */
import { screen } from '@testing-library/react';
import { beforeEach, expect, it } from 'vitest';
import { useSelection } from '../../../renderer/stores/selection';
import { type Rule, type RuleMembers, ruleSchema } from '../../../shared/contract/rules';
import { keptSegment } from '../../../../tests/support/window/kept-rows';
import { dataset } from '../../../../tests/support/window/records';
import { createFormat } from '../../../shared/words/format';
import { renderInWindow } from '../../../../tests/support/window/render-in-window';
import { RuleRows } from './RuleRows';
import { SentenceEditor } from './SentenceEditor';
import { TRIED_LANGUAGES } from '../../../../tests/support/tried';

const open = dataset();
const then: RuleMembers = { segment: 's1', name: 'Picked', day: '2026-11-02', profiles: ['3', '4'] };
const now: RuleMembers = { ...then, day: '2026-11-29', profiles: ['4', '5', '6'] };
const rule = ruleSchema.parse({
  kind: 'hide',
  id: 'a',
  name: 'A',
  titles: { ids: ['7'] },
  profiles: { members: then },
});

beforeEach(() => useSelection.setState({ dataset: open.fingerprint, runId: null }));

it.each(TRIED_LANGUAGES)('a rule says when the members changed, and takes those of today: %s', async (language) => {
  const changed: (readonly Rule[])[] = [];
  const { t, user } = renderInWindow(
    <RuleRows
      data={open.fingerprint}
      rules={[rule]}
      titles={[]}
      conflicts={[]}
      onChange={(rules) => void changed.push(rules)}
      onEdit={() => undefined}
      onRemove={() => undefined}
    />,
    {
      language,
      answers: ({ datasets, runs, rules }) => ({
        datasets: { list: datasets.list.handler(() => [open]) },
        runs: { list: runs.list.handler(() => []) },
        rules: {
          membersSince: rules.membersSince.handler(() => [{ rule: 'a', isKnown: true, came: 2, left: 1 }]),
          members: rules.members.handler(({ input }) => {
            expect(input).toEqual({ data: open.fingerprint, segment: 's1' });
            return now;
          }),
        },
      }),
    },
  );
  await screen.findByText(t('rules.membersChanged', { came: 2, left: 1 }));
  expect(document.body.textContent).toContain(createFormat(language).calendarDay('2026-11-02'));
  await user.click(screen.getByRole('button', { name: t('rules.membersToday', { name: 'Picked' }) }));
  await expect.poll(() => changed).toEqual([[{ ...rule, profiles: { members: now } }]]);
});

it('a segment that was picked by hand is taken with its members, beside conditions', async () => {
  const taken: Rule[] = [];
  const { t, user } = renderInWindow(
    <SentenceEditor
      dataset={open}
      rules={[]}
      titles={[]}
      edited={{ rule: { ...rule, profiles: { watched: { from: 3 } } } }}
      onTake={(made) => void taken.push(made)}
      onClose={() => undefined}
    />,
    {
      answers: ({ datasets, runs, rules, segments }) => ({
        datasets: { list: datasets.list.handler(() => [open]) },
        runs: { list: runs.list.handler(() => []) },
        segments: {
          list: segments.list.handler(() => [keptSegment('Picked', { filter: { profiles: ['3'] } })]),
        },
        rules: { members: rules.members.handler(() => now) },
      }),
    },
  );
  await user.click(screen.getByRole('button', { name: new RegExp(`^${t('rules.profiles')}`) }));
  await user.click(await screen.findByRole('combobox', { name: t('rules.segment') }));
  await user.click(await screen.findByRole('option', { name: 'Picked' }));
  await screen.findByRole('button', { name: t('rules.membersRemove') });
  await user.click(screen.getByRole('button', { name: t('rules.done') }));
  expect(taken).toEqual([{ ...rule, profiles: { watched: { from: 3 }, members: now } }]);
});
