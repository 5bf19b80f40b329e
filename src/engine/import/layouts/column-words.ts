/** Names columns and attributes in the words of the screens; keeps the names that a mapping gives. */
import { isKnown, say, type Sentence } from '../../../shared/words/sentence';
import type { TablePlan } from './import-plan';

/** The uses of a column other than as an attribute, each with an example that a file may contain. */
const EXAMPLES = {
  profile: '1019',
  item: '877',
  time: '20260302055404',
  weight: '1',
  title: null,
  subtitle: null,
  trailer: 'N',
  continuous: 'N',
  payment: null,
  watchTime: null,
  totalTime: null,
} as const;
type Use = keyof typeof EXAMPLES;

/** @returns undefined for an attribute's column */
const useOf = (plan: TablePlan, column: string): Use | undefined =>
  (Object.keys(EXAMPLES) as Use[]).find((use) => (plan as Partial<Record<Use, unknown>>)[use] === column);

/** An attribute as the screens name it. For findings about an attribute alone, the window uses the labels of the data set. */
function known(name: string): Sentence | string {
  const words: Sentence = { id: `column.attribute-${name}`, values: {} };
  return isKnown([words]) ? words : name;
}

/** "ID of the profile (profile_id)" */
export function columnInWords(plan: TablePlan, column: string): Sentence | string {
  const words = wordsOf(plan, column);
  return words === null ? column : say('column.named', { words, name: column });
}

/** "profile_id (ID of the profile, such as 1019)": a missing column, as a person could add it. */
export function columnToAdd(plan: TablePlan, column: string): Sentence | string {
  const use = useOf(plan, column);
  const example = use === undefined ? null : EXAMPLES[use];
  if (use === undefined || example === null || plan.isMapped === true) return columnInWords(plan, column);
  return say('column.example', { words: say(`column.${use}`), name: column, example });
}

function wordsOf(plan: TablePlan, column: string): Sentence | null {
  if (plan.isMapped === true) return null;
  const use = useOf(plan, column);
  if (use !== undefined) return say(`column.${use}`);
  const attributes = plan.role === 'profiles' || plan.role === 'items' ? plan.attributes : [];
  const own = attributes.find(({ columns }) => columns.includes(column));
  const words = own === undefined ? null : known(own.name);
  return typeof words === 'string' ? null : words;
}
