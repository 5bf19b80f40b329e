/** Steps from profile to profile: one that is asked for before the neighbours are read is taken once they are. */
import { useEffect, useReducer, useRef } from 'react';
import type { CameFrom, Walked } from '../../../../renderer/components/origin';

export function useSteps({ around, isStale, move }: Walked, profile: string): CameFrom['step'] {
  /** Steps that are left: forwards, or backwards where it is negative. */
  const left = useRef(0);
  const [asked, ask] = useReducer((count: number) => count + 1, 0);
  const isRead = around !== undefined && !isStale;
  useEffect(() => {
    if (!isRead || left.current === 0) return;
    const to = left.current > 0 ? around.next : around.previous;
    left.current = to === null ? 0 : left.current - Math.sign(left.current);
    if (to !== null) move(to);
  }, [isRead, asked, profile]);
  return (way) => {
    left.current += way === 'next' ? 1 : -1;
    ask();
  };
}
