/** Editing rules, also while they are being saved. */
import { useQuery } from '@tanstack/react-query';
import { screen, waitFor, within } from '@testing-library/react';
import { useState, type ReactNode } from 'react';
import { beforeEach, expect, it } from 'vitest';
import { useEngine } from '../../../renderer/connection/engine-context';
import { useMainActionStore } from '../../../renderer/stores/main-action';
import { NoticeBar } from '../../../renderer/shell/NoticeBar';
import { rowOfRule } from './rule-row';
import { RuleBook } from './RuleBook';
import { RuleRows } from './RuleRows';
import { dropRuleDraft, ruleDraftOf } from './rule-drafts';
import type { KeptRules } from '../../../shared/contract/rule-answers';
import { type RuleSet, ruleSchema, RULES_VERSION } from '../../../shared/contract/rules';
import { dataset } from '../../../../tests/support/window/records';
import { renderInWindow } from '../../../../tests/support/window/render-in-window';
import { TRIED_LANGUAGES } from '../../../../tests/support/tried';

const open = dataset();
const rule = (id: string) => ruleSchema.parse({ kind: 'hide', id, name: `Rule ${id}`, titles: { ids: ['7'] } });
const savedAs = (set: RuleSet, revision: number): KeptRules => ({
  set,
  rulesSha256: `of ${revision}`,
  conflicts: [],
  titles: [],
  revision,
  changedAt: null,
});
const onOff = (set: RuleSet): string => set.rules.map(({ id, on }) => `${id} ${on ? 'on' : 'off'}`).join(', ');

/** Like the screen of rules, with what is saved. */
function Book({ part }: { part?: string }): ReactNode {
  const { queries } = useEngine();
  const saved = useQuery(queries.rules.get.queryOptions({ input: { data: open.fingerprint } }));
  return saved.data !== undefined && <RuleBook dataset={open} saved={saved.data} part={part} />;
}

/** The book, and a way to another screen and back. */
function LeftBook(): ReactNode {
  const [isShown, setShown] = useState(true);
  return (
    <>
      <button onClick={() => setShown((now) => !now)}>go</button>
      {isShown && <Book />}
    </>
  );
}

function renderBook(beside: ReactNode = null, language: 'en' | 'ko' = 'en', book: ReactNode = <Book />) {
  let kept = savedAs({ formatVersion: RULES_VERSION, rules: [rule('a'), rule('b')] }, 1);
  const sent: string[] = [];
  let answer = (): void => undefined;
  const rendered = renderInWindow(
    <>
      {beside}
      {book}
    </>,
    {
      language,
      answers: ({ datasets, rules, runs }) => ({
        datasets: { list: datasets.list.handler(() => [open]) },
        runs: { list: runs.list.handler(() => []) },
        rules: {
          get: rules.get.handler(() => kept),
          check: rules.check.handler(({ input: { set } }) => savedAs(set, 0)),
          history: rules.history.handler(() => ({ revision: 0, versions: [] })),
          set: rules.set.handler(async ({ input: { revision, set } }) => {
            sent.push(`${revision}: ${onOff(set)}`);
            await new Promise<void>((resolve) => {
              answer = resolve;
            });
            kept = savedAs(set, revision + 1);
            return kept;
          }),
        },
      }),
    },
  );
  return { ...rendered, sent, answer: () => answer() };
}

beforeEach(() => dropRuleDraft(open.fingerprint));

it('changes made while saving stay, based on what was saved', async () => {
  const { user, t, sent, answer } = renderBook();
  const switchOf = (name: string): HTMLElement => screen.getByRole('switch', { name: t('rules.on', { name }) });
  await user.click(await screen.findByRole('switch', { name: t('rules.on', { name: 'Rule a' }) }));
  await user.click(screen.getByRole('button', { name: t('rules.save') }));
  await expect.poll(() => sent).toEqual(['1: a off, b on']);
  await user.click(switchOf('Rule b'));
  answer();
  const save = screen.getByRole('button', { name: t('rules.save') });
  await expect.poll(() => save.isConnected && save.hasAttribute('data-loading')).toBe(false);
  expect((switchOf('Rule b') as HTMLInputElement).checked).toBe(false);
  await user.click(save);
  await expect.poll(() => sent).toEqual(['1: a off, b on', '2: a off, b off']);
  answer();
  await expect.poll(() => screen.queryByRole('button', { name: t('rules.save') })).toBeNull();
});

it.each(TRIED_LANGUAGES)(
  'says that the rules are saved, until they change, and keeps the focus: %s',
  async (language) => {
    const { user, t, sent, answer } = renderBook(<main id="content" tabIndex={-1} />, language);
    const toggle = async (): Promise<void> =>
      user.click(await screen.findByRole('switch', { name: t('rules.on', { name: 'Rule a' }) }));
    await toggle();
    const save = screen.getByRole('button', { name: t('rules.save') });
    save.focus();
    await user.keyboard('{Enter}');
    await expect.poll(() => sent).toHaveLength(1);
    answer();
    const told = await screen.findByText(t('rules.savedNow'));
    await expect.poll(() => document.activeElement?.id).toBe('content');
    await toggle();
    expect(told.textContent).toBe(t('rules.unsaved'));
  },
);

it('its main action begins a rule, adds the one that is written, and saves', async () => {
  const { user, t, sent } = renderBook();
  const action = (): string | undefined => useMainActionStore.getState().action?.label;
  const act = (): void => useMainActionStore.getState().action!.run();
  await expect.poll(action).toBe(t('rules.add'));
  act();
  await screen.findByRole('form', { name: t('rules.add') });
  await expect.poll(action).toBe(t('rules.done'));
  act();
  await screen.findByText(t('rules.incomplete'));
  await user.click(screen.getByRole('button', { name: t('common.cancel') }));
  await expect.poll(action).toBe(t('rules.add'));
  await user.click(screen.getByRole('switch', { name: t('rules.on', { name: 'Rule a' }) }));
  await expect.poll(action).toBe(t('rules.save'));
  act();
  await expect.poll(() => sent).toHaveLength(1);
});

it.each(TRIED_LANGUAGES)('a rule that was taken out comes back to its place by Undo: %s', async (language) => {
  const { user, t, sent, answer } = renderBook(<NoticeBar />, language);
  const names = (): string[] => screen.getAllByRole('switch').map((one) => one.getAttribute('aria-label')!);
  const remove = t('rules.remove', { name: 'Rule a' });
  await user.click(await screen.findByRole('button', { name: remove }));
  expect(names()).toEqual([t('rules.on', { name: 'Rule b' })]);
  await screen.findByText(t('rules.removed', { name: 'Rule a' }));
  await user.click(screen.getByRole('button', { name: t('versions.undo') }));
  // Nothing is left to save.
  await waitFor(() => expect(ruleDraftOf(open.fingerprint)).toBeNull());
  expect(names()).toHaveLength(2);
  // Also once it was saved without the rule.
  await user.click(screen.getByRole('button', { name: remove }));
  await user.click(screen.getByRole('button', { name: t('rules.save') }));
  await expect.poll(() => sent).toEqual(['1: b on']);
  answer();
  await screen.findByText(t('rules.savedNow'));
  await user.click(screen.getByRole('button', { name: t('versions.undo') }));
  await waitFor(() => expect(ruleDraftOf(open.fingerprint)).toMatchObject({ revision: 2 }));
  expect(onOff(ruleDraftOf(open.fingerprint)!.set)).toBe('a on, b on');
});

it('shows the rule that its address names', async () => {
  renderBook(null, 'en', <Book part="b" />);
  await expect.poll(() => document.activeElement?.id).toBe(rowOfRule('b'));
});

it('a rule that is being written is there again after a look at another screen, until it is cancelled', async () => {
  const { user, t } = renderBook(null, 'en', <LeftBook />);
  const leave = async (): Promise<void> => {
    await user.click(screen.getByRole('button', { name: 'go' }));
    await user.click(screen.getByRole('button', { name: 'go' }));
    await screen.findByRole('switch', { name: t('rules.on', { name: 'Rule a' }) });
  };
  await user.click(await screen.findByRole('button', { name: t('rules.add') }));
  await leave();
  // A form with nothing in it is not kept.
  expect(screen.queryByRole('form')).toBeNull();
  await user.click(screen.getByRole('button', { name: t('rules.add') }));
  await user.type(within(screen.getByRole('form')).getByLabelText(t('rules.name')), 'Summer');
  await leave();
  const form = screen.getByRole('form');
  expect(within(form).getByLabelText<HTMLInputElement>(t('rules.name')).value).toBe('Summer');
  await user.click(within(form).getByRole('button', { name: t('common.cancel') }));
  await leave();
  expect(screen.queryByRole('form')).toBeNull();
});

it.each([
  ['the beginning of its sentence', 'Put Heron Hill at…', 'en', 'Put Heron Hill at place 3. Until Dec 31, 2090.'],
  [
    'its sentence at the command line',
    'Put 9 at place 3. Until 2090-12-31',
    'en',
    'Put Heron Hill at place 3. Until Dec 31, 2090.',
  ],
  [
    'its sentence in the other language',
    'Put Heron Hill at place 3. Until Dec 31, 2090.',
    'ko',
    '3번째 자리에 고정: Heron Hill. 2090년 12월 31일까지.',
  ],
  [
    'its sentence, with the day as files write it',
    'Put Heron Hill at place 3. Until 2090-12-31.',
    'ko',
    '3번째 자리에 고정: Heron Hill. 2090년 12월 31일까지.',
  ],
] as const)(
  'a rule that is called by %s has the sentence once, in the language of the window',
  (_, name, language, sentence) => {
    const named = ruleSchema.parse({
      kind: 'pin',
      id: 'pin',
      name,
      place: 3,
      titles: { ids: ['9'] },
      until: '2090-12-31',
    });
    renderInWindow(
      <RuleRows
        data={open.fingerprint}
        rules={[named]}
        titles={[{ item: '9', title: 'Heron Hill' }]}
        conflicts={[]}
        onChange={() => undefined}
        onEdit={() => undefined}
        onRemove={() => undefined}
      />,
      { language, answers: ({ datasets }) => ({ datasets: { list: datasets.list.handler(() => [open]) } }) },
    );
    const row = within(screen.getByRole('list')).getByRole('listitem');
    expect(row.textContent).toBe(sentence);
  },
);
