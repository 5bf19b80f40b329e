/**
 * What each kind of kept record has for forgetting: its parts, such as a rule of a set or a label, the texts of people in them, and what is left of a
 * part without the profile. One walk goes over all of them (prune-kept.ts). Fields that this version does not know stay.
 */
import * as z from 'zod';
import type { ForgettingPlan } from '../../../shared/contract/privacy';
import type { OnlyOfProfile } from '../../../engine/data/privacy/intention';
import { canonicalId } from '../../../engine/data/privacy/keyed-ids';
import { mentions, withoutSentencesOf } from '../../../engine/data/privacy/mentions';
import type { KEPT_WITH_DATA } from '../../kept';
import { tuningWithoutOnly, withoutOnly } from './without-only';
import type { IsKnownLabel } from './known-labels';
import { searchesFor } from './searches-for';

export type Kind = keyof typeof KEPT_WITH_DATA;

export interface Forgotten {
  readonly profile: string;
  /** What the data set had of it alone. */
  readonly only: OnlyOfProfile;
  /** Whether a label stays. */
  readonly isKnownLabel: IsKnownLabel;
}

export interface Text {
  readonly where: ForgettingPlan['mentions'][number]['where'] | 'search';
  /** What a person knows the part by. */
  readonly id: string;
  readonly text: string;
}

export interface Parts<Part> {
  /** Where a state has lists of parts; absent where it is a part itself. */
  readonly lists?: readonly (readonly string[])[];
  readonly part: z.ZodType<Part>;
  /** Whether records are of a profile, by its ID: that of the forgotten one goes as a whole. */
  readonly isOfProfiles?: true;
  readonly name?: (part: Part) => string;
  readonly texts: (part: Part, key: string) => readonly Text[];
  /**
   * The part without the profile: the same object if it says nothing of it, null if nothing is left.
   * @param isPast of an earlier state, which nobody can change, goes what a person judges of a present one: names, and sentences of notes
   */
  readonly without?: (part: Part, forgotten: Forgotten, isPast: boolean) => Part | null;
}

const partsOf = <Part>(parts: Parts<Part>): Parts<never> => parts as unknown as Parts<never>;

const noteSchema = z.looseObject({ text: z.string() });
const namedSchema = z.looseObject({ name: z.string() });
const labelSchema = z.looseObject({
  attribute: z.string(),
  code: z.string().optional(),
  label: z.string().optional(),
});
const filteredSchema = z.looseObject({
  filter: z.looseObject({ text: z.string().optional(), profiles: z.array(z.string()).optional() }),
});
const aimedSchema = z.looseObject({
  aim: z.looseObject({ titles: z.looseObject({ text: z.string().optional() }) }),
});
const ruleSchema = z.looseObject({
  name: z.string(),
  profiles: z.looseObject({ text: z.string().optional() }).optional(),
  titles: z.unknown().optional(),
  others: z.unknown().optional(),
});
type Named = z.infer<typeof namedSchema>;
type Rule = z.infer<typeof ruleSchema>;

const rulesIn = (where: 'rule-name' | 'check-name', lists: readonly (readonly string[])[]): Parts<never> =>
  partsOf({
    lists,
    part: ruleSchema,
    name: ({ name }) => name,
    texts: (rule) => [
      { where, id: rule.name, text: textOfRule(rule) },
      { where: 'search', id: rule.name, text: rule.profiles?.text ?? '' },
    ],
    without: ruleWithout,
  });

export const PARTS: Readonly<Record<Kind, Parts<never>>> = {
  reviews: partsOf({ isOfProfiles: true, part: z.unknown(), texts: () => [] }),
  notes: partsOf({
    isOfProfiles: true,
    part: noteSchema,
    texts: ({ text }, key) => [{ where: 'profile-note', id: key, text }],
    without: (note, { profile }, isPast) =>
      isPast && mentions(note.text, profile) ? { ...note, text: withoutSentencesOf(note.text, profile) } : note,
  }),
  decisions: partsOf({
    isOfProfiles: true,
    part: z.looseObject({ owner: z.string() }),
    texts: ({ owner }, key) => [{ where: 'owner', id: key, text: owner }],
  }),
  checks: rulesIn('check-name', [['own']]),
  segments: partsOf({
    part: namedSchema,
    name: ({ name }) => name,
    texts: (segment) => [
      { where: 'segment-name', id: segment.name, text: segment.name },
      { where: 'search', id: segment.name, text: filteredSchema.safeParse(segment).data?.filter.text ?? '' },
    ],
    without: unlessNamedAfter(segmentWithout),
  }),
  tunings: partsOf({
    part: namedSchema,
    name: ({ name }) => name,
    texts: ({ name }) => [{ where: 'tuning-name', id: name, text: name }],
    without: unlessNamedAfter((tuning, { only }) => tuningWithoutOnly(tuning, only)),
  }),
  aims: partsOf({
    part: namedSchema,
    name: ({ name }) => name,
    texts: (aim) => [
      { where: 'aim-name', id: aim.name, text: aim.name },
      { where: 'search', id: aim.name, text: aimedSchema.safeParse(aim).data?.aim.titles.text ?? '' },
    ],
    without: unlessNamedAfter(aimWithout),
  }),
  labels: partsOf({
    lists: [['entries']],
    part: labelSchema,
    name: ({ attribute, code = '' }) => `${attribute} ${code}`.trim(),
    texts: ({ attribute, label = '' }) => [{ where: 'label', id: attribute, text: label }],
    without: (label, { isKnownLabel, profile }, isPast) =>
      !isKnownLabel(label) || (isPast && mentions(label.label ?? '', profile)) ? null : label,
  }),
  rules: rulesIn('rule-name', [['set', 'rules'], ['unfinished']]),
};

/** A name that contains the ID is left for the user to judge while the record exists; earlier names are removed, because they are not shown. */
function unlessNamedAfter(without: (part: Named, forgotten: Forgotten) => Named | null) {
  return (part: Named, forgotten: Forgotten, isPast: boolean): Named | null =>
    isPast && mentions(part.name, forgotten.profile) ? null : without(part, forgotten);
}

/** Nothing is left of a segment of this profile alone, or of a value that only it had: without that, it would match all profiles. */
function segmentWithout(segment: Named, { profile, only }: Forgotten): Named | null {
  const filter = filteredSchema.safeParse(segment).data?.filter;
  if (filter === undefined) return segment;
  const left = withoutOnly(filter, only);
  const profiles = filter.profiles?.filter((id) => canonicalId(id) !== profile);
  if (searchesFor(filter.text, profile) || left === null || profiles?.length === 0) return null;
  if (left === filter && profiles?.length === filter.profiles?.length) return segment;
  return { ...segment, filter: { ...left, ...(profiles && { profiles }) } };
}

/** Nothing is left of an aim for titles that only this profile had. */
function aimWithout(kept: Named, { only }: Forgotten): Named | null {
  const aimed = aimedSchema.safeParse(kept).data;
  if (aimed === undefined) return kept;
  const titles = withoutOnly(aimed.aim.titles, only);
  if (titles === null) return null;
  return titles === aimed.aim.titles ? kept : { ...kept, aim: { ...aimed.aim, titles } };
}

/** Nothing is left of a rule for this profile, or for what only it had: one of its conditions would name nothing else. */
function ruleWithout(rule: Rule, { profile, only }: Forgotten, isPast: boolean): Rule | null {
  if (searchesFor(rule.profiles?.text, profile) || (isPast && mentions(textOfRule(rule), profile))) return null;
  let left: Rule = rule;
  const members = membersOf(rule);
  const profiles = members?.profiles.filter((id) => canonicalId(id) !== profile);
  if (profiles?.length === 0) return null;
  if (profiles?.length !== members?.profiles.length)
    left = { ...rule, profiles: { ...rule.profiles, members: { ...members, profiles } } };
  for (const part of ['profiles', 'titles', 'others'] as const) {
    if (left[part] === undefined) continue;
    const kept = withoutOnly(left[part], only);
    if (kept === null) return null;
    if (kept !== left[part]) left = { ...left, [part]: kept };
  }
  return left;
}

const membersSchema = z.looseObject({ name: z.string().optional(), profiles: z.array(z.string()) });
const membersOf = ({ profiles }: Rule) => membersSchema.safeParse(profiles?.['members']).data;

/** What a rule is called, and the segment that it is for. */
const textOfRule = (rule: Rule): string => `${rule.name} ${membersOf(rule)?.name ?? ''}`;
