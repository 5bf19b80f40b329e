/**
 * What training again alone moves in lists: those of a run beside those of runs with the same recipe, data and rules, and other seeds. The one measure of
 * chance in lists between deliveries; the runs may be those of several seeds that a person trained (sweep), or one that was trained for it
 * (measure-chance.ts).
 */
import { setImmediate } from 'node:timers/promises';
import type { RunRecord } from '../../../shared/contract/run';
import { canonicalRecipe } from '../../../shared/recipe/stored';
import { canonicalJson } from '../../../shared/values/canonical-json';
import { comparedLists } from '../../../engine/delivery/compare';
import { deliveredToAll } from '../../../engine/delivery/deliver';
import type { Delivery } from '../../../engine/delivery/open';
import { modelOf } from '../../../engine/model/models';
import { readForgottenRun } from '../../../engine/runs/forgotten-run';
import { listRuns } from '../../../engine/runs/store';
import { trustIn } from '../../../engine/runs/trained-here';
import type { RunSession } from '../../../engine/sessions/run-session';
import type { Sessions } from '../../../engine/sessions/sessions';
import { runFolder, type Workspace } from '../../../engine/storage/workspace';
import { MOST_SEEDS_BESIDE, PROFILES_PER_TURN } from '../contract/limits';
import { listsIn } from './moves';
import { type Furthest, TitleCounts } from './title-counts';

export interface Chance {
  /** Of the runs beside it. */
  readonly seeds: readonly number[];
  readonly furthest: Furthest;
  /** Places with another title in lists of profiles with new viewings, and of those without; the mean over the seeds. */
  readonly places: { readonly viewings: number; readonly model: number };
}

const NO_CHANCE: Chance = { seeds: [], furthest: { titles: 0, groups: 0 }, places: { viewings: 0, model: 0 } };

/** Whether training the recipe again with another seed can give other lists. */
export const usesChance = ({ recipe }: Pick<RunRecord, 'recipe'>): boolean => modelOf(recipe).usesChance;

/**
 * The finished runs with the same recipe and data and other seeds, in the order of the seeds. One that came from elsewhere counts once it was verified
 * here: otherwise the maker of a bundle could hide what changed.
 */
export async function seedsBeside(workspace: Workspace, record: RunRecord): Promise<RunRecord[]> {
  const recipe = canonicalRecipe(record.recipe);
  const alike = (await listRuns(workspace))
    .filter(
      (other) =>
        other.status === 'finished' &&
        other.listsSha256 !== null &&
        other.seed !== record.seed &&
        other.dataset.fingerprint === record.dataset.fingerprint &&
        canonicalRecipe(other.recipe) === recipe,
    )
    .sort((left, right) => left.seed - right.seed || (left.runId < right.runId ? -1 : 1));
  const beside: RunRecord[] = [];
  for (const other of alike) {
    const folder = runFolder(workspace, other.runId);
    const isWhole = (await readForgottenRun(folder)) === null && (await trustIn(folder, other, 'here')) !== 'none';
    if (isWhole && !beside.some(({ seed }) => seed === other.seed)) beside.push(other);
    if (beside.length === MOST_SEEDS_BESIDE) break;
  }
  return beside;
}

/** The last answer for a session: the board of the week and the screen ask the same. */
const lastOf = new WeakMap<RunSession, { readonly key: string; readonly chance: Chance }>();

interface Between {
  readonly earlier: Delivery;
  readonly later: Delivery;
  /** Titles watched since, by row of the later run; -1 for a profile that the earlier one does not have. */
  readonly watchedMore: Int32Array;
}

/**
 * By the lists without a tuning: a tuning may follow the directions of one run alone.
 * @returns null where it is not known: no run of another seed is here
 */
export async function chanceOf(workspace: Workspace, sessions: Sessions, between: Between): Promise<Chance | null> {
  const { earlier, later } = between;
  const { record } = later.session;
  if (earlier.shown.runId === later.shown.runId || !usesChance(record)) return NO_CHANCE;
  const beside = await seedsBeside(workspace, record);
  if (beside.length === 0) return null;
  const { rules } = later;
  const key = canonicalJson([
    earlier.shown.runId,
    rules && [rules.rulesSha256, rules.date],
    beside.map(({ runId, listsSha256 }) => [runId, listsSha256]),
  ]);
  const last = lastOf.get(later.session);
  if (last?.key === key) return last.chance;
  const measured: Omit<Chance, 'seeds'>[] = [];
  for (const { runId } of beside)
    measured.push(await sessions.withRun(runId, (session) => movedBeside(session, between)));
  const mean = (of: (one: Omit<Chance, 'seeds'>) => number): number =>
    measured.reduce((sum, one) => sum + of(one), 0) / measured.length;
  const most = (of: keyof Furthest): number => Math.max(...measured.map(({ furthest }) => furthest[of]));
  const chance: Chance = {
    seeds: beside.map(({ seed }) => seed),
    furthest: { titles: most('titles'), groups: most('groups') },
    places: { viewings: mean(({ places }) => places.viewings), model: mean(({ places }) => places.model) },
  };
  lastOf.set(later.session, { key, chance });
  return chance;
}

async function movedBeside(session: RunSession, { later, watchedMore }: Between): Promise<Omit<Chance, 'seeds'>> {
  const own = { ...later, delivered: await deliveredToAll(later.session, later.rules) };
  const other = { ...later, session, delivered: await deliveredToAll(session, later.rules) };
  const counts = new TitleCounts(other, own);
  const places = { viewings: 0, model: 0 };
  let compared = 0;
  for (const { row, before, after, difference } of comparedLists(listsIn(other), listsIn(own))) {
    if (compared++ % PROFILES_PER_TURN === 0) await setImmediate();
    if (watchedMore[row]! < 0) continue;
    counts.addPlaces(before, after);
    places[watchedMore[row]! > 0 ? 'viewings' : 'model'] += difference.came.length;
  }
  return { furthest: counts.furthest(), places };
}
