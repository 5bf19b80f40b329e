/** How long a run is likely to take, in a sentence. */
import type { Estimate } from '../../../shared/contract/run-life';
import { bytes, counted, duration } from '../../../cli/words';

export function describeEstimate({ seconds, memory, from, runs, freeMemory }: Estimate): string {
  const basis = {
    same: `as ${counted(runs, 'run')} of this recipe took here`,
    runs: `a guess from ${counted(runs, 'run')} of this workspace`,
    none: 'a rough guess from another computer, as nothing like it was trained here yet',
  }[from];
  const [low, high] = [duration(seconds.low), duration(seconds.high)];
  const span = low === high ? `About ${low}` : `About ${low} to ${high}`;
  const short = memory > freeMemory ? `; only ${bytes(freeMemory)} are free now` : '';
  return `${span}, and ${bytes(memory)} of memory (${basis})${short}.`;
}
