/** aims/<fingerprint>.json: aims saved under a name with a data set. */
import { from, kindOf } from '../../../engine/kept/segments-and-tunings';
import { keptAimSchema } from '../contract/aims';

export const AIMS = kindOf('aim', keptAimSchema.extend({ from }));
