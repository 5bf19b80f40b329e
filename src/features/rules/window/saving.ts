/**
 * Saves each change of a book of rules at once. A change says what it does to the sentences, so that what another window or program
 * saved meanwhile stays: it is done again on what they left.
 */
import { notifyManager, type QueryClient } from '@tanstack/react-query';
import { create } from 'zustand';
import type { EngineClient } from '../../../renderer/connection/connect';
import type { EngineQueries } from '../../../renderer/connection/engine-queries';
import type { KeptRules } from '../../../shared/contract/rule-answers';
import { toShelfwiseError } from '../../../shared/errors';
import { canonicalJson } from '../../../shared/values/canonical-json';
import { bookOf, type Sentence, sentencesOf } from './sentences';

/** What a change does to the sentences of the book. */
type Change = (sentences: readonly Sentence[]) => readonly Sentence[];

interface Waiting {
  readonly change: Change;
  /** The ID of the sentence that it changes. */
  readonly of: string | null;
  /** Whether it is given up where it cannot be saved: what is written in the book stays there until it is saved. */
  readonly isOnce: boolean;
  /** With the sentences as the change left them, or why they could not be saved. */
  readonly settle: (saved: Saved) => void;
}

type Saved = { readonly kept: KeptRules; readonly sentences: readonly Sentence[] } | { readonly error: unknown };

interface Book {
  /** Changes that are not saved yet. */
  readonly waiting: readonly Waiting[];
  readonly isSaving: boolean;
  /** Why the last change could not be saved. */
  readonly error: unknown;
  /** The ID of a sentence that was changed here and elsewhere at the same time. */
  readonly clash: string | null;
}

export interface BookConnection {
  readonly client: EngineClient;
  readonly queries: EngineQueries;
  readonly cache: QueryClient;
}

const NO_BOOK: Book = { waiting: [], isSaving: false, error: null, clash: null };
/** How often a change is done again on what others saved. */
const MOST_TRIES = 5;

/** By data set. */
export const useBooks = create<Readonly<Record<string, Book>>>()(() => ({}));

export const bookIn = (books: Readonly<Record<string, Book>>, data: string): Book => books[data] ?? NO_BOOK;

function put(data: string, changes: Partial<Book>): void {
  useBooks.setState((books) => ({ [data]: { ...bookIn(books, data), ...changes } }));
}

/** The rules that the window shows. */
const present = async ({ client, queries, cache }: BookConnection, data: string): Promise<KeptRules> =>
  cache.getQueryData<KeptRules>(queries.rules.get.queryKey({ input: { data } })) ?? client.rules.get({ data });

/** Changes the book and saves it; changes that come while one is being saved are saved together after it. */
export function changeBook(
  connection: BookConnection,
  data: string,
  { change, of = null, isOnce = false }: Pick<Waiting, 'change'> & Partial<Pick<Waiting, 'of' | 'isOnce'>>,
): Promise<Saved> {
  return new Promise((settle) => {
    const { waiting } = bookIn(useBooks.getState(), data);
    put(data, { waiting: [...waiting, { change, of, isOnce, settle }], clash: null });
    void saveBook(connection, data);
  });
}

/** Saves what waits; nothing if it is being saved. */
export async function saveBook(connection: BookConnection, data: string): Promise<void> {
  if (bookIn(useBooks.getState(), data).isSaving) return;
  put(data, { isSaving: true, error: null });
  try {
    for (;;) {
      const { waiting } = bookIn(useBooks.getState(), data);
      if (waiting.length === 0) break;
      const { kept, left } = await saved(connection, data, waiting);
      await keepBook(connection, data, kept, () =>
        put(data, { waiting: bookIn(useBooks.getState(), data).waiting.filter((one) => !waiting.includes(one)) }),
      );
      waiting.forEach(({ settle }, at) => settle({ kept, sentences: left[at]! }));
    }
  } catch (error) {
    const { waiting } = bookIn(useBooks.getState(), data);
    const stays = waiting.filter(({ isOnce }) => !isOnce);
    put(data, { waiting: stays, error: stays.length > 0 ? error : null });
    for (const { settle } of waiting) settle({ error });
  } finally {
    put(data, { isSaving: false });
  }
}

/** Takes back the changes that could not be saved. */
export const dropWaiting = (data: string): void => put(data, { waiting: [], error: null });

/**
 * Takes what the engine saved as the present rules.
 * @param also what changes with them: the window shows both at once
 */
export function keepBook(
  { queries, cache }: BookConnection,
  data: string,
  kept: KeptRules,
  also: () => void = () => undefined,
): Promise<void> {
  void cache.invalidateQueries({ queryKey: queries.rules.history.key() });
  return new Promise((done) =>
    notifyManager.batch(() => {
      cache.setQueryData(queries.rules.get.queryKey({ input: { data } }), kept);
      notifyManager.schedule(() => {
        also();
        done();
      });
    }),
  );
}

async function saved(connection: BookConnection, data: string, waiting: readonly Waiting[]) {
  const { client } = connection;
  let known = await present(connection, data);
  for (let tries = 1; ; tries++) {
    let sentences: readonly Sentence[] = sentencesOf(known);
    const left = waiting.map(({ change }) => (sentences = change(sentences)));
    try {
      return { kept: await client.rules.set({ data, revision: known.revision, ...bookOf(sentences) }), left };
    } catch (error) {
      if (toShelfwiseError(error).code !== 'busy' || tries === MOST_TRIES) throw error;
    }
    const theirs = await client.rules.get({ data });
    const clash = waiting.find(({ of }) => of !== null && said(known, of) !== said(theirs, of));
    if (clash !== undefined) put(data, { clash: clash.of });
    known = theirs;
  }
}

function said(kept: KeptRules, id: string): string {
  const { at: _, ...sentence } = { at: 0, ...sentencesOf(kept).find((one) => one.id === id) };
  return canonicalJson(sentence);
}
