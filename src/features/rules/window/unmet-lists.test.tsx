/** Promises that could not be kept lead to the lists in which they could not. */
import { screen } from '@testing-library/react';
import { beforeEach, expect, it } from 'vitest';
import { useSelection } from '../../../renderer/stores/selection';
import { ruleSchema, ruleSetOf } from '../../../shared/contract/rules';
import { today } from '../../../shared/values/day';
import { autoencoderRun, dataset } from '../../../../tests/support/window/records';
import { renderInWindow } from '../../../../tests/support/window/render-in-window';
import { Effect } from './Effect';

const open = dataset();
const run = autoencoderRun();
const rule = (id: string) => ruleSchema.parse({ kind: 'pin', id, name: id, place: 1, titles: { ids: ['7'] } });
const set = ruleSetOf([rule('one'), rule('two')]);

beforeEach(() => useSelection.setState({ dataset: open.fingerprint, runId: null }));

it('one that comes from an export sees them at once, and goes through the lists of all rules or of one', async () => {
  const { t, user, place } = renderInWindow(<Effect set={set} rulesSha256="x" showsUnmet />, {
    answers: ({ datasets, runs, rules }) => ({
      datasets: { list: datasets.list.handler(() => [open]) },
      runs: { list: runs.list.handler(() => [run]) },
      rules: {
        try: rules.try.handler(async function* () {
          yield { phase: 'rules', detail: '', done: 0, total: 1 };
          return {
            runId: run.runId,
            date: today(),
            rulesSha256: 'x',
            profiles: 9,
            changed: 3,
            rescored: 0,
            cost: null,
            coverage: { before: 0.5, after: 0.5 },
            rules: [
              { rule: 'one', lists: 2, first: ['7', '8'], broken: 1, why: [{ reason: 'watched', count: 1 }] },
              { rule: 'two', lists: 1, first: ['7'], broken: 2, why: [{ reason: 'hidden', count: 2 }] },
            ],
            newTitles: null,
            broken: [
              { rule: 'one', profile: '11', reason: 'watched' as const },
              { rule: 'two', profile: '12', reason: 'hidden' as const },
              { rule: 'two', profile: '13', reason: 'hidden' as const },
            ],
            brokenCount: 3,
            conflicts: [],
            most: [],
            seconds: 0,
          };
        }),
      },
    }),
  });
  const all = await screen.findByRole('link', { name: t('rules.broken', { count: 3 }) });
  expect(screen.getByText(t('rules.reasonOften', { count: 2, why: t('rules.reason.hidden') }))).toBeTruthy();
  await user.click(all);
  expect(place()).toBe('/compare/11/rules;list=11%2C12%2C13');
  await user.click(screen.getByRole('link', { name: new RegExp(`^\\d+ · two\\. ${t('rules.seeUnmet')}$`) }));
  expect(place()).toBe('/compare/12/rules;list=12%2C13');
  await user.click(screen.getByRole('link', { name: `2 · one. ${t('rules.seeTouched')}` }));
  expect(place()).toBe('/compare/7/rules;list=7%2C8');
});
