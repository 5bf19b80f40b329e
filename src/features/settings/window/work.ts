/** Results of this feature's long calls. */
import type { DeviceMeasurement } from '../../../shared/contract/device';

declare module '../../../renderer/stores/activity' {
  interface WorkResults {
    measure: DeviceMeasurement;
  }
}
