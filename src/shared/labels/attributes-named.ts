/** Findings of the data, with attributes called as they are everywhere else. */
import type { Finding } from '../contract';
import type { EngineText } from '../texts/engine-text';
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
