/** Results of this feature's long calls. */
import type { RuleEffect } from '../../../shared/contract/rule-answers';

declare module '../../../renderer/stores/activity' {
  interface WorkResults {
    rules: RuleEffect;
  }
}
