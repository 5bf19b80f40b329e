/** A profile on Compare that was opened from no list. */
import type { CameFrom } from '../../../src/renderer/components/origin';

export const CAME_FROM_NOWHERE: CameFrom = {
  origin: null,
  around: undefined,
  isStale: false,
  back: { place: '/profiles', label: 'All profiles' },
  detail: '',
  filter: null,
  move: () => undefined,
  band: null,
  reasonOf: () => null,
  step: () => undefined,
};
