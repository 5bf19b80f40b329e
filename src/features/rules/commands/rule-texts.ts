/** What rules say and do, as tables and sentences of the command line. */
import type { Rule } from '../../../shared/contract/rules';
import type { MembersSince } from '../contract/members-since';
import type { ComparedRules } from '../contract/rule-difference';
import type { KeptRules, RuleConflict, RuleEffect } from '../../../shared/contract/rule-answers';
import { LIST_LENGTH } from '../../../shared/limits';
import { figureText } from '../../../shared/words/paired-text';
import { type RuleNames, ruleSentence } from '../../../shared/words/rule-sentence';
import { textOf } from '../../../shared/words/sentence';
import { textsIn } from '../../../shared/words/texts';
import { blocks, formatFacts, formatTable } from '../../../cli/layout';
import { reasonsText } from '../../../cli/rules';
import type { Terminal } from '../../../cli/terminal';
import { counted, ENGLISH, percent } from '../../../cli/words';

/** In order; disabled rules are marked. */
export function ruleTable(
  terminal: Terminal,
  { set, conflicts }: Pick<KeptRules, 'set' | 'conflicts'>,
  names: RuleNames,
): string {
  if (set.rules.length === 0) return 'No rule is saved with this data set yet. "rules add FILE" adds those of a file.';
  const table = formatTable(
    terminal,
    [{ title: '' }, { title: 'ID' }, { title: 'name', shrinkTo: 12 }, { title: 'what it does', shrinkTo: 20 }],
    set.rules.map((rule) => [rule.on ? 'on' : 'off', rule.id, rule.name, textOf(ruleSentence(rule, names))]),
  );
  return blocks(table, conflictLines(conflicts));
}

const CONFLICTS: Record<RuleConflict['kind'], (rules: readonly string[]) => string> = {
  'pin-hidden': ([one, other]) => `${one} and ${other}: one takes out what the other pins. It stays out.`,
  'same-place': ([one, other]) => `${one} and ${other} pin to one place. ${one} has it; the other takes the next one.`,
  'same-title': ([one, other]) => `${one} and ${other} pin one title to different places. ${one} counts.`,
  'up-and-down': ([one, other]) => `${one} and ${other} move a title up and down. Their places are added up.`,
  'no-titles': ([one]) => `${one} is about no title of this data.`,
  'no-profiles': ([one]) => `${one} is for no profile of this data.`,
  'no-attribute': ([one]) => `${one} names an attribute that this data does not have.`,
};

/** How the members of a segment changed since a rule took them. */
export const sinceText = ({ rule, isKnown, came, left }: MembersSince): string => {
  if (!isKnown) return `${rule}: whether its members changed is not known, as the segment or its run is gone.`;
  return came + left === 0
    ? `${rule}: its members are the same today.`
    : `${rule}: since its day ${came} came to the segment and ${left} left it. "rules members ${rule}" takes those of today.`;
};

const conflictLines = (conflicts: readonly RuleConflict[]): string =>
  conflicts.map(({ kind, rules }) => `! ${CONFLICTS[kind](rules)}`).join('\n');

/** Number of unmet rules and profiles in the text; --json has more. */
const MOST_SHOWN = 5;

function changesTable(terminal: Terminal, most: RuleEffect['most']): string {
  return formatTable(
    terminal,
    [
      { title: 'profile' },
      { title: 'shared', align: 'right' },
      { title: 'gone', shrinkTo: 12 },
      { title: 'new', shrinkTo: 12 },
    ],
    most.slice(0, MOST_SHOWN).map(({ profile, shared, before, after }) => {
      const there = new Set(after.map(({ item }) => item));
      const nameOf = ({ item, title }: { item: string; title: string | null }): string => title ?? item;
      return [
        profile,
        `${shared} of ${LIST_LENGTH}`,
        before
          .filter(({ item }) => !there.has(item))
          .slice(0, 3)
          .map(nameOf)
          .join(', '),
        after
          .filter((one) => one.before === null)
          .slice(0, 3)
          .map(nameOf)
          .join(', '),
      ];
    }),
  );
}

const unmetTable = (terminal: Terminal, broken: RuleEffect['broken']): string =>
  formatTable(
    terminal,
    [{ title: 'not kept' }, { title: 'profile' }, { title: 'why', shrinkTo: 12 }],
    broken.map(({ rule, profile, reason }) => [
      rule,
      profile ?? 'nobody known',
      textsIn('en')(`rules.reason.${reason}`),
    ]),
  );

/** @param more that are not among them */
export const unmetText = (terminal: Terminal, unmet: RuleEffect['broken'], more: number): string =>
  unmet.length === 0
    ? textsIn('en')('rules.keptAll')
    : blocks(unmetTable(terminal, unmet), more > 0 ? `and ${more} more of all rules` : null);

export function effectText(terminal: Terminal, effect: RuleEffect): string {
  const { cost, coverage, broken, brokenCount, conflicts, most } = effect;
  const facts = formatFacts(terminal, [
    ['day', effect.date],
    ['changed', `${counted(effect.changed, 'list')} of ${effect.profiles}`],
    ['cost', costText(cost)],
    ['coverage', `${percent(coverage.before)} before, ${percent(coverage.after)} after`],
    ['new titles', newTitlesText(effect.newTitles)],
    ['not kept', brokenCount === 0 ? 'nothing' : counted(brokenCount, 'promise')],
    ['sha256', effect.rulesSha256],
  ]);
  const rules = formatTable(
    terminal,
    [
      { title: 'rule' },
      { title: 'lists', align: 'right' },
      { title: 'not kept', align: 'right' },
      { title: 'why', shrinkTo: 12 },
    ],
    effect.rules.map(({ rule, lists: touched, broken: unmet, why }) => [
      rule,
      String(touched),
      String(unmet),
      reasonsText(why),
    ]),
  );
  const brokenTable = unmetTable(terminal, broken.slice(0, MOST_SHOWN));
  const changes = changesTable(terminal, most);
  return blocks(
    facts,
    effect.rules.length === 0 ? 'No rule applies on this day.' : rules,
    brokenCount === 0 ? null : brokenTable,
    most.length === 0 ? null : changes,
    conflictLines(conflicts),
  );
}

const newTitlesText = (told: RuleEffect['newTitles']): string | null =>
  told === null
    ? null
    : `${told.placed} of ${counted(told.titles, 'title')} without viewings, at ${counted(told.places, 'place')} of ${counted(told.lists, 'list')}`;

/** The differences between two sets of rules. */
export function comparedText(terminal: Terminal, compared: ComparedRules, units: RuleNames): string {
  const { added, removed, changed, moved, titles } = compared;
  const names = new Map(titles.map(({ item, title }) => [item, title]));
  const words = (rule: Rule): string =>
    `${rule.on ? '' : '(off) '}${textOf(ruleSentence(rule, { ...units, title: (id) => names.get(id) ?? id }))}`;
  const rows = [
    ...added.map((rule) => ['added', rule.id, words(rule)]),
    ...removed.map((rule) => ['removed', rule.id, words(rule)]),
    ...changed.flatMap(({ before, after, parts }) => [
      ['changed', after.id, `${parts.join(', ')}: ${words(before)}`],
      ['', '', `now: ${words(after)}`],
    ]),
    ...moved.map(({ rule, before, after }) => ['moved', rule, `from place ${before} to ${after}`]),
  ];
  return rows.length === 0
    ? 'The rules are the same.'
    : formatTable(terminal, [{ title: '' }, { title: 'ID' }, { title: 'rule', shrinkTo: 20 }], rows);
}

export function costText(cost: RuleEffect['cost']): string {
  if (cost === null) return 'unknown: the run keeps no lists of its hold-out';
  return `${figureText(cost, ENGLISH)}, over ${counted(cost.profiles, 'test profile')}`;
}
