/** How long a run is likely to take, in a sentence. */
import type { Estimate } from '../../../shared/contract/run-life';
import { bytes, counted, duration, list } from '../../../cli/words';

export function describeEstimate({ seconds, memory, from, runs, freeMemory, fitting }: Estimate): string {
  const basis = {
    same: `as ${counted(runs, 'run')} of this recipe took here`,
    runs: `a guess from ${counted(runs, 'run')} of this workspace`,
    none: 'a rough guess from another computer, as nothing like it was trained here yet',
  }[from];
  const [low, high] = [duration(seconds.low), duration(seconds.high)];
  const span = low === high ? `About ${low}` : `About ${low} to ${high}`;
  const said = `${span}, and ${bytes(memory)} of memory (${basis}).`;
  if (memory <= freeMemory) return said;
  const instead = fitting.length === 0 ? 'No preset fits' : `These presets fit: ${list(fitting)}`;
  return `${said}\nOnly ${bytes(freeMemory)} are free now. ${instead}.`;
}
