/** What people wrote, looked through for the ID of a profile. */
import { type ForgettingPlan, isGoing } from '../../../shared/contract/privacy';
import { doubtsIn } from '../../../engine/data/privacy/doubts';
import { mentions } from '../../../engine/data/privacy/mentions';
import type { Kind } from './kept-parts';
import { type Content, textsIn } from './prune-kept';
import { searchesFor } from './searches-for';

type Mention = ForgettingPlan['mentions'][number];
type Going = ForgettingPlan['goes'][number];
type Doubtful = ForgettingPlan['doubtful'][number];

/** What of the texts stays, what goes, and what only a person can tell, each once. */
export class FoundTexts {
  readonly #stays = new Map<string, Mention>();
  readonly #goes = new Map<string, Going>();
  readonly #doubtful = new Map<string, Doubtful>();

  constructor(private readonly profile: string) {}

  /** A present text, which the user can change. */
  look(where: Mention['where'], id: string, text: string): void {
    if (mentions(text, this.profile)) this.#stays.set(`${where} ${id}`, { where, id });
    this.#doubt(where, id, text);
  }

  /** Texts of a record of the past: those with the ID go from it. */
  lookBack(where: Going['where'], id: string, texts: readonly string[]): void {
    if (texts.some((text) => mentions(text, this.profile))) this.#goes.set(`${where} ${id}`, { where, id });
    for (const text of texts) this.#doubt(where, id, text);
  }

  /** Texts that were saved with a data set, of today and before. */
  lookInKept(kind: Kind, { records, earlier }: Content): void {
    for (const [key, state] of records)
      for (const { where, id, text } of textsIn(kind, key, state, this.profile))
        if (where !== 'search') this.look(where, id, text);
        else if (!searchesFor(text, this.profile)) this.#doubt(where, id, text);
    if (!isGoing(kind)) return;
    for (const [key, states] of earlier)
      for (const { id, text } of states.flatMap((state) => textsIn(kind, key, state, this.profile)))
        if (!mentions(text, this.profile)) this.#doubt(kind, id, text);
  }

  /** Names of what goes of it, or changes. */
  goes(kind: Kind, names: readonly string[]): void {
    if (isGoing(kind)) for (const id of names) this.#goes.set(`${kind} ${id}`, { where: kind, id });
  }

  lists(): Pick<ForgettingPlan, 'mentions' | 'goes' | 'doubtful'> {
    return {
      mentions: [...this.#stays.values()],
      goes: [...this.#goes.values()],
      doubtful: [...this.#doubtful.values()],
    };
  }

  #doubt(where: Doubtful['where'], id: string, text: string): void {
    const doubt = doubtsIn(text, this.profile);
    if (doubt !== null) this.#doubtful.set(`${where} ${id} ${doubt.around}`, { where, id, ...doubt });
  }
}
