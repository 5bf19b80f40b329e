/** What the long calls of this feature answer. */
import type { OpenedBundle, WrittenBundle } from '../../../shared/contract/bundle';

declare module '../../../renderer/stores/activity' {
  interface WorkResults {
    open: OpenedBundle;
    bundle: WrittenBundle;
  }
}
