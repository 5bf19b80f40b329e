/** What people saved with a data set, without what concerns the forgotten profile; and what of it that changes, for the plan. */
import * as path from 'node:path';
import * as z from 'zod';
import { canonicalId } from '../../../engine/data/privacy/keyed-ids';
import { mentions, withoutSentencesOf } from '../../../engine/data/privacy/mentions';
import type { RecordContent, RecordFile } from '../../../engine/storage/record-file';
import type { Workspace } from '../../../engine/storage/workspace';
import type { OnlyOfProfile } from '../../../engine/data/privacy/intention';
import { tuningWithoutOnly } from './prune-conditions';
import { pruneRules, rulesOf } from './prune-rules';
import { isOnlyOf, pruneChosen } from './prune-segments';
import { searchesFor } from './searches-for';

export const KINDS = {
  reviews: 'profiles',
  notes: 'profiles',
  decisions: 'profiles',
  checks: 'checks',
  segments: 'segments',
  tunings: 'tunings',
  labels: 'labels',
  rules: 'rules',
} as const;
export type Kind = keyof typeof KINDS;

export type Content = RecordContent<unknown>;

export interface Forgotten {
  readonly profile: string;
  /** What the data set had of it alone. */
  readonly only: OnlyOfProfile;
}

export const keptFile = (workspace: Workspace, kind: Kind, fingerprint: string): RecordFile<unknown> => ({
  path: path.join(workspace[kind], `${fingerprint}.json`),
  name: KINDS[kind],
  value: z.unknown(),
});

/** In the current and in earlier states; returns the same object if nothing goes. Labels of values are looked at where the new data is known. */
export function pruneKept(kind: Kind, content: Content, forgotten: Forgotten): Content {
  const { profile, only } = forgotten;
  switch (kind) {
    case 'rules':
    case 'checks':
      return pruneRules(content, forgotten);
    case 'segments':
      return without(kind, pruneChosen(content, profile, only), forgotten);
    case 'tunings':
      return without(
        kind,
        eachState(content, (state) => tuningWithoutOnly(state, only)),
        forgotten,
      );
    case 'notes': {
      const { records, earlier } = without(kind, content, forgotten);
      const past = eachState({ records: new Map(), earlier }, (state) => noteWithout(state, profile));
      return past.earlier === content.earlier && records === content.records
        ? content
        : { records, earlier: past.earlier };
    }
    case 'reviews':
    case 'decisions':
      return without(kind, content, forgotten);
    case 'labels':
      return content;
  }
}

/** The same object if no state changes. */
function eachState(content: Content, changed: (state: unknown) => unknown): Content {
  let isChanged = false;
  const apply = (state: unknown): unknown => {
    const next = changed(state);
    isChanged ||= next !== state;
    return next;
  };
  const records = new Map(Array.from(content.records, ([key, state]) => [key, apply(state)]));
  const earlier = new Map(Array.from(content.earlier, ([key, states]) => [key, states.map(apply)]));
  return isChanged ? { records, earlier } : content;
}

const noteSchema = z.looseObject({ text: z.string() });

/** An earlier version of a note cannot be changed by the user. */
function noteWithout(state: unknown, profile: string): unknown {
  const { data } = noteSchema.safeParse(state);
  return data === undefined || !mentions(data.text, profile)
    ? state
    : { ...data, text: withoutSentencesOf(data.text, profile) };
}

/** Without what concerns the profile as a whole, and without earlier states that are named after it. */
function without(kind: Kind, content: Content, forgotten: Forgotten): Content {
  const records = new Map([...content.records].filter(([key, value]) => !isAbout(kind, key, value, forgotten)));
  const earlier = new Map<string, readonly unknown[]>();
  let states = 0;
  for (const [key, all] of content.earlier) {
    const others = all.filter(
      (value) => !isAbout(kind, key, value, forgotten) && !isNamedAfter(value, forgotten.profile),
    );
    states += all.length - others.length;
    if (others.length > 0) earlier.set(key, others);
  }
  return records.size === content.records.size && states === 0 ? content : { records, earlier };
}

const namedSchema = z.object({ name: z.string() });

/** A name that contains the ID is left for the user to judge while the record exists; earlier names are removed, because they are not shown. */
function isNamedAfter(value: unknown, profile: string): boolean {
  const { data } = namedSchema.safeParse(value);
  return data !== undefined && mentions(data.name, profile);
}

function isAbout(kind: Kind, key: string, value: unknown, { profile, only }: Forgotten): boolean {
  switch (kind) {
    case 'reviews':
    case 'notes':
    case 'decisions':
      return canonicalId(key) === profile;
    case 'segments': {
      const { data } = z.object({ filter: z.object({ text: z.string() }) }).safeParse(value);
      return searchesFor(data?.filter.text, profile) || isOnlyOf(value, profile, only);
    }
    // These concern titles and attributes; rules and checks are examined one by one.
    case 'checks':
    case 'tunings':
    case 'labels':
    case 'rules':
      return false;
  }
}

/** Names of what changes or goes, in any state, apart from what is kept under the profile itself. */
export function changedNames(kind: Kind, before: Content, after: Content, profile: string): string[] {
  if (before === after) return [];
  const [then, now] = [statesByName(kind, before), statesByName(kind, after)];
  return [...then.keys()].filter((name) => canonicalId(name) !== profile && then.get(name) !== now.get(name)).sort();
}

/** What a person knows a state by, with all states of that name as JSON. */
function statesByName(kind: Kind, { records, earlier }: Content): ReadonlyMap<string, string> {
  const states = [...records.keys(), ...earlier.keys()]
    .filter((key, at, all) => all.indexOf(key) === at)
    .flatMap((key) =>
      [...(earlier.get(key) ?? []), ...(records.has(key) ? [records.get(key)!] : [])].map(
        (state) => [key, state] as const,
      ),
    );
  const byName = new Map<string, string>();
  const add = (name: string, state: unknown): void =>
    void byName.set(name, (byName.get(name) ?? '') + JSON.stringify(state));
  for (const [key, state] of states)
    if (kind === 'labels') for (const label of labelsOf(state)) add(label, label);
    else if (kind === 'rules' || kind === 'checks') for (const rule of rulesOf(state)) add(rule.name, rule);
    else add(namedSchema.safeParse(state).data?.name ?? key, state);
  return byName;
}

const labelsSchema = z.object({ entries: z.array(z.object({ attribute: z.string(), code: z.string().optional() })) });
const labelsOf = (state: unknown): string[] =>
  (labelsSchema.safeParse(state).data?.entries ?? []).map(({ attribute, code = '' }) => `${attribute} ${code}`.trim());
