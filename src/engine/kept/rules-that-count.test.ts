import { expect, it } from 'vitest';
import { temporaryWorkspace } from '../../../tests/support/finished-run';
import type { RuleSet } from '../../shared/contract/rules';
import { today } from '../../shared/values/day';
import { hashRules } from '../rules/rule-set';
import { setRules } from './rules';
import { rulesThatCount } from './rules-that-count';

const DATA = 'a'.repeat(64);
const setOf = (...rules: readonly object[]): RuleSet => ({
  formatVersion: 1,
  rules: rules.map((rule, at) => ({ id: `r${at}`, name: `Rule ${at}`, on: true, kind: 'in-order', ...rule })) as never,
});

it('are the saved rules that are on, as of today, unless a call says otherwise', async () => {
  const workspace = await temporaryWorkspace();
  expect(await rulesThatCount(workspace, DATA)).toBeNull();
  await setRules(workspace, DATA, { revision: 0, set: setOf({}, { on: false }, { until: '2026-03-01' }) });
  const on = setOf({}, { id: 'r2', name: 'Rule 2', until: '2026-03-01' });
  const rulesSha256 = hashRules({ ...on, rules: [on.rules[0]!, on.rules[1]!] });
  expect(await rulesThatCount(workspace, DATA)).toEqual({
    set: on,
    date: today(),
    rulesSha256,
    revision: 1,
    names: ['Rule 0'],
  });
  expect(await rulesThatCount(workspace, DATA, { date: '2026-02-01' })).toMatchObject({
    date: '2026-02-01',
    rulesSha256,
    names: ['Rule 0', 'Rule 2'],
  });
  expect(await rulesThatCount(workspace, DATA, 'none')).toBeNull();
});

it('are those of a given set in place of the saved ones', async () => {
  const workspace = await temporaryWorkspace();
  await setRules(workspace, DATA, { revision: 0, set: setOf({}) });
  const given = setOf({ name: 'Given' }, { on: false });
  expect(await rulesThatCount(workspace, DATA, { set: given })).toMatchObject({ revision: null, names: ['Given'] });
  expect(await rulesThatCount(workspace, DATA, { set: setOf({ on: false }) })).toBeNull();
});
