/** Remarks for readers of an exported file: watched titles in its lists, profiles of which nothing is known, rules, a tuning. */
import type { RunRecord } from '../../../shared/contract/run';
import { LIST_LENGTH } from '../../../shared/limits';
import { say, sayDay, type Sentence, textOf } from '../../../shared/words/sentence';
import { type Check, checkOf } from './content';
import { type ExportedLists, listsWithWatched, newTitlesIn, profilesShortOfTitles } from './lists';
import type { MadeOfLists, RuledExport, TunedExport } from './made-of-lists';

/** In the form of checks that always pass: a remark never blocks an export. */
export function explanations(exported: ExportedLists, record: RunRecord, { ruled, tuned }: MadeOfLists): Check[] {
  const total = exported.profiles.length;
  const unknown =
    exported.unknownProfiles === 0
      ? say('export.check.known-profiles')
      : say('export.check.unknown-profiles', { unknown: exported.unknownProfiles, total });
  return [
    checkOf('watched titles', true, aboutWatched(exported, record, { ruled, tuned })),
    checkOf('profiles without history and row', true, unknown),
    ...(tuned === undefined ? [] : [aboutTuning(exported, tuned)]),
    ...(ruled === undefined ? [] : aboutRules(exported, ruled)),
  ];
}

function aboutWatched(exported: ExportedLists, record: RunRecord, { ruled, tuned }: MadeOfLists): Sentence {
  const total = exported.profiles.length;
  const isAllowed = record.recipe['scoring.watched'] === 'include';
  if (tuned?.includesWatched === true && !isAllowed) return say('export.check.watched-tuned');
  const isTakenBack = tuned?.includesWatched === false && tuned.tuning.segment === null;
  if (isAllowed && !isTakenBack) return say('export.check.watched-allowed');
  if (ruled === undefined) {
    const short = profilesShortOfTitles(exported);
    if (short > 0) return say('export.check.watched-fill', { short, total, length: LIST_LENGTH });
  } else {
    const filled = listsWithWatched(exported);
    if (filled > 0) return say('export.check.watched-fill-rules', { short: filled, total, length: LIST_LENGTH });
  }
  return say('export.check.watched-none');
}

function aboutTuning(exported: ExportedLists, { tuning, left, changed }: TunedExport): Check {
  const { kept, segment, profiles } = tuning;
  const applied = say(segment === null ? 'export.check.tuning' : 'export.check.tuning-segment', {
    name: kept === null ? say('export.tuning-of-file') : kept.name,
    segment: segment?.name ?? '',
    profiles,
    changed: exported.rows.filter((row) => changed.has(row)).length,
    total: exported.rows.length,
  });
  const sentences = left.length === 0 ? [applied] : [applied, say('export.tuning-left', { keys: [...left] })];
  return { check: 'tuning', passed: true, detail: textOf(sentences), said: sentences };
}

/** Broken rules are reported without blocking the export: the lists contain only what may be shown, and are shorter if that is too little. */
function aboutRules(exported: ExportedLists, { rules, date, changed, broken }: RuledExport): Check[] {
  const rows = new Set(exported.rows);
  const of = broken.filter(({ row }) => rows.has(row));
  const isShort = (_: unknown, profile: number): boolean =>
    exported.list(profile).length < Math.min(LIST_LENGTH, exported.known);
  const applied = say('export.check.rules', {
    rules,
    date: sayDay(date),
    changed: exported.rows.filter((row) => changed.has(row)).length,
    total: exported.rows.length,
  });
  const short = exported.rows.filter(isShort).length;
  const unkept = {
    count: of.length,
    profiles: new Set(of.map(({ row }) => row)).size,
    // A name made from the rule's sentence ends as one, and so does this sentence.
    rules: [...new Set(of.map(({ name }) => name.replace(/\.$/, '')))],
  };
  const kept =
    of.length === 0
      ? say('export.check.rules-kept')
      : short === 0
        ? say('export.check.rules-unkept', unkept)
        : say('export.check.rules-broken', { ...unkept, short, length: LIST_LENGTH });
  const brought = newTitlesIn(exported);
  const about = say('export.check.new-titles', {
    titles: brought.columns.length,
    lists: brought.lists,
    total: exported.rows.length,
  });
  return [
    checkOf('rules', true, applied),
    checkOf('rules kept', true, kept),
    ...(brought.lists === 0 ? [] : [checkOf('new titles', true, about)]),
  ];
}
