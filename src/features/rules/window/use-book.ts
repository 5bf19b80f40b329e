/** The book of rules of a data set as the window shows it: what is saved, with the changes on their way. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo, useRef, useState } from 'react';
import { useEngine } from '../../../renderer/connection/engine-context';
import { useIsSaid, useSayRule } from '../../../renderer/components/rules/use-rule-text';
import type { CheckedRules, KeptRules } from '../../../shared/contract/rule-answers';
import { stepFrom } from '../../../shared/contract/kept';
import { fieldsOf, type RuleFields, sentenceOf } from './rule-fields';
import { type BookConnection, bookIn, changeBook, dropWaiting, keepBook, saveBook, useBooks } from './saving';
import { type Sentence, sentencesOf } from './sentences';

export type Book = ReturnType<typeof useBook>;

export function useBook(data: string, saved: KeptRules) {
  const { client, queries } = useEngine();
  const cache = useQueryClient();
  const connection = useMemo((): BookConnection => ({ client, queries, cache }), [client, queries, cache]);
  const { waiting, isSaving, error, clash } = useBooks((books) => bookIn(books, data));
  const [found, setFound] = useState<CheckedRules['titles']>([]);
  const titles = useMemo(() => [...saved.titles, ...found], [saved.titles, found]);
  /** With those that are picked in the same act as the sentence is named after them. */
  const known = useRef(titles);
  known.current = titles;
  const sentences = useMemo(
    () => waiting.reduce<readonly Sentence[]>((now, { change }) => change(now), sentencesOf(saved)),
    [waiting, saved],
  );
  const isSaid = useIsSaid(titles, data);
  const say = useSayRule(data);
  const change = (of: string | null, act: (now: readonly Sentence[]) => readonly Sentence[]): void =>
    void changeBook(connection, data, { change: act, of });
  const steps = useSteps(connection, data);
  return {
    data,
    sentences,
    titles,
    conflicts: saved.conflicts,
    revision: saved.revision,
    isSaving,
    error,
    clash,
    steps,
    fieldsOf: (sentence: Sentence, form?: RuleFields['form']): RuleFields => fieldsOf(sentence, isSaid, form),
    sentenceOf: (fields: RuleFields): Sentence => sentenceOf(fields, (rule) => say(rule, known.current)),
    addTitles: (more: CheckedRules['titles']) => {
      known.current = [...known.current, ...more];
      setFound((now) => [...now, ...more]);
    },
    add: (sentence: Sentence) => change(null, (now) => [...now, sentence]),
    replace: (sentence: Sentence) =>
      change(sentence.id, (now) =>
        now.some(({ id }) => id === sentence.id)
          ? now.map((one) => (one.id === sentence.id ? sentence : one))
          : [...now, sentence],
      ),
    remove: (id: string) => change(id, (now) => now.filter((one) => one.id !== id)),
    move: (id: string, by: -1 | 1) => change(null, (now) => moved(now, id, by)),
    /** Takes rules of a file: those that are there by their ID are replaced, the others come after them. */
    take: (rules: readonly Sentence[]) =>
      change(null, (now) => [
        ...now.map((one) => rules.find(({ id }) => id === one.id) ?? one),
        ...rules.filter(({ id }) => now.every((one) => one.id !== id)),
      ]),
    show: (now: KeptRules) => keepBook(connection, data, now),
    retry: () => void saveBook(connection, data),
    giveUp: () => dropWaiting(data),
  };
}

function moved(now: readonly Sentence[], id: string, by: -1 | 1): readonly Sentence[] {
  const at = now.findIndex((one) => one.id === id);
  const to = Math.min(Math.max(at + by, 0), now.length - 1);
  const others = now.filter((one) => one.id !== id);
  return at < 0 ? now : [...others.slice(0, to), now[at]!, ...others.slice(to)];
}

/** Undo and Redo lead through the versions of the file, which any window and program adds to. */
function useSteps(connection: BookConnection, data: string) {
  const { client, queries } = connection;
  const { data: history } = useQuery(queries.rules.history.queryOptions({ input: { data } }));
  const step = useMutation({
    mutationFn: async (way: 'back' | 'forward') => {
      // What is on its way is saved first: that is what goes back.
      const before = await changeBook(connection, data, { change: (now) => now, isOnce: true });
      if ('error' in before) throw before.error;
      const { revision, versions } = await client.rules.history({ data });
      const to = stepFrom(versions, way)?.revision;
      if (to !== undefined) await keepBook(connection, data, await client.rules.restore({ data, revision, to }));
    },
  });
  const { versions = [] } = history ?? {};
  return {
    canUndo: stepFrom(versions, 'back') !== null,
    canRedo: stepFrom(versions, 'forward') !== null,
    step: (way: 'back' | 'forward') => step.isPending || step.mutate(way),
    isStepping: step.isPending,
    error: step.error,
  };
}
