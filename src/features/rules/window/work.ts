/** What the long calls of this feature answer. */
import type { RuleEffect } from '../../../shared/contract/rule-answers';

declare module '../../../renderer/stores/activity' {
  interface WorkResults {
    rules: RuleEffect;
  }
}
