/** The walk over what people saved with a data set, in the current and in earlier states: what of it concerns the forgotten profile. */
import * as z from 'zod';
import { canonicalId } from '../../../engine/data/privacy/keyed-ids';
import { fileOf, type RecordContent, type RecordFile } from '../../../engine/storage/record-file';
import type { Workspace } from '../../../engine/storage/workspace';
import { KEPT_WITH_DATA } from '../../kept';
import { type Forgotten, type Kind, PARTS, type Parts, type Text } from './kept-parts';

export type Content = RecordContent<unknown>;

export const KINDS = Object.keys(KEPT_WITH_DATA) as readonly Kind[];

/** As it stands there: forgetting changes records of any version. */
export function keptFile(workspace: Workspace, kind: Kind, fingerprint: string): RecordFile<unknown> {
  const { folder, name } = KEPT_WITH_DATA[kind].of;
  return fileOf({ folder, name, value: z.unknown() }, workspace, fingerprint);
}

/** @returns `content` without the profile, the same object if nothing goes; `changed`: the names of parts that go or change, in any state */
export function pruneKept(
  kind: Kind,
  content: Content,
  forgotten: Forgotten,
): { readonly content: Content; readonly changed: readonly string[] } {
  const parts = PARTS[kind];
  const { without = (part) => part, name } = parts;
  const changed = new Set<string>();
  let isSame = true;
  const left = (key: string, state: unknown, isPast: boolean): unknown[] => {
    if (isOf(parts, key, forgotten.profile)) {
      isSame = false;
      return [];
    }
    const kept = eachPart(parts, [state], (part) => {
      const rest = without(part, forgotten, isPast);
      if (rest !== part) changed.add(name?.(part) ?? key);
      return rest;
    });
    isSame &&= kept.length > 0 && kept[0] === state;
    return [...kept];
  };
  const records = Array.from(content.records).flatMap(([key, state]) =>
    left(key, state, false).map((kept) => [key, kept] as const),
  );
  const earlier = Array.from(content.earlier, ([key, states]) => {
    return [key, states.flatMap((state) => left(key, state, true))] as const;
  });
  return {
    content: isSame
      ? content
      : { records: new Map(records), earlier: new Map(earlier.filter(([, states]) => states.length > 0)) },
    changed: [...changed].sort(),
  };
}

/** Texts of people in a state of a record, without those of a record about the profile itself, which goes. */
export function textsIn(kind: Kind, key: string, state: unknown, profile: string): readonly Text[] {
  const parts = PARTS[kind];
  if (isOf(parts, key, profile)) return [];
  const texts: Text[] = [];
  eachPart(parts, [state], (part) => {
    texts.push(...parts.texts(part, key));
    return part;
  });
  return texts;
}

const isOf = ({ isOfProfiles }: Parts<never>, key: string, profile: string): boolean =>
  isOfProfiles === true && canonicalId(key) === profile;

/**
 * @param change answers what is left of a part: null for nothing
 * @returns the states with what is left of their parts: the same array if that is everything
 */
function eachPart<Part>(
  { lists = [[]], part }: Parts<Part>,
  states: readonly unknown[],
  change: (part: Part) => Part | null,
): readonly unknown[] {
  const changedAll = (all: readonly unknown[]): readonly unknown[] => {
    const changed = all.flatMap((one) => {
      const { data } = part.safeParse(one);
      if (data === undefined) return [one];
      const left = change(data);
      return left === data ? [one] : left === null ? [] : [left];
    });
    return changed.length === all.length && changed.every((one, at) => one === all[at]) ? all : changed;
  };
  let kept = states;
  for (const list of lists)
    kept = list.length === 0 ? changedAll(kept) : kept.map((state) => withListAt(state, list, changedAll));
  return kept;
}

/** @returns the value with the changed list; the value itself if the list did not change or is not there */
function withListAt(
  value: unknown,
  [name, ...rest]: readonly string[],
  change: (list: readonly unknown[]) => readonly unknown[],
): unknown {
  if (name === undefined) return Array.isArray(value) ? change(value) : value;
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return value;
  const there = (value as Record<string, unknown>)[name];
  const inner = withListAt(there, rest, change);
  return inner === there ? value : { ...value, [name]: inner };
}
