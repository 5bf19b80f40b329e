import * as fs from 'node:fs/promises';
import * as os from 'node:os';
import * as path from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { dataOf, DAY, prepared } from '../../../tests/support/any-rules';
import { MOST_RULE_CHARACTERS } from '../../shared/limits';
import { filesOfProfiles } from '../data/privacy/written-files';
import { openWorkspace, type Workspace } from '../storage/workspace';
import { readRuleFile, saveRuleFile } from './rule-files';
import { checkedRules, hashRules, rulesOn, whyNoRules } from './rule-set';

const rulesOf = (...rules: object[]) =>
  prepared(
    rules.map((rule, place) => ({
      id: `r${place}`,
      name: `R${place}`,
      kind: 'hide',
      titles: { ids: ['t1'] },
      ...rule,
    })),
    dataOf(5, [[]]),
  ).set;

describe('files of rules', () => {
  let folder = '';
  let workspace: Workspace;
  beforeEach(async () => {
    folder = await fs.realpath(await fs.mkdtemp(path.join(os.tmpdir(), 'rules-')));
    onTestFinished(() => fs.rm(folder, { recursive: true, force: true }));
    workspace = await openWorkspace(path.join(folder, 'workspace'));
  });
  const file = (): string => path.join(folder, 'rules.json');
  const refused = (code: string, id: string) => ({ code, said: [{ id, values: { file: file() } }] });

  it('are read as they were saved, also as editors of Windows save them', async () => {
    const set = rulesOf({});
    expect(await saveRuleFile(workspace, 'data', file(), set)).toMatchObject({ path: file() });
    const text = await fs.readFile(file(), 'utf8');
    expect(text.endsWith('}\n')).toBe(true);
    const { rules } = await readRuleFile(file());
    expect(rules).toEqual(set.rules);
    await fs.writeFile(file(), `\uFEFF${text}`);
    expect((await readRuleFile(file())).rules).toEqual(set.rules);
  });

  it('are refused where they are gone, no file, too large, or no rules', async () => {
    await expect(readRuleFile(file())).rejects.toMatchObject(refused('not-found', 'rules.no-file'));
    await fs.writeFile(file(), ' '.repeat(8 * MOST_RULE_CHARACTERS + 1));
    await expect(readRuleFile(file())).rejects.toMatchObject(refused('bad-data', 'rules.too-large'));
    await fs.writeFile(file(), ' '.repeat(8 * MOST_RULE_CHARACTERS));
    await expect(readRuleFile(file())).rejects.toMatchObject(refused('bad-data', 'rules.no-object'));
    await fs.rm(file());
    await fs.mkdir(file());
    await expect(readRuleFile(file())).rejects.toMatchObject(refused('bad-data', 'rules.no-object'));
  });

  it('are noted as files with profiles if they name members of a segment, and otherwise not', async () => {
    const noted = () => filesOfProfiles(workspace, ['data'], () => false);
    await saveRuleFile(workspace, 'data', file(), rulesOf({}, { profiles: { text: 'p1' } }));
    expect(await noted()).toEqual([]);
    const members = { segment: 's', name: 'S', day: DAY, profiles: ['p1'] };
    await saveRuleFile(workspace, 'data', file(), rulesOf({}, { profiles: { members } }));
    expect(await noted()).toEqual([file()]);
  });
});

describe('a set of rules', () => {
  const whole = { formatVersion: 1, rules: [{ id: 'a', name: 'Calm', kind: 'hide', titles: { ids: ['t1'] } }] };
  const problem = (content: object): string => {
    let said: { values?: { problem?: string } } | undefined;
    try {
      checkedRules(content, 'f');
    } catch (thrown) {
      [said] = (thrown as { said: never[] }).said;
    }
    return said?.values?.problem ?? '';
  };

  it('is refused as that of a newer version, or as no object, by the name of its file', () => {
    const refusal = (code: string, id: string) =>
      expect.objectContaining({ code, said: [{ id, values: { file: 'f' } }] }) as Error;
    expect(() => checkedRules({ formatVersion: 99 }, 'f')).toThrow(refusal('newer-version', 'version.newer'));
    for (const content of [null, [], 'x', 5, undefined])
      expect(() => checkedRules(content, 'f')).toThrow(refusal('bad-data', 'rules.no-object'));
    expect(problem({ ...whole, formatVersion: '99' })).not.toBe('');
    expect(checkedRules({ ...whole, $schema: 'https://example.org' }, 'f').rules).toHaveLength(1);
  });

  it('names the wrong rule by ID and name where it has them, and what is wrong with it', () => {
    const of = (rule: object): string => problem({ ...whole, rules: [{ ...whole.rules[0], ...rule }] });
    expect(of({ titles: { ids: [] } })).toMatch(/^rules\[0\] \(a, “Calm”\)\.titles\.ids: /);
    expect(of({ id: 5 })).toMatch(/^rules\[0\] \(“Calm”\)\.id: /);
    expect(of({ name: '' })).toMatch(/^rules\[0\] \(a\)\.name: /);
    expect(problem({ ...whole, rules: [5] })).toMatch(/^rules\[0\]: /);
    expect(problem({ ...whole, rules: 'x' })).toMatch(/^rules/);
    expect(problem({ ...whole, shelf: 1 })).toContain('shelf');
    const five = Array.from({ length: 5 }, (_, place) => ({ ...whole.rules[0], id: `r${place}`, titles: { ids: [] } }));
    expect(problem({ ...whole, rules: five }).split('; ')).toHaveLength(3);
  });

  it('says why something is none, or nothing where it is one', () => {
    expect(whyNoRules(whole)).toBeNull();
    expect(whyNoRules({ ...whole, rules: [5] })).toMatch(/^rules\[0\]: /);
    expect(whyNoRules(5)).not.toBeNull();
  });

  it('is the same by hash as long as the rules that are on are', () => {
    const [on, both] = [rulesOf({}), rulesOf({}, { on: false })];
    expect(hashRules(rulesOn(both))).toBe(hashRules(rulesOn(on)));
    expect(hashRules(both)).not.toBe(hashRules(on));
  });
});
