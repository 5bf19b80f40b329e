import { oc } from '@orpc/contract';
import { diagnosisSchema } from '../../../shared/contract/workspace';

export const deviceWorkspaceCalls = {
  doctor: oc.output(diagnosisSchema),
};
