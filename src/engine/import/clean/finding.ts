/** A finding about the rows of an import, as the report shows it. */
import type { Finding } from '../../../shared/contract/dataset';
import { type Sentence, textOf } from '../../../shared/words/sentence';

type Draft = Omit<Finding, 'examples' | 'message' | 'said'> & { sentence: Sentence; examples?: string[] };

export const finding = ({ sentence, examples = [], ...draft }: Draft): Finding => ({
  ...draft,
  message: textOf([sentence]),
  said: [sentence],
  examples,
});
