import { Button } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { EngineClient } from '../../../renderer/connection/connect';
import { useEngine } from '../../../renderer/connection/engine-context';
import { useTexts } from '../../../renderer/locales/use-texts';
import type { ReviewPlace } from '../contract/queue';

/** A queue, as its places are asked about. */
export type AskedQueue = Omit<Parameters<EngineClient['review']['place']>[0], 'profile'>;

/** A list of the queue, and its index there. */
export interface Step {
  readonly profile: string;
  readonly index: number;
}

/** Goes to the next list of the queue: a decision leaves the list beside the queue, for its owner to be written. */
export function NextList({
  queue,
  profile,
  onNext,
}: {
  queue: AskedQueue;
  profile: string;
  onNext: (to: Step) => void;
}): ReactNode {
  const t = useTexts();
  const { data: here } = useQuery(useEngine().queries.review.place.queryOptions({ input: { ...queue, profile } }));
  if (here == null || here.next === null) return null;
  const { next, row } = here;
  return (
    <Button
      size="compact-sm"
      variant={row.isDecided ? 'filled' : 'subtle'}
      rightSection={<IconArrowRight size={14} aria-hidden />}
      onClick={() => onNext({ profile: next, index: indexAfter(here, queue.state) })}
    >
      {t('checks.nextList')}
    </Button>
  );
}

/** A list that a decision took out of the queue has left its place to the next one. */
function indexAfter({ index, row }: ReviewPlace, state: AskedQueue['state']): number {
  const hasLeft = (state === 'open' && row.isDecided) || (state === 'decided' && !row.isDecided);
  return hasLeft ? index : index + 1;
}
