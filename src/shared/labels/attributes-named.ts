/** Findings of the data with attributes named as everywhere else. */
import type { Finding } from '../contract/dataset';
import type { EngineText } from '../words/engine-text';
import type { LabelBook } from './label-book';

/** The engine names an attribute as the files do. */
export const withAttributesNamed = ({ message, said }: Finding, labels: LabelBook): EngineText => ({
  message,
  said: said?.map((sentence) => {
    if (typeof sentence === 'string') return sentence;
    const { attribute } = sentence.values;
    if (typeof attribute !== 'string') return sentence;
    return { ...sentence, values: { ...sentence.values, attribute: labels.attribute(attribute) } };
  }),
});
