/** Moves between steps of the tour; opening the sample by its own button advances it too. */
import { useEffect } from 'react';
import { useLocation } from 'wouter';
import { useOpenings } from '../../../renderer/actions/use-opening';
import { useEngine } from '../../../renderer/connection/engine-context';
import { useActiveDataset, useRunsOfDataset } from '../../../renderer/stores/engine-data';
import { hasLists } from '../../../shared/contract/run-life';
import { setTour, TOUR_STEPS, type TourStep } from '../../../renderer/stores/preferences';
import { anchorOf } from './use-anchor';

/** The place of each step; the profile's step first needs an open profile. */
export const TOUR_PLACES: Record<TourStep, string> = {
  open: '/week/open',
  data: '/data',
  train: '/train',
  profiles: '/profiles',
  compare: '/compare',
  rules: '/rules',
  review: '/review',
  export: '/export',
};

/** What has to be there before the next step shows anything. */
type First = 'data' | 'model';

export function useTourMoves(step: TourStep): {
  next: () => void;
  back: (() => void) | null;
  /** What the next step waits for; null if it is there. */
  waitsFor: First | null;
} {
  const [, go] = useLocation();
  const { openSample } = useOpenings();
  const { client } = useEngine();
  const data = useActiveDataset()?.fingerprint;
  const hasModel = useRunsOfDataset().some(hasLists);
  const at = TOUR_STEPS.indexOf(step);
  const isFrom = (one: TourStep): boolean => at >= TOUR_STEPS.indexOf(one);

  const openFirstProfile = async (): Promise<void> => {
    const rows = data === undefined ? [] : (await client.profiles.page({ data, start: 0, end: 1 })).rows;
    go(rows[0] === undefined ? TOUR_PLACES.compare : `/compare/${encodeURIComponent(rows[0].profile)}`);
  };
  const goTo = (to: TourStep): void => {
    setTour(to);
    if (to === 'compare') void openFirstProfile();
    else go(TOUR_PLACES[to]);
  };

  useEffect(() => {
    if (step !== 'open') return undefined;
    const onClick = ({ target }: MouseEvent): void => {
      if (target instanceof Element && target.closest(anchorOf('open')) !== null) setTour('data');
    };
    document.addEventListener('click', onClick, true);
    return () => document.removeEventListener('click', onClick, true);
  }, [step]);

  return {
    next: () => {
      const to = TOUR_STEPS[at + 1];
      if (to === undefined) return setTour('left');
      if (step !== 'open') return goTo(to);
      setTour(to);
      return void openSample();
    },
    waitsFor:
      step === 'export'
        ? null
        : isFrom('data') && data === undefined
          ? 'data'
          : isFrom('train') && !hasModel
            ? 'model'
            : null,
    back: at === 0 ? null : () => goTo(TOUR_STEPS[at - 1]!),
  };
}
