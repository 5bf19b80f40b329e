/**
 * The tuning of the open profile. Sliders stay from profile to profile, so that one setting can be tried on many;
 * changes to a profile's own attributes and titles end with it.
 */
import { create } from 'zustand';
import { createJSONStorage, persist } from 'zustand/middleware';
import { NEUTRAL_TUNING, type Tuning, withoutKeys } from '../../../../shared/contract/tuning';
import { TUNING_KEYS, TUNING_ROWS } from '../../../../shared/contract/tuning-keys';

interface OpenTuning {
  runId: string | null;
  profile: string | null;
  tuning: Tuning;
  /** The saved tuning it started from; null if it started neutral. */
  keptId: string | null;
}

const NONE: OpenTuning = { runId: null, profile: null, tuning: NEUTRAL_TUNING, keptId: null };

export const useTuning = create<OpenTuning>()(
  persist((): OpenTuning => NONE, {
    name: 'shelfwise.tuning',
    version: 2,
    storage: createJSONStorage(() => sessionStorage),
  }),
);

const OF_ONE_PROFILE = TUNING_KEYS.filter((key) => TUNING_ROWS[key].ofOneProfile === true);

/**
 * The tuning for a profile, derived from the previous profile's. Directions and knobs belong to a run: another run
 * starts neutral.
 */
export function tuningFor(
  now: Pick<OpenTuning, 'runId' | 'profile' | 'tuning'>,
  runId: string,
  profile: string,
): Tuning {
  if (now.runId !== runId) return NEUTRAL_TUNING;
  return now.profile === profile ? now.tuning : withoutKeys(now.tuning, OF_ONE_PROFILE);
}

export const openTuning = (runId: string, profile: string): void => {
  const now = useTuning.getState();
  if (now.runId !== runId || now.profile !== profile)
    useTuning.setState({
      runId,
      profile,
      tuning: tuningFor(now, runId, profile),
      keptId: now.runId === runId ? now.keptId : null,
    });
};

export const changeTuning = (changes: Partial<Tuning>): void =>
  void useTuning.setState(({ tuning }) => ({ tuning: { ...tuning, ...changes } }));

export const resetTuning = (): void => void useTuning.setState({ tuning: NEUTRAL_TUNING, keptId: null });

/** Loads a saved tuning. */
export const putTuning = (tuning: Tuning, keptId: string): void => void useTuning.setState({ tuning, keptId });

/** Records the ID under which the present tuning is saved; null if it no longer is. */
export const tellKept = (keptId: string | null): void => void useTuning.setState({ keptId });

/** Draws the next seeded mask; only if something is hidden. */
export const nextMask = (): void =>
  void useTuning.setState(({ tuning }) =>
    tuning.hidden === 0 ? { tuning } : { tuning: { ...tuning, mask: (tuning.mask + 1) % 2 ** 32 } },
  );

export function setDirection(direction: number, amount: number): void {
  useTuning.setState(({ tuning }) => {
    const others = tuning.directions.filter((other) => other.direction !== direction);
    return { tuning: { ...tuning, directions: amount === 0 ? others : [...others, { direction, amount }] } };
  });
}

/** Sets another value of an attribute, or restores its own. */
export function setAttribute(name: string, value: string | null, own: string | null): void {
  useTuning.setState(({ tuning }) => {
    const { [name]: _, ...others } = tuning.attributes;
    return { tuning: { ...tuning, attributes: value === own ? others : { ...others, [name]: value } } };
  });
}

export const removeTitle = (item: string): void =>
  void useTuning.setState(({ tuning }) => ({
    tuning: tuning.added.includes(item)
      ? { ...tuning, added: tuning.added.filter((other) => other !== item) }
      : { ...tuning, removed: [...tuning.removed, item] },
  }));

export const restoreTitle = (item: string): void =>
  void useTuning.setState(({ tuning }) => ({
    tuning: { ...tuning, removed: tuning.removed.filter((other) => other !== item) },
  }));

export const addTitle = (item: string): void =>
  void useTuning.setState(({ tuning }) => ({
    tuning: tuning.added.includes(item) ? tuning : { ...tuning, added: [...tuning.added, item] },
  }));

/** Undoes a reset, as far as the tuning belongs to the run and the profile that are open by now. */
export const bringBackTuning = (before: OpenTuning): void =>
  void useTuning.setState(({ runId, profile }) =>
    runId === before.runId && profile === before.profile
      ? before
      : runId !== null && profile !== null
        ? { tuning: tuningFor(before, runId, profile), keptId: runId === before.runId ? before.keptId : null }
        : {},
  );
