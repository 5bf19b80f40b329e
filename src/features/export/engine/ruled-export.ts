import { countedReasons } from '../../../engine/rules/pass';
import type { BrokenReason } from '../../../shared/contract/unmet-reasons';
import type { RulesThatCount } from '../../../shared/contract/rule-answers';
import type { ExportedRules } from '../../../shared/contract/rules';
import { ShelfwiseError } from '../../../shared/errors';
import { say } from '../../../shared/words/sentence';
import { isFirstExport, notedRules } from '../../../engine/kept/rules-that-count';
import { isActive } from '../../../engine/rules/prepared-rules';
import { goneIn } from '../../../engine/rules/gone';
import type { Workspace } from '../../../engine/storage/workspace';
import type { RunSession } from '../../../engine/sessions/run-session';
import { LIST_LENGTH } from '../../../shared/limits';
import type { ExportFormat } from '../../../shared/values/export-formats';
import type { ExportedLists } from './lists';
import type { RuledExport } from './made-of-lists';
import type { RuledDelivery } from '../../../engine/delivery/deliver';
import { changedRows } from '../../../engine/runs/lists-file';

/** The lists of a run under rules, for export. */
export async function ruledOf(
  workspace: Workspace,
  session: RunSession,
  applied: RulesThatCount,
  { ranked, items, lists, under: { rules, ruled } }: RuledDelivery,
): Promise<RuledExport> {
  return {
    lists,
    items: items.ids,
    rulesSha256: applied.rulesSha256,
    date: applied.date,
    noted: notedRules(applied),
    isFirst: await isFirstExport(workspace, session.record.dataset.fingerprint, applied),
    rules: rules.active.length,
    changed: changedRows(ranked.lists, lists),
    broken: ruled.broken.map(({ row, index, reason }) => ({ row, name: rules.active[index]!.rule.name, reason })),
    waiting: applied.set.rules.filter((rule) => !isActive(rule, applied.date)).map(({ name }) => name),
    gone: goneIn(applied.set, session.dataset),
  };
}

/** What the record of an export says of its rules. */
export function exportedRules(
  { rows }: ExportedLists,
  { noted, isFirst, waiting, gone, broken }: RuledExport,
): ExportedRules {
  const exported = new Set(rows);
  const unmet = new Map<string, { lists: Set<number>; reasons: BrokenReason[] }>();
  for (const { row, name, reason } of broken) {
    if (!exported.has(row)) continue;
    const { lists, reasons } = unmet.get(name) ?? { lists: new Set(), reasons: [] };
    reasons.push(reason);
    unmet.set(name, { lists: lists.add(row), reasons });
  }
  return {
    ...noted,
    isFirst,
    waiting: [...waiting],
    unmet: Array.from(unmet, ([name, { lists, reasons }]) => ({
      name,
      lists: lists.size,
      why: countedReasons(reasons),
    })),
    gone: [...gone],
  };
}

/**
 * Refuses a submission whose lists rules leave too short: an empty place would be no submission, and a forbidden title breaks a rule.
 * @throws ShelfwiseError `bad-data` that names the rules
 */
export function refuseTooShort(format: ExportFormat, exported: ExportedLists, { broken }: RuledExport): void {
  if (format !== 'submission') return;
  const short = new Set(exported.rows.filter((_, profile) => exported.list(profile).length < LIST_LENGTH));
  const rules = broken.flatMap(({ row, name, reason }) =>
    reason === 'too-few-titles' && short.has(row) ? [name] : [],
  );
  if (rules.length > 0)
    throw new ShelfwiseError(
      'bad-data',
      say('rules.too-short', { rules: [...new Set(rules)], lists: short.size, length: LIST_LENGTH }),
    );
}
