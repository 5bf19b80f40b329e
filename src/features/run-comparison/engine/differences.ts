/** Differences in how runs were made. */
import type { Run } from '../../../shared/contract/run-life';
import type { RunDifference } from '../contract/run-comparison';
import { KNOB_NAMES } from '../../../shared/recipe/table';
import { readExports } from '../../../engine/runs/earlier-exports';
import { readRules } from '../../../engine/kept/rules';
import { hashRules } from '../../../engine/rules/rule-set';
import { readApprovals } from '../../../engine/runs/approvals';
import type { Workspace } from '../../../engine/storage/workspace';
import type { Opened } from './opened';

/** Differences in the knobs, the seed and the version of the recipe. */
export function settingDifferences(runs: readonly Run[]): RunDifference[] {
  return differing(runs, [
    ...KNOB_NAMES.map((name) => [name, (run: Run) => run.recipe[name]] as const),
    ['seed', (run: Run) => run.seed] as const,
    ['recipeVersion', (run: Run) => run.recipe.version] as const,
  ]);
}

type Property = readonly [name: string, of: (run: Run) => string | number | boolean | null | undefined];

const DATA: readonly Property[] = [
  ['dataset', ({ dataset }) => dataset.name],
  ['fingerprint', ({ dataset }) => dataset.fingerprint],
  ['split', ({ split }) => split?.protocol],
  ['trainInteractions', ({ split }) => split?.trainInteractions],
  ['testProfiles', ({ split }) => split?.testProfiles],
  ['testTargets', ({ split }) => split?.testTargets],
];

const ENVIRONMENT: readonly Property[] = [
  ['tensorflow', ({ environment }) => environment?.tensorflow],
  ['tensorflowSha256', ({ environment }) => environment?.tensorflowSha256],
  ['device', ({ environment }) => environment?.device],
  ['deviceName', ({ environment }) => environment?.deviceName],
  ['instructionSet', ({ environment }) => environment?.instructionSet],
  ['threads', ({ environment }) => environment?.threads.intra],
  ['platform', ({ environment }) => environment?.platform],
  ['architecture', ({ environment }) => environment?.architecture],
  ['node', ({ environment }) => environment?.node],
  ['flags', ({ environment }) => environment && Object.entries(environment.flags).map(String).sort().join(' ')],
  ['version', ({ program }) => program.version],
  ['commit', ({ program }) => program.commit],
  ['buildSha256', ({ program }) => program.buildSha256],
  ['lockSha256', ({ program }) => program.lockSha256],
];

export const dataDifferences = (runs: readonly Run[]): RunDifference[] => differing(runs, DATA);
export const environmentDifferences = (runs: readonly Run[]): RunDifference[] => differing(runs, ENVIRONMENT);

/** A name and one value per run; omits properties that are all the same. */
function differing(runs: readonly Run[], properties: readonly Property[]): RunDifference[] {
  return properties
    .map(([name, of]) => ({ name, values: runs.map((run) => of(run) ?? null) }))
    .filter(({ values }) => values.some((value) => value !== values[0]));
}

/** Replaces a hash: the lists were approved or exported without rules. */
const AS_MADE = 'as-made';

/** Rules belong to data, and runs meet them in approvals and exports. A damaged file is reported where it is shown. */
export async function ruleDifferences(workspace: Workspace, opened: readonly Opened[]): Promise<RunDifference[]> {
  const known = await Promise.all(
    opened.map(async ({ folder, run }) => {
      const saved = await readRules(workspace, run.dataset.fingerprint).catch(() => null);
      const approval = await readApprovals(folder, run).catch(() => null);
      const exported = (await readExports(folder).catch(() => [])).at(-1);
      return {
        savedRules: saved === null || saved.set.rules.length === 0 ? null : hashRules(saved.set),
        approvedRules: approval?.current == null ? null : (approval.current.rulesSha256 ?? AS_MADE),
        exportedRules: exported === undefined ? null : (exported.rulesSha256 ?? AS_MADE),
      };
    }),
  );
  return (['savedRules', 'approvedRules', 'exportedRules'] as const)
    .map((name) => ({ name, values: known.map((one) => one[name]) }))
    .filter(({ values }) => values.some((value) => value !== values[0]));
}
