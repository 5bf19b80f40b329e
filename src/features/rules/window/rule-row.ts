/** Where a rule stands in the page. */

/** The ID of the row of a rule, which takes the focus of what leads there. */
export const rowOfRule = (rule: string): string => `rule-${rule}`;
