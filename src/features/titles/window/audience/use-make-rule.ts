import { useLocation } from 'wouter';
import type { Audience, Reach } from '../../contract/audience';
import { useAddRule } from '../../../rules/window/public';

type ReachRule = Reach['options'][number]['rule'];

/** Puts a rule that reaches more children into the book, and shows it there. */
export function useMakeRule(data: string, titles: Audience['titles']): (rule: ReachRule) => Promise<void> {
  const [, go] = useLocation();
  const add = useAddRule(data);
  const named = titles.flatMap(({ item, title }) => (title === null ? [] : [{ item, title }]));
  return async (found) => {
    const { id: _, name: __, on: ___, ...rule } = found;
    const id = await add(rule, { titles: named, seenOn: ['titles'] });
    if (id !== null) go(`/rules/${id}`);
  };
}
