/** Results of this feature's long calls. */
import type { OpenedBundle, WrittenBundle } from '../../../shared/contract/bundle';

declare module '../../../renderer/stores/activity' {
  interface WorkResults {
    open: OpenedBundle;
    bundle: WrittenBundle;
  }
}
