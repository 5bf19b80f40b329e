/** What people wrote, looked through for the ID of a profile. */
import * as z from 'zod';
import { type ForgettingPlan, isGoing } from '../../../shared/contract/privacy';
import { doubtsIn } from '../../../engine/data/privacy/doubts';
import type { OnlyOfProfile } from '../../../engine/data/privacy/intention';
import { canonicalId } from '../../../engine/data/privacy/keyed-ids';
import { mentions } from '../../../engine/data/privacy/mentions';
import { changedNames, type Content, type Forgotten, type Kind, pruneKept } from './prune-kept';
import { pruneLabels } from './prune-labels';
import { rulesOf, textOfRule } from './prune-rules';
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
      for (const { where, id, text } of this.#textsIn(kind, key, state))
        if (where !== 'search') this.look(where, id, text);
        else if (!searchesFor(text, this.profile)) this.#doubt(where, id, text);
    if (!isGoing(kind)) return;
    for (const [key, states] of earlier)
      for (const { id, text } of states.flatMap((state) => this.#textsIn(kind, key, state)))
        if (!mentions(text, this.profile)) this.#doubt(kind, id, text);
  }

  /** What changes of it or goes. */
  changes(kind: Kind, content: Content, forgotten: Forgotten): void {
    const after =
      kind === 'labels'
        ? pruneLabels(content, ({ attribute, code }) => !isOnlyValue(forgotten.only, attribute, code), this.profile)
        : pruneKept(kind, content, forgotten);
    if (kind === 'reviews' || kind === 'decisions') return;
    for (const id of changedNames(kind, content, after, this.profile))
      this.#goes.set(`${kind} ${id}`, { where: kind, id });
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

  /** Texts of people in a record, without those of a record about the profile itself, which goes. */
  #textsIn(kind: Kind, key: string, state: unknown): Text[] {
    const { name = '' } = namedSchema.safeParse(state).data ?? {};
    switch (kind) {
      case 'notes':
        return this.#isOther(key)
          ? [{ where: 'profile-note', id: key, text: noteSchema.safeParse(state).data?.text ?? '' }]
          : [];
      case 'decisions':
        return this.#isOther(key)
          ? [{ where: 'owner', id: key, text: ownedSchema.safeParse(state).data?.owner ?? '' }]
          : [];
      case 'segments':
        return [
          { where: 'segment-name', id: name, text: name },
          { where: 'search', id: name, text: searchingSchema.safeParse(state).data?.filter.text ?? '' },
        ];
      case 'tunings':
        return [{ where: 'tuning-name', id: name, text: name }];
      case 'rules':
      case 'checks':
        return rulesOf(state).flatMap((rule) => [
          { where: kind === 'rules' ? 'rule-name' : 'check-name', id: rule.name, text: textOfRule(rule) },
          { where: 'search', id: rule.name, text: rule.profiles?.text ?? '' },
        ]);
      case 'labels':
        return (labelsSchema.safeParse(state).data?.entries ?? []).map(({ attribute, label }) => ({
          where: 'label',
          id: attribute,
          text: label,
        }));
      case 'reviews':
        return [];
    }
  }

  #isOther(key: string): boolean {
    return canonicalId(key) !== this.profile;
  }
}

interface Text {
  readonly where: Mention['where'] | 'search';
  readonly id: string;
  readonly text: string;
}

const noteSchema = z.object({ text: z.string() });
const ownedSchema = z.object({ owner: z.string() });
const namedSchema = z.object({ name: z.string() });
const searchingSchema = z.object({ filter: z.object({ text: z.string() }) });
const labelsSchema = z.object({ entries: z.array(z.object({ attribute: z.string(), label: z.string() })) });

const isOnlyValue = ({ values }: OnlyOfProfile, attribute: string, code: string | undefined): boolean =>
  code !== undefined && Object.hasOwn(values, attribute) && values[attribute]!.includes(code);
