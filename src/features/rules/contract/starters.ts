/** The rules that curators ask for most, filled in but for their titles and days. */

import { dayAfter } from '../../../shared/values/day';

export const STARTERS = ['campaign', 'series', 'passed', 'not-before', 'age'] as const;
export type Starter = (typeof STARTERS)[number];

/** Whether a starter's rule says nothing until titles are named. */
export const needsTitles = (starter: Starter): boolean => starter !== 'series' && starter !== 'passed';

/** What a starter is filled in with; with `not-before`, `from` is the first day on which the titles are shown. */
interface Filled {
  readonly ids: readonly string[];
  readonly from?: string | undefined;
  readonly until?: string | undefined;
  readonly ageAttribute?: string | undefined;
}

/** The rule of a starter but for its ID and name, to be checked as any other. */
export function starterRule(starter: Starter, { ids, from, until, ageAttribute = 'age' }: Filled): object {
  const days = starter === 'not-before' ? { until: dayAfter(from!, -1) } : { from, until };
  return { ...starterFields(starter, ageAttribute), ...(ids.length > 0 && { titles: { ids } }), ...days };
}

/** @param ageAttribute of profiles; undefined without one */
function starterFields(starter: Starter, ageAttribute: string | undefined): Record<string, unknown> {
  switch (starter) {
    case 'age':
      return { kind: 'age', attribute: ageAttribute, ages: { from: 6 } };
    case 'campaign':
      return { kind: 'pin', place: 1, to: 5 };
    case 'series':
      return { kind: 'at-most', count: 2, per: { series: true } };
    case 'passed':
      return { kind: 'in-order' };
    case 'not-before':
      return { kind: 'hide' };
  }
}
