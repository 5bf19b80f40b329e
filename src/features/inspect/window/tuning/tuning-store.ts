/**
 * The tuning of the open profile. Sliders stay from profile to profile, so that one setting can be tried on many;
 * changes to a profile's own attributes and titles end with it. The queue of Review begins as trained, since its lists
 * are decided about as they would leave; a tuning from before goes on behind the queue.
 */
import { create } from 'zustand';
import { createJSONStorage, persist } from 'zustand/middleware';
import { NEUTRAL_TUNING, tunedKeys, type Tuning, withoutKeys } from '../../../../shared/contract/tuning';
import { TUNING_KEYS, TUNING_ROWS } from '../../../../shared/contract/tuning-keys';

interface OpenTuning {
  runId: string | null;
  profile: string | null;
  /** Whether the profile was opened from the queue of Review. */
  isOfQueue: boolean;
  /** In the queue: the tuning from before it. */
  before: OpenTuning | null;
  tuning: Tuning;
  /** The saved tuning it started from; null if it started neutral. */
  keptId: string | null;
}

const NONE: OpenTuning = {
  runId: null,
  profile: null,
  isOfQueue: false,
  before: null,
  tuning: NEUTRAL_TUNING,
  keptId: null,
};

export const useTuning = create<OpenTuning>()(
  persist((): OpenTuning => NONE, {
    name: 'shelfwise.tuning',
    version: 2,
    storage: createJSONStorage(() => sessionStorage),
  }),
);

const OF_ONE_PROFILE = TUNING_KEYS.filter((key) => TUNING_ROWS[key].ofOneProfile === true);

/**
 * What a profile's tuning is derived from, as a rule that of the profile before. Directions and knobs belong to a run:
 * another run starts neutral.
 */
function earlierOf(now: OpenTuning, runId: string, isOfQueue: boolean): OpenTuning {
  const earlier = isOfQueue === now.isOfQueue ? now : isOfQueue ? NONE : (now.before ?? now);
  return earlier.runId === runId ? earlier : NONE;
}

/** The tuning for a profile. */
export function tuningFor(now: OpenTuning, runId: string, profile: string, isOfQueue: boolean): Tuning {
  const { profile: last, tuning } = earlierOf(now, runId, isOfQueue);
  return last === profile ? tuning : withoutKeys(tuning, OF_ONE_PROFILE);
}

export const openTuning = (runId: string, profile: string, isOfQueue = false): void => {
  const now = useTuning.getState();
  if (now.runId !== runId || now.profile !== profile || now.isOfQueue !== isOfQueue)
    useTuning.setState({
      runId,
      profile,
      isOfQueue,
      before: !isOfQueue ? null : now.isOfQueue ? now.before : tunedKeys(now.tuning).length > 0 ? now : null,
      tuning: tuningFor(now, runId, profile, isOfQueue),
      keptId: earlierOf(now, runId, isOfQueue).keptId,
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
  void useTuning.setState(({ runId, profile, isOfQueue }) =>
    runId === before.runId && profile === before.profile && isOfQueue === before.isOfQueue
      ? before
      : runId !== null && profile !== null
        ? { tuning: tuningFor(before, runId, profile, isOfQueue), keptId: earlierOf(before, runId, isOfQueue).keptId }
        : {},
  );
