/** An earlier version of the rules beside the saved one. */
import { screen } from '@testing-library/react';
import { beforeEach, expect, it } from 'vitest';
import { useSelection } from '../../../renderer/stores/selection';
import { RuleComparison } from './RuleComparison';
import { ruleSchema } from '../../../shared/contract/rules';
import { keptLabels } from '../../../../tests/support/window/kept-rows';
import { dataset, popularityRun } from '../../../../tests/support/window/records';
import { renderInWindow } from '../../../../tests/support/window/render-in-window';
import { TRIED_LANGUAGES } from '../../../../tests/support/tried';

const rule = (id: string, more: object = {}) =>
  ruleSchema.parse({ kind: 'hide', id, name: `Rule ${id}`, titles: { ids: ['7'] }, ...more });

beforeEach(() => useSelection.setState({ dataset: null, runId: null }));

it.each(TRIED_LANGUAGES)('says which rules were added, removed, changed and moved: %s', async (language) => {
  const asked: object[] = [];
  const { t, user } = renderInWindow(<RuleComparison data="d" earlier={2} present={5} onClose={() => undefined} />, {
    language,
    answers: ({ rules }) => ({
      rules: {
        compare: rules.compare.handler(({ input }) => {
          asked.push(input);
          return {
            added: [rule('new', { titles: { ids: ['1', '2', '3', '4', '8'], series: ['A', 'B', 'C', 'Dodo'] } })],
            removed: [rule('old', { on: false })],
            changed: [{ before: rule('c'), after: rule('c', { titles: { ids: ['8'] } }), parts: ['titles'] }],
            moved: [{ rule: 'c', before: 1, after: 3 }],
            before: { rulesSha256: 'a', rules: 3 },
            after: { rulesSha256: 'b', rules: 3 },
            names: [{ id: 'c', name: 'Rule c' }],
            titles: [{ item: '8', title: 'Dinos' }],
          };
        }),
      },
    }),
  });
  expect(await screen.findByText('Rule new')).toBeTruthy();
  expect(asked).toEqual([{ data: 'd', before: { revision: 2 }, after: { revision: 5 } }]);
  for (const heading of ['addedSince', 'removedSince', 'changedSince', 'movedSince'] as const)
    expect(screen.getByRole('heading', { name: t(`rules.${heading}`) })).toBeTruthy();
  expect(screen.getByText(t('rules.movedFrom', { name: 'Rule c', before: 1, after: 3 }))).toBeTruthy();
  const text = document.body.textContent!;
  expect(text).toContain('Dinos');
  expect(text).toContain(t('rules.isOff', { text: '' }).trim());
  // What a sentence leaves out can be shown.
  expect(text).not.toContain('Dodo');
  await user.click(screen.getByRole('button', { name: t('common.andMore.things', { count: 3 }) }));
  expect(document.body.textContent).toMatch(/1, 2, 3, 4.*Dinos.*A, B, C.*Dodo/);
});

it.each(TRIED_LANGUAGES)(
  'leads to what both versions do to the lists of the open run, and back: %s',
  async (language) => {
    const { fingerprint: data } = dataset();
    useSelection.setState({ dataset: data });
    const run = popularityRun();
    const same = { added: [], removed: [], changed: [], moved: [], names: [], titles: [] };
    const side = { rulesSha256: 'a', rules: 0 };
    const { t, user, place } = renderInWindow(
      <RuleComparison data={data} earlier={2} present={5} onClose={() => undefined} />,
      {
        language,
        answers: ({ labels, rules, runs }) => ({
          runs: { list: runs.list.handler(() => [run]) },
          labels: { get: labels.get.handler(() => keptLabels()) },
          rules: { compare: rules.compare.handler(() => ({ ...same, before: side, after: side })) },
        }),
      },
    );
    await screen.findByText(t('rules.sameRules'));
    await user.click(await screen.findByRole('link', { name: t('changes.open') }));
    expect(place()).toBe(`/changes/${run.runId}!2/${run.runId}/rules`);
  },
);
