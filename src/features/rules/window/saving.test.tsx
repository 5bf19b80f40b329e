/** The book saves each change at once, also while somebody else does, and takes rules from other screens. */
import { screen, waitFor } from '@testing-library/react';
import { beforeEach, expect, it } from 'vitest';
import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { NoticeBar } from '../../../renderer/shell/NoticeBar';
import { useEngine } from '../../../renderer/connection/engine-context';
import type { KeptRules } from '../../../shared/contract/rule-answers';
import { type Rule, ruleSchema, ruleSetOf } from '../../../shared/contract/rules';
import { ShelfwiseError } from '../../../shared/errors';
import { renderInWindow } from '../../../../tests/support/window/render-in-window';
import { TRIED_LANGUAGES } from '../../../../tests/support/tried';
import { bookIn, changeBook, dropWaiting, saveBook, useBooks } from './saving';
import { bookOf, type Sentence, sentencesOf } from './sentences';
import { useRuleOfTitle } from './use-rule-of-title';

const DATA = 'd';
const rule = (id: string): Rule => ruleSchema.parse({ kind: 'hide', id, name: `Rule ${id}`, titles: { ids: ['7'] } });
const keptOf = (sentences: readonly Sentence[], revision: number): KeptRules => ({
  ...bookOf(sentences),
  rulesSha256: `of ${revision}`,
  conflicts: [],
  titles: [],
  revision,
  changedAt: null,
});
const told = (sentences: readonly Sentence[]): string =>
  sentences.map(({ id, ...one }) => `${id}${'form' in one ? ' unfinished' : one.on ? '' : ' off'}`).join(', ');

function Begin(): ReactNode {
  const add = useRuleOfTitle(DATA);
  return <button onClick={() => void add('hide', { item: '9', title: 'Heron Hill', rank: 3 })}>add</button>;
}

type Connection = Parameters<typeof changeBook>[0];

function openBook(language: 'en' | 'ko' = 'en') {
  let file = keptOf([rule('a'), rule('b')], 1);
  const sent: string[] = [];
  let connection: Connection | undefined;
  /** What happens before the next save is looked at. */
  let meanwhile = (): void => undefined;
  function Connected(): ReactNode {
    const { client, queries } = useEngine();
    connection = { client, queries, cache: useQueryClient() };
    return null;
  }
  const rendered = renderInWindow(
    <>
      <Connected />
      <Begin />
      <NoticeBar />
    </>,
    {
      language,
      answers: ({ datasets, rules, runs }) => ({
        datasets: { list: datasets.list.handler(() => []) },
        runs: { list: runs.list.handler(() => []) },
        rules: {
          get: rules.get.handler(() => file),
          set: rules.set.handler(({ input }) => {
            const act = meanwhile;
            meanwhile = () => undefined;
            act();
            if (input.revision !== file.revision) throw new ShelfwiseError('busy', 'It was changed.');
            sent.push(told(sentencesOf(input)));
            file = keptOf(sentencesOf(input), input.revision + 1);
            return file;
          }),
        },
      }),
    },
  );
  const write = (sentences: readonly Sentence[]): void => void (file = keptOf(sentences, file.revision + 1));
  return {
    ...rendered,
    connection: connection!,
    sent,
    write,
    file: () => told(sentencesOf(file)),
    meanwhile: (act: () => void) => void (meanwhile = act),
  };
}

const off =
  (id: string) =>
  (now: readonly Sentence[]): Sentence[] =>
    now.map((one) => (one.id === id ? { ...one, on: false } : one));

beforeEach(() => useBooks.setState({}, true));

it('saves changes that come while one is being saved after it, together', async () => {
  const { connection, sent } = openBook();
  const one = changeBook(connection, DATA, { change: off('a') });
  await Promise.resolve();
  await Promise.all([
    one,
    changeBook(connection, DATA, { change: off('b') }),
    changeBook(connection, DATA, { change: (now) => [...now, rule('c')] }),
  ]);
  expect(sent.at(-1)).toBe('a off, b off, c');
  expect(sent.length).toBeLessThan(3);
});

it('keeps what another program saved meanwhile, and says which sentence both changed', async () => {
  const { connection, file, write, meanwhile } = openBook();
  const clash = (): string | null => bookIn(useBooks.getState(), DATA).clash;
  meanwhile(() => write([rule('a'), rule('b'), rule('theirs')]));
  await changeBook(connection, DATA, { change: off('a'), of: 'a' });
  expect([file(), clash()]).toEqual(['a off, b, theirs', null]);
  meanwhile(() => write([rule('a'), { ...rule('b'), name: 'Otherwise' }, rule('theirs')]));
  await changeBook(connection, DATA, { change: off('b'), of: 'b' });
  expect([file(), clash()]).toEqual(['a, b off, theirs', 'b']);
});

it('keeps a change that cannot be saved until it can', async () => {
  const { connection, file, meanwhile } = openBook();
  meanwhile(() => {
    throw new ShelfwiseError('no-space', 'The disk is full.');
  });
  const answer = await changeBook(connection, DATA, { change: off('a') });
  expect(answer).toMatchObject({ error: { code: 'no-space' } });
  expect(bookIn(useBooks.getState(), DATA).waiting).toHaveLength(1);
  await saveBook(connection, DATA);
  expect(file()).toBe('a off, b');
  meanwhile(() => {
    throw new ShelfwiseError('no-space', 'The disk is full.');
  });
  await changeBook(connection, DATA, { change: off('b') });
  dropWaiting(DATA);
  expect(bookIn(useBooks.getState(), DATA)).toMatchObject({ waiting: [], error: null });
});

it('stores a sentence with an empty blank where it stands', async () => {
  const { connection, file } = openBook();
  await changeBook(connection, DATA, {
    change: ([first, ...others]) => [first!, { id: 'pin-1', form: 'pin', at: 0, name: '', on: true }, ...others],
  });
  expect(file()).toBe('a, pin-1 unfinished, b');
});

it.each(TRIED_LANGUAGES)(
  'puts a rule from another screen into the book, with the way to it and Undo: %s',
  async (language) => {
    const { user, t, file } = openBook(language);
    await user.click(screen.getByRole('button', { name: 'add' }));
    expect((await screen.findByRole('link', { name: t('rules.look') })).getAttribute('href')).toMatch(
      /\/rules\/hide-1$/,
    );
    expect(file()).toBe('a, b, hide-1');
    await user.keyboard('{Control>}z{/Control}');
    await waitFor(() => expect(file()).toBe('a, b'));
  },
);

it('tells of a rule from another screen that cannot be saved, and gives it up', async () => {
  const { user, t, meanwhile } = openBook();
  meanwhile(() => {
    throw new ShelfwiseError('no-space', 'The disk is full.');
  });
  await user.click(screen.getByRole('button', { name: 'add' }));
  await screen.findByText(t('rules.failed'));
  expect(bookIn(useBooks.getState(), DATA).waiting).toEqual([]);
});

it('a set of rules alone is that of a file', () => expect(bookOf([rule('a')]).set).toEqual(ruleSetOf([rule('a')])));
