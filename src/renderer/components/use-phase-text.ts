/** What long work is doing, in the user's words; the engine reports phases and details as short codes. */
import { useTexts } from '../locales/use-texts';
import { STAGES } from '../../shared/contract/run';
import { useModelName } from './use-model-name';

const PHASES = [
  'look',
  'read',
  'clean',
  'write',
  'fingerprint',
  'done',
  'lists',
  'check',
  'train',
  'leaderboard',
  'download',
  'unpack',
  'bundle',
  'measure',
  'stability',
  'condition',
  'fairness',
  'rules',
  'map',
  'again',
  'tuning',
  'sweep',
  'unit',
  'outcome',
  'checks',
  'export',
  'away',
  'turn',
  'waits',
] as const;

/** Phases whose details are names in every language. */
const VERBATIM = ['read', 'lists', 'download', 'unpack', 'bundle', 'sweep', 'unit', 'away'] as const;

export function usePhaseText(): (phase: string, detail: string) => string {
  const t = useTexts();
  const modelName = useModelName();
  const tell = (phase: string, detail: string): string => {
    if (phase === 'leaderboard') return modelName(detail.split(',')[0]!);
    // Such as "choose, epoch 8"; for several units "2/5".
    const [, stage, epoch] = /^(\w+)(?:, epoch (\d+))?$/.exec(detail) ?? [];
    const known = STAGES.find((name) => name === stage);
    if ((phase !== 'train' && phase !== 'unit') || known === undefined)
      return VERBATIM.some((name) => name === phase) ? detail : '';
    const words = t(`common.stages.${known}`);
    return epoch === undefined ? words : `${words}, ${t('train.epoch')} ${epoch}`;
  };
  return (phase, detail) => {
    const known = PHASES.find((name) => name === phase);
    const words = known === undefined ? phase : t(`shell.phases.${known}`);
    const more = tell(phase, detail);
    return more === '' ? words : `${words} · ${more}`;
  };
}
