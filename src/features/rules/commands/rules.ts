import type { KeptRules } from '../../../shared/contract/rule-answers';
import { mergeRules } from '../contract/merged-rules';
import { STARTERS } from '../contract/starters';
import { type Rule, type RuleSet, ruleSetJsonSchema, ruleSetOf } from '../../../shared/contract/rules';
import { ShelfwiseError } from '../../../shared/errors';
import { allowedWords } from '../../../shared/values/suggest';
import { defineCommand } from '../../../cli/command';
import { DATA_INPUT } from '../../../cli/common-inputs';
import type { Client } from '../../../cli/context';
import { resolveData } from '../../../cli/data';
import { stepTo } from '../../../cli/history';
import { jsonText } from '../../../cli/output';
import { DATE_INPUT, rulesNamed, SAVED } from '../../../cli/rules';
import { compareAnswer, historyAnswer, starterAnswer, tryAnswer, unmetAnswer } from './rule-answers';
import { ruleTable, sinceText } from './rule-texts';
import { blocks } from '../../../cli/layout';
import type { MembersSince } from '../contract/members-since';
import type { Terminal } from '../../../cli/terminal';
import { counted, list, minute } from '../../../cli/words';
import { differenceOfRules } from '../words/rule-difference';
import { type RuleNames, ruleSentence } from '../../../shared/words/rule-sentence';
import { unitsOf } from '../../../cli/units';
import { textOf, say } from '../../../shared/words/sentence';

const ACTIONS = [
  'list',
  'try',
  'unmet',
  'add',
  'on',
  'off',
  'remove',
  'history',
  'compare',
  'undo',
  'redo',
  'import',
  'adopt',
  'export',
  'members',
  'schema',
  'starter',
] as const;

export default defineCommand({
  name: 'rules',
  group: 'Tune lists and set rules',
  summary: 'Show the rules for lists that are saved with a data set; try, add, switch, undo, import or export them',
  inputs: {
    action: {
      kind: 'choice',
      argument: true,
      value: 'ACTION',
      choices: ACTIONS,
      default: 'list',
      help: `one of ${ACTIONS.join(', ')}`,
    },
    what: {
      kind: 'text',
      argument: true,
      value: 'FILE or RULE',
      help: `try, add, import: a file of rules (try takes "${SAVED}", too); export: where to; on, off, remove, members, unmet: the ID of a rule; compare: a file, "${SAVED}" or a revision`,
    },
    other: {
      kind: 'text',
      argument: true,
      value: 'FILE or REVISION',
      help: `compare: what to compare it with (default ${SAVED})`,
    },
    data: { ...DATA_INPUT, required: undefined },
    run: {
      kind: 'text',
      value: 'RUN',
      help: 'with try, unmet: the run whose lists are looked at; with import: whose bundle brought rules',
    },
    beside: {
      kind: 'text',
      value: 'FILE',
      help: `with try: compare with the lists under the rules of this file, or under "${SAVED}" ones, rather than without rules`,
    },
    title: { kind: 'texts', value: 'ID', help: 'with starter: the titles of the rule' },
    segment: { kind: 'text', value: 'NAME', help: 'with members: the saved segment, by name or ID' },
    from: {
      kind: 'text',
      value: 'YYYY-MM-DD',
      help: 'with starter: its first day; of not-before the day they are shown',
    },
    until: { kind: 'text', value: 'YYYY-MM-DD', help: 'with starter: its last day' },
    date: DATE_INPUT,
    theirs: { kind: 'flag', help: 'with import: of rules that both have with other content, take those of the file' },
    take: { kind: 'texts', value: 'RULE', help: 'with import: the same, of this rule only' },
  },
  examples: [
    'rules --data 3f2a9c10',
    'rules try rules.json --run rrt9psbyug',
    'rules starter campaign --title 1042 --until 2026-12-31 > campaign.json',
    'rules try campaign.json --beside saved --run rrt9psbyug',
    'rules add rules.json --data 3f2a9c10',
    'rules unmet campaign --run rrt9psbyug',
    'rules members campaign --segment Picked --data 3f2a9c10',
    'rules off no-horror --data 3f2a9c10',
    'rules adopt --data 3f2a9c10',
    'rules compare 3 saved --data 3f2a9c10',
    'rules undo --data 3f2a9c10',
  ],
  gone: { '--profile': 'recommend --run RUN --profile ID --rules FILE' },
  details: () =>
    [
      'list: the saved rules, in their order, and what is in conflict.',
      'try FILE --run RUN: what they do to the lists of a run; nothing is saved. "try saved" looks at those that are saved.',
      'unmet [RULE] --run RUN: the lists in which saved rules that are on could not be kept, each with the reason; of one rule, by its ID.',
      `starter NAME: prints a file with one of the rules that are asked for most: ${STARTERS.join(', ')}.`,
      'add FILE: saves the rules of a file beside those that are there; refused where one has an ID that is taken.',
      'import FILE: merges (with --run instead, the rules that came with that run in a bundle); of rules that both have, those that are saved stay, unless --theirs or --take RULE is given; both versions are shown.',
      'compare A B: what two sets differ in, each a file, "saved" or a revision of the history; what that does to lists: compare RUN RUN --lists --before-rules A --rules B.',
      'adopt: takes over the rules of the data set that was imported from the folder before, with their history; adopt DATA those of another one.',
      'members RULE [--segment NAME] [--run RUN]: the rule is for the members that the segment has today (without --segment, the one it took them from); list says how they changed since.',
      'on, off, remove RULE: by its ID.   history, undo, redo: of all of them together.',
      'export FILE: writes them as JSON.   schema: prints the JSON Schema of such files.',
    ].join('\n'),
  async run(
    context,
    { action, what, other, data: typed, run, date, theirs, take, beside, title, segment, from, until },
  ) {
    if (action === 'schema') return schemaAnswer();
    if (action === 'starter') return starterAnswer(needed(what, STARTERS.join(', ')), { title, from, until });
    if (action === 'unmet') return unmetAnswer(context, { rule: what, run, date });
    if (action === 'try') return tryAnswer(context, { file: what ?? SAVED, run, date, beside });
    if (typed === undefined) throw new ShelfwiseError('usage', say('rule.which-data'));
    const client = await context.client();
    const dataset = await resolveData(context, typed);
    const data = dataset.fingerprint;
    const names = unitsOf(dataset);
    const told = (rules: KeptRules) => ({
      json: rules,
      text: (terminal: Terminal) => ruleTable(terminal, rules, names),
    });
    const saved = await client.rules.get({ data });
    switch (action) {
      case 'list':
        return listed(saved, await client.rules.membersSince({ data, set: saved.set }), names);
      case 'add':
      case 'import': {
        const given =
          action === 'import' && what === undefined && run !== undefined
            ? await rulesOfRun(client, run)
            : await rulesNamed(context, needed(what, 'a file of rules'), data);
        return mergeAnswer(client, { data, names, saved, given, theirs, take, refuses: action === 'add' });
      }
      case 'on':
      case 'off':
      case 'remove': {
        const { id } = ruleNamed(saved, needed(what, 'the ID of a rule'));
        const rules =
          action === 'remove'
            ? saved.set.rules.filter((rule) => rule.id !== id)
            : saved.set.rules.map((rule) => (rule.id === id ? { ...rule, on: action === 'on' } : rule));
        return told(await client.rules.set({ data, revision: saved.revision, set: ruleSetOf(rules) }));
      }
      case 'members': {
        const rule = ruleNamed(saved, needed(what, 'the ID of a rule'));
        const named = segment ?? rule.profiles?.members?.segment;
        const members = await client.rules.members({
          data,
          segment: needed(named, '--segment: a saved segment'),
          ...(run !== undefined && { runId: run }),
        });
        const rules = saved.set.rules.map((one) =>
          one === rule ? { ...one, profiles: { ...one.profiles, members } } : one,
        );
        return told(await client.rules.set({ data, revision: saved.revision, set: ruleSetOf(rules) }));
      }
      case 'adopt':
        return told(await client.rules.adopt({ data, from: what ?? (await dataBefore(client, data)) }));
      case 'history':
        return historyAnswer(await client.rules.history({ data }));
      case 'compare': {
        const [before, after] = [needed(what, 'a file of rules, "saved" or a revision'), other ?? SAVED];
        return compareAnswer(context, dataset, { before, after, run });
      }
      case 'undo':
      case 'redo': {
        const to = await stepOf(client, data, action);
        return told(await client.rules.restore({ data, revision: saved.revision, to }));
      }
      case 'export': {
        const written = await client.rules.saveFile({ data, out: context.resolve(needed(what, 'the file to write')) });
        return {
          json: written,
          text: () => `${counted(written.rules, 'rule')}, SHA-256 ${written.rulesSha256}\n${written.path}`,
        };
      }
    }
  },
});

/** With how the members of segments that rules are for have changed. */
const listed = (rules: KeptRules, members: readonly MembersSince[], names: RuleNames) => ({
  json: { ...rules, members },
  text: (terminal: Terminal) => blocks(ruleTable(terminal, rules, names), members.map(sinceText).join('\n')),
});

function schemaAnswer() {
  const schema = ruleSetJsonSchema();
  return { json: schema, text: () => jsonText(schema) };
}

interface Merging {
  readonly data: string;
  readonly names: RuleNames;
  readonly saved: KeptRules;
  readonly given: RuleSet;
  /** For rules that both have with different content: whether all are taken from `given`, or those with these IDs. */
  readonly theirs: boolean;
  readonly take: readonly string[];
  /** Whether such rules are refused altogether. */
  readonly refuses: boolean;
}

async function mergeAnswer(client: Client, { data, names, saved, given, theirs, take, refuses }: Merging) {
  const merged = mergeRules(saved.set, given, theirs ? 'given' : take);
  const { added, differing } = merged;
  const unknown = take.find((id) => !differing.includes(id));
  if (unknown !== undefined)
    throw new ShelfwiseError('usage', [
      say('rules.take-unknown', { id: unknown }),
      ...allowedWords(unknown, differing),
    ]);
  if (refuses && differing.length > 0)
    throw new ShelfwiseError('usage', say('rules.other-rules', { count: differing.length, ids: list(differing) }));
  const kept = await client.rules.set({ data, revision: saved.revision, set: merged.set });
  const conflicts = conflictsOf(saved, given, differing, theirs ? differing : take);
  return {
    json: { ...kept, added, differing, conflicts },
    text: (terminal: Terminal) =>
      [
        `Added ${counted(added.length, 'rule')}.`,
        ...conflicts.map((conflict) => conflictText(conflict, names)),
        ruleTable(terminal, kept, names),
      ].join('\n'),
  };
}

interface ImportConflict {
  readonly rule: string;
  readonly parts: readonly string[];
  readonly saved: Rule;
  readonly savedAt: string | null;
  readonly given: Rule;
  readonly taken: 'saved' | 'given';
}

function conflictsOf(
  { set, changedAt }: KeptRules,
  given: RuleSet,
  differing: readonly string[],
  taken: readonly string[],
): ImportConflict[] {
  return differenceOfRules(set, given)
    .changed.filter(({ after }) => differing.includes(after.id))
    .map(({ before, after, parts }) => ({
      rule: after.id,
      parts,
      saved: before,
      savedAt: changedAt,
      given: after,
      taken: taken.includes(after.id) ? 'given' : 'saved',
    }));
}

function conflictText({ rule, parts, saved, savedAt, given, taken }: ImportConflict, names: RuleNames): string {
  const words = (one: Rule): string => `${one.on ? '' : '(off) '}${one.name}: ${textOf(ruleSentence(one, names))}`;
  const when = savedAt === null ? '' : ` (saved until ${minute(savedAt)} UTC)`;
  return [
    `${rule} differs in ${list(parts)}; ${taken === 'given' ? 'that of the file was taken' : 'what was saved counts'}.`,
    `  here${when}: ${words(saved)}`,
    `  file: ${words(given)}`,
  ].join('\n');
}

/** The data set whose rules are offered for one without rules. */
async function dataBefore(client: Client, data: string): Promise<string> {
  const before = await client.rules.before({ data });
  if (before !== null) return before.data;
  throw new ShelfwiseError('not-found', say('rule.none-before', { data: data.slice(0, 12) }));
}

/** The rules that came with a run in a bundle. */
async function rulesOfRun(client: Client, runId: string): Promise<RuleSet> {
  const { saved } = await client.rules.ofRun({ runId });
  if (saved !== null) return saved.set;
  throw new ShelfwiseError('not-found', say('rule.none-came', { run: runId }));
}

function needed(typed: string | undefined, what: string): string {
  if (typed !== undefined) return typed;
  throw new ShelfwiseError('usage', say('rules.name-missing', { what }));
}

function ruleNamed({ set }: KeptRules, id: string): Rule {
  const found = set.rules.find((rule) => rule.id === id);
  if (found !== undefined) return found;
  const ids = set.rules.map((rule) => rule.id);
  throw new ShelfwiseError('not-found', [say('rules.no-such-id', { id }), ...allowedWords(id, ids)]);
}

async function stepOf(client: Client, data: string, action: 'undo' | 'redo'): Promise<number> {
  const { versions } = await client.rules.history({ data });
  return stepTo(versions, action === 'undo' ? 'back' : 'forward').revision;
}
