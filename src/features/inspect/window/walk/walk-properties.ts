import type { ReactNode } from 'react';
import type { CameFrom, Origin } from '../../../../renderer/components/origin';

export interface WalkProperties {
  runId: string;
  data: string;
  profile: string;
  origin: Origin | null;
  children: (from: CameFrom) => ReactNode;
}
