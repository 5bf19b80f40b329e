import type { ReactNode } from 'react';
import { useTexts } from '../../../renderer/locales/use-texts';
import { usePreferences } from '../../../renderer/stores/preferences';
import type { CheckedRules } from '../../../shared/contract/rule-answers';
import type { Dataset } from '../../../shared/contract/dataset';
import { textOf, type TextId } from '../../../shared/words/sentence';
import { Blank } from './Blank';
import { BlankFields } from './BlankFields';
import { type BlankName, BLANKS, useBlankTexts } from './blanks';
import type { RuleFields } from './rule-fields';
import classes from './Sentence.module.css';

/** Each stays in the text as its own name, so that it can be split there. */
const AS_NAMED = Object.fromEntries(BLANKS.map((name) => [name, `{${name}}`]));

/** The template of a form in a language, as texts and names of blanks in turn. */
function partsOf(id: TextId, language: 'en' | 'ko'): readonly string[] {
  return textOf([{ id, values: AS_NAMED }], language).split(/\{(\w+)\}/);
}

/** What follows a blank without a space: punctuation, and the particles of Korean. */
const ATTACHED = /^\S+/;

/** A rule as a sentence with blanks, in the order of the window's language. */
export function RuleSentence({
  dataset,
  fields,
  titles,
  onTitles,
  open,
  onOpen,
  set,
}: {
  dataset: Dataset;
  fields: RuleFields;
  titles: CheckedRules['titles'];
  onTitles: (titles: CheckedRules['titles']) => void;
  /** The blank whose picker is open. */
  open: BlankName | null;
  onOpen: (name: BlankName | null) => void;
  set: (changes: Record<string, unknown>) => void;
}): ReactNode {
  const t = useTexts();
  const language = usePreferences((state) => state.language);
  const texts = useBlankTexts(fields, titles);
  const parts = partsOf(`rules.sentence.${fields.form}`, language);
  return (
    <div role="group" aria-label={t('rules.sentenceOf')} className={classes.sentence}>
      {parts.map((part, at) => {
        if (at % 2 === 0) return at === 0 ? part : part.replace(ATTACHED, '');
        const name = part as BlankName;
        return (
          // What is attached to a blank stays on its line.
          <span key={name} className={classes.attached}>
            <Blank
              label={t(LABELS[name])}
              says={texts[name]}
              isOpen={open === name}
              onOpen={() => onOpen(name)}
              onClose={() => onOpen(null)}
            >
              {() => (
                <BlankFields
                  name={name}
                  dataset={dataset}
                  fields={fields}
                  titles={titles}
                  onTitles={onTitles}
                  set={set}
                />
              )}
            </Blank>
            {ATTACHED.exec(parts[at + 1] ?? '')?.[0]}
          </span>
        );
      })}
    </div>
  );
}

const LABELS = {
  titles: 'rules.titles',
  others: 'rules.others',
  profiles: 'rules.profiles',
  days: 'rules.days',
  range: 'rules.range',
  places: 'rules.places',
  count: 'rules.count',
  per: 'rules.per',
  attribute: 'rules.ageAttribute',
  ages: 'rules.ages',
  unknown: 'rules.unknownAge',
  after: 'rules.after',
  day: 'rules.day',
  start: 'rules.newPlace',
} as const satisfies Record<BlankName, TextId>;
