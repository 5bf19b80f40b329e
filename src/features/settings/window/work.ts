/** What the long calls of this feature answer. */
import type { DeviceMeasurement, GpuPack } from '../../../shared/contract/device';

declare module '../../../renderer/stores/activity' {
  interface WorkResults {
    measure: DeviceMeasurement;
    pack: GpuPack;
  }
}
