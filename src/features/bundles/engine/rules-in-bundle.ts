/** rules.json of a bundle: the rules saved with the data of the run, and those it was approved under. */
import { type RuleSet, ruleSetOf } from '../../../shared/contract/rules';
import type { RunRecord } from '../../../shared/contract/run';
import { readRules, rulesOfHash } from '../../../engine/kept/rules';
import { hashRules } from '../../../engine/rules/rule-set';
import { readApprovals } from '../../../engine/runs/approvals';
import { BUNDLED_RULES_FILE, encodeBundledRules, readBundledRules } from '../../../engine/runs/bundled-rules';
import type { Workspace } from '../../../engine/storage/workspace';
import type { ZipSource } from './zip-write';

/**
 * For a run that came in a bundle: the rules that came with it, if none are saved here.
 * @param options.withData without it, omits rules that name a part of a profile's ID, or profiles one by one
 * @returns no source if there are no rules; and how many were omitted
 */
export async function ruleSources(
  workspace: Workspace,
  { folder, record }: { folder: string; record: RunRecord },
  { withData }: { withData: boolean },
): Promise<{ sources: ZipSource[]; leftOut: number }> {
  const { fingerprint } = record.dataset;
  const came = await readBundledRules(folder);
  const stored = await readRules(workspace, fingerprint);
  const saved = stored.revision > 0 ? stored.set : (came?.saved ?? null);
  const wanted = (await readApprovals(folder, record)).current?.rulesSha256 ?? null;
  const known = [saved, came?.approved ?? null].find((set) => set !== null && hashRules(set) === wanted);
  const approved = wanted === null ? null : (known ?? (await rulesOfHash(workspace, fingerprint, wanted)));
  const namesNobody = (set: RuleSet | null): RuleSet | null =>
    set === null || withData
      ? set
      : ruleSetOf(set.rules.filter(({ profiles }) => profiles?.text === undefined && profiles?.members === undefined));
  const shown = namesNobody(saved);
  const other = approved === saved ? null : approved;
  // Without one of its rules the set would not be the approved one.
  const whole = other === null || namesNobody(other)!.rules.length === other.rules.length ? other : null;
  const leftOut = (saved?.rules.length ?? 0) - (shown?.rules.length ?? 0);
  if ((shown === null || shown.rules.length === 0) && whole === null) return { sources: [], leftOut };
  const content = encodeBundledRules({ saved: shown, approved: whole });
  return { sources: [{ name: BUNDLED_RULES_FILE, content }], leftOut };
}
