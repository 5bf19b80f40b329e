import type { ReactNode } from 'react';
import type { Origin, Walked } from '../../../../renderer/components/origin';

export interface WalkProperties {
  runId: string;
  data: string;
  profile: string;
  origin: Origin | null;
  children: (from: Walked) => ReactNode;
}
