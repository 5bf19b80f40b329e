/** The trainers of all windows. They belong to the main process, so that a run continues if its engine host dies. */
import { childEnvironment, PLAIN_NODE } from '../../node/child-environment';
import type { ToEngine, ToMain } from '../../shared/processes/engine-messages';
import { OUTPUT_KEPT } from '../../shared/limits';
import { NODE, TRAINER } from '../places';
import { log } from '../setups/log';
import { type Forked, forkInNode, forkProcess } from './fork';

interface AtWork {
  forked: Pick<Forked, 'kill'>;
  /** Null for a comparison of devices. */
  runFolder: string | null;
}

const atWork = new Map<number, AtWork>();
const listeners = new Set<() => void>();
const changed = (): void => listeners.forEach((listener) => listener());

export function onTrainersChanged(listener: () => void): void {
  listeners.add(listener);
}

/** Folders of the runs in training. */
export const runsAtWork = (): string[] => [...atWork.values()].flatMap(({ runFolder }) => runFolder ?? []);

/** @param answer reaches the engine host that asked, or its successor */
export function startTrainer(
  { id, words, environment, runFolder }: Extract<ToMain, { kind: 'start-trainer' }>,
  answer: (message: ToEngine) => void,
): void {
  const name = runFolder === null ? 'Shelfwise measurement' : 'Shelfwise trainer';
  const own = childEnvironment(environment);
  const forked =
    environment[PLAIN_NODE] === '1' && NODE !== null
      ? forkInNode(NODE, TRAINER, words, own)
      : forkProcess(TRAINER, words, own, name);
  atWork.set(id, { forked, runFolder });
  let output = '';
  forked.onOutput((text) => (output = (output + text).slice(-OUTPUT_KEPT)));
  forked.onMessage((message) => answer({ kind: 'trainer-said', id, message }));
  forked.onEnd((code) => {
    atWork.delete(id);
    log.info('A trainer ended with status', code);
    answer({ kind: 'trainer-ended', id, code, output });
    changed();
  });
  changed();
}

export function killTrainer(id: number): void {
  atWork.get(id)?.forked.kill();
}

/** Resolves when no run is in training. */
export function trainersAtRest(): Promise<void> {
  return new Promise((resolve) => {
    const look = (): void => {
      if (runsAtWork().length === 0) resolve();
    };
    onTrainersChanged(look);
    look();
  });
}
