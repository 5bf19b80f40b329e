/**
 * Names of models that nobody named. The record holds the parts in no language, the week of the data, the preset or what was changed of it, and the
 * seed; a reader sees them in words: "Week 36 · Balanced". The one place that says them, for window, command line, report and files.
 */
import type { Translate } from './texts';
import { LONGEST_RUN_NAME } from '../limits';
import { choiceName } from '../recipe/choice-names';
import { type Recipe, KNOBS, type KnobName } from '../recipe/table';
import { MODELS, type ModelName } from '../recipe/models';
import { PRESET_NAMES, presetOf, presetRecipe, type PresetName } from '../recipe/presets';
import { lastDay, weekOf } from '../values/calendar-week';
import { today } from '../values/day';
import { say, type Sentence, textOf } from './sentence';
import type { Language } from './templates';

/** The name for the record of a trial: what is tried, in command-line form (`als.factors=64, scoring.mixed=true`). */
export const trialName = (settings: Readonly<Record<string, unknown>>): string =>
  Object.entries(settings)
    .map(([knob, value]) => `${knob}=${String(value)}`)
    .join(', ')
    .slice(0, LONGEST_RUN_NAME);

interface Unnamed {
  readonly recipe: Recipe;
  readonly dataset: { readonly name: string; readonly period?: { readonly to: string } | null | undefined };
  readonly seed: number;
}

/**
 * The name for the record of any other model: `balanced, 2026-W36, sample, seed 1`, or `balanced, structure.width=64, …` with what was changed. The
 * week is that of the last viewing; without times there is none.
 */
export function unnamed({ recipe, dataset, seed }: Unnamed): string {
  const day = lastDay(dataset.period ?? null);
  const week = day === null ? [] : [weekInName(day)];
  return [...recipeInName(recipe), ...week, dataset.name, `seed ${seed}`].join(', ');
}

/** A name that no person gave, with the week of its data, which records of 1.0 lack; any other stays. */
export function nameWithWeek(name: string, of: Unnamed): string {
  const parts = partsOf(name);
  if (!isUnnamed(name) || parts?.week != null) return name;
  return unnamed(of);
}

export interface NamedRun {
  readonly name: string;
  readonly createdAt: string;
  readonly runId: string;
  readonly parent: string | null;
  readonly dataset: { readonly fingerprint: string };
  readonly marks: { readonly archived: boolean };
}

/**
 * Models that read the same and are of the same data, the oldest first, are told apart by which training it was. One that was trained beside another to
 * measure chance, which nobody sees among them, takes no number of theirs.
 */
export function namedApart<Run extends NamedRun>(runs: readonly Run[]): Run[] {
  const alike = new Map<string, Run[]>();
  for (const run of runs) {
    const parts = partsOf(run.name);
    if (parts === null) continue;
    const { of, changed, count, week } = parts;
    const read = JSON.stringify([of, changed, count, week, run.dataset.fingerprint]);
    alike.set(read, [...(alike.get(read) ?? []), run]);
  }
  const again = new Map<string, number>();
  for (const group of alike.values()) {
    const isBeside = ({ parent, marks }: Run): boolean => marks.archived && group.some(({ runId }) => runId === parent);
    group
      .toSorted(
        (left, right) =>
          Number(isBeside(left)) - Number(isBeside(right)) ||
          left.createdAt.localeCompare(right.createdAt) ||
          left.runId.localeCompare(right.runId),
      )
      .forEach(({ runId }, place) => again.set(runId, place + 1));
  }
  return runs.map((run) => {
    const which = again.get(run.runId) ?? 1;
    return which === 1 ? run : { ...run, name: `${run.name}, training ${which}` };
  });
}

/** A model's name as a reader sees it: a name that a person gave stays unchanged. */
export function runNameIn(name: string, t: Translate, language: Language): string {
  const parts = partsOf(name);
  if (parts === null) return trialNameIn(name, t, language);
  const changed = parts.changed.map((setting) => settingIn(setting, t, language));
  return textOf([saidParts(parts, changed.includes(null) ? [] : (changed as string[]))], language);
}

/** A model's name within a sentence of the engine: one that no person gave is said in the reader's language. */
export function saidRunName(name: string): string | Sentence {
  const parts = partsOf(name);
  return parts === null ? name : saidParts(parts, []);
}

interface Parts {
  readonly of: `common.presets.${PresetName}` | `common.models.${ModelName}`;
  /** Settings that differ from the preset, as `knob=value`; only their number if they are many. */
  readonly changed: readonly string[];
  readonly count: number;
  readonly week: { readonly year: number; readonly week: number } | null;
  /** Which training of these parts it is. */
  readonly again: number;
}

function saidParts({ of, changed, count, week, again }: Parts, named: readonly string[]): Sentence {
  const recipe =
    count === 0
      ? say(of)
      : say('common.presetChanged', {
          preset: say(of),
          what: named.length === changed.length && named.length > 0 ? named : say('common.changedSettings', { count }),
        });
  const name = week === null ? recipe : say('common.ofWeek', { week: saidWeek(week), recipe });
  if (again === 1) return name;
  if (again === 2) return say('common.again.second', { name });
  return say('common.again.more', { name, count: again });
}

/** The year is said where it is not this one. */
const saidWeek = ({ year, week }: NonNullable<Parts['week']>): Sentence =>
  year === weekOf(today()).year ? say('week.title', { week }) : say('week.titleOfYear', { week, year: String(year) });

const SETTING = String.raw`[a-zA-Z]+\.[a-zA-Z]+=[\w.-]+`;
const UNNAMED = new RegExp(
  String.raw`^([\w-]+)((?:, ${SETTING})+|, \d+ settings)?(?:, (\d{4})-W(\d{2}))?, .+, seed \d+(?:, training (\d+))?$`,
  's',
);

/** What a name that no person gave is made of; null for any other. */
function partsOf(name: string): Parts | null {
  const [, of, changes = '', year, week, again] = UNNAMED.exec(name) ?? [];
  if (of === undefined) return null;
  const kind = isPresetName(of)
    ? (`common.presets.${of}` as const)
    : isModelName(of)
      ? (`common.models.${of}` as const)
      : null;
  if (kind === null) return null;
  const counted = /^, (\d+) settings$/.exec(changes)?.[1];
  const changed = counted === undefined ? changes.split(', ').slice(1) : [];
  return {
    of: kind,
    changed,
    count: counted === undefined ? changed.length : Number(counted),
    week: year === undefined ? null : { year: Number(year), week: Number(week) },
    again: again === undefined ? 1 : Number(again),
  };
}

/** Windows of 1.0 sent "Balanced, seed 1" or "Balanced changed, seed 1 (2)" where nobody had typed a name. */
const OF_WINDOWS = /^(.+?)(?: changed| 변경)?, (?:seed|재현 번호) \d+(?: \(\d+\))?$/;

function isUnnamed(name: string): boolean {
  if (partsOf(name) !== null) return true;
  const said = OF_WINDOWS.exec(name)?.[1];
  return said !== undefined && saidPresets().has(said);
}

let presets: ReadonlySet<string> | null = null;
const saidPresets = (): ReadonlySet<string> =>
  (presets ??= new Set(
    PRESET_NAMES.flatMap((preset) =>
      (['en', 'ko'] as const).map((language) => textOf([say(`common.presets.${preset}`)], language)),
    ),
  ));

function weekInName(day: string): string {
  const { year, week } = weekOf(day);
  return `${year}-W${String(week).padStart(2, '0')}`;
}

/** Number of settings that a name tells; more are counted. */
const MOST_TOLD = 2;

/** The preset, or the nearest with what differs from it. */
function recipeInName(recipe: Recipe): string[] {
  const preset = presetOf(recipe);
  if (preset !== null) return [preset];
  const [nearest] = PRESET_NAMES.filter((name) => presetRecipe(name).model === recipe.model)
    .map((name) => ({ name, changes: changesFrom(name, recipe) }))
    .toSorted((left, right) => left.changes.length - right.changes.length);
  if (nearest === undefined) return [recipe.model];
  const told = nearest.changes.map((knob) => `${knob}=${String(recipe[knob])}`);
  const isTold = told.length <= MOST_TOLD && told.every((setting) => new RegExp(`^${SETTING}$`).test(setting));
  return [nearest.name, ...(isTold ? told : [`${told.length} settings`])];
}

const changesFrom = (preset: PresetName, recipe: Recipe): KnobName[] => {
  const settings = presetRecipe(preset);
  return (Object.keys(KNOBS) as KnobName[]).filter(
    (knob) => knob !== 'numeric.device' && settings[knob] !== recipe[knob],
  );
};

/** A trial's settings by the names of their fields. */
function trialNameIn(name: string, t: Translate, language: Language): string {
  const parts = name.split(', ');
  // The last setting may be cut off.
  const isCut = name.length === LONGEST_RUN_NAME && parts.length > 1;
  const shown = (isCut ? parts.slice(0, -1) : parts).map((part) => settingIn(part, t, language));
  return shown.includes(null) ? name : `${shown.join(', ')}${isCut ? ' …' : ''}`;
}

function settingIn(setting: string, t: Translate, language: Language): string | null {
  const [, knob, value] = /^([\w.-]+)=(\S+)$/.exec(setting) ?? [];
  if (knob === undefined || value === undefined || !isKnobName(knob)) return null;
  return `${KNOBS[knob].label[language]} ${valueOf(knob, value, t, language)}`;
}

const isModelName = (name: string): name is ModelName => (MODELS as readonly string[]).includes(name);

const isPresetName = (name: string): name is PresetName => (PRESET_NAMES as readonly string[]).includes(name);

const isKnobName = (name: string): name is KnobName => Object.hasOwn(KNOBS, name);

function valueOf(knob: KnobName, value: string, t: Translate, language: Language): string {
  if (KNOBS[knob].kind === 'boolean' && (value === 'true' || value === 'false'))
    return t(value === 'true' ? 'common.on' : 'common.off');
  return choiceName(knob, value, language) ?? value;
}
