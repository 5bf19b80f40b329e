/** Splits a filter of profiles into parts that can be named, counted without, and removed one by one. */
import type { ProfileFilter } from '../contract/profiles';

type Bounds = NonNullable<ProfileFilter['watched']>;

export type FilterPart =
  | { kind: 'text'; text: string }
  | { kind: 'profiles'; profiles: string[] }
  | { kind: 'attribute'; name: string; values: (string | null)[] }
  | { kind: 'watched' | 'score'; bounds: Bounds }
  | { kind: 'reviewed'; reviewed: boolean }
  | { kind: 'noted'; noted: boolean }
  | { kind: 'shaky'; shaky: boolean };

const isBounded = (bounds: Bounds | undefined): bounds is Bounds =>
  bounds !== undefined && (bounds.from !== undefined || bounds.to !== undefined);

export function filterParts({
  text,
  profiles,
  attributes = {},
  watched,
  score,
  reviewed,
  noted,
  shaky,
}: ProfileFilter): FilterPart[] {
  const parts: FilterPart[] = [];
  if (text !== undefined && text.trim() !== '') parts.push({ kind: 'text', text });
  if (profiles !== undefined) parts.push({ kind: 'profiles', profiles });
  for (const [name, values] of Object.entries(attributes))
    if (values.length > 0) parts.push({ kind: 'attribute', name, values });
  if (isBounded(watched)) parts.push({ kind: 'watched', bounds: watched });
  if (isBounded(score)) parts.push({ kind: 'score', bounds: score });
  if (reviewed !== undefined) parts.push({ kind: 'reviewed', reviewed });
  if (noted !== undefined) parts.push({ kind: 'noted', noted });
  if (shaky !== undefined) parts.push({ kind: 'shaky', shaky });
  return parts;
}
