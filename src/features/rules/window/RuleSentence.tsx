import type { ReactNode } from 'react';
import { useTexts } from '../../../renderer/locales/use-texts';
import { useLabels } from '../../../renderer/components/labels/use-labels';
import { DayField } from '../../../renderer/components/rules/DayField';
import { usePreferences } from '../../../renderer/stores/preferences';
import type { CheckedRules } from '../../../shared/contract/rule-answers';
import type { Dataset } from '../../../shared/contract/dataset';
import { LIST_LENGTH, STORED_PLACES } from '../../../shared/limits';
import { textOf, type TextId } from '../../../shared/words/sentence';
import { ChoiceBlank, NumberBlank, OpenBlank } from './Blank';
import type { OpenPart } from './OpenFields';
import { type RuleFields, SENTENCE_FORMS, type SentenceForm } from './rule-fields';
import { useOpenTexts } from './use-open-texts';
import classes from './Sentence.module.css';

const BLANKS = [
  'kind',
  'titles',
  'others',
  'profiles',
  'days',
  'place',
  'to',
  'places',
  'count',
  'per',
  'attribute',
  'ageFrom',
  'ageTo',
  'unknown',
  'after',
  'day',
  'start',
] as const;
type Blank = (typeof BLANKS)[number];

/** Each stays in the text as its own name, so that it can be split there. */
const AS_NAMED = Object.fromEntries(BLANKS.map((name) => [name, `{${name}}`]));

/** The template of a form in a language, as texts and names of blanks in turn. */
function partsOf(id: TextId, language: 'en' | 'ko'): readonly string[] {
  return textOf([{ id, values: AS_NAMED }], language).split(/\{(\w+)\}/);
}

interface Properties {
  dataset: Dataset;
  fields: RuleFields;
  titles: CheckedRules['titles'];
  /** ID of the fields below, and which of them are open. */
  panel: string;
  open: OpenPart | null;
  onOpen: (part: OpenPart) => void;
  onForm: (form: SentenceForm) => void;
  set: (changes: Record<string, unknown>) => void;
}

/** A rule as a sentence with blanks, in the order of the window's language. */
export function RuleSentence(properties: Properties): ReactNode {
  const t = useTexts();
  const language = usePreferences((state) => state.language);
  const parts = partsOf(`rules.sentence.${properties.fields.form}`, language);
  return (
    <div role="group" aria-label={t('rules.sentenceOf')} className={classes.sentence}>
      {parts.map((part, at) => {
        if (at % 2 === 1)
          return (
            // A blank stays the same one in the sentence of another kind, wherever it stands there: the focus is on it.
            // What is attached to a blank stays on its line.
            <span key={`blank ${part}`} className={classes.blank}>
              <BlankOf {...properties} name={part as Blank} />
              {ATTACHED.exec(parts[at + 1] ?? '')?.[0]}
            </span>
          );
        const text = part.replace(ATTACHED, '').trim();
        return text !== '' && <span key={`${at} ${part}`}>{text}</span>;
      })}
    </div>
  );
}

/** What follows a blank without a space: punctuation, and the particles of Korean. */
const ATTACHED = /^\S+/;

/** The last place once the first one changes: the same place for a single one, and never before the first. */
function rangeAfter({ place: was, to }: RuleFields, place: number | undefined): number | undefined {
  if (typeof to !== 'number' || to === was) return undefined;
  return place !== undefined && to < place ? undefined : to;
}

function BlankOf({
  name,
  dataset,
  fields,
  titles,
  panel,
  open,
  onOpen,
  onForm,
  set,
}: Properties & { name: Blank }): ReactNode {
  const t = useTexts();
  const labels = useLabels();
  const texts = useOpenTexts(fields, titles);
  const ages = (fields['ages'] ?? {}) as { from?: number; to?: number };
  switch (name) {
    case 'kind':
      return (
        <ChoiceBlank
          label={t('rules.kind')}
          value={fields.form}
          choices={SENTENCE_FORMS.map((form) => ({ value: form, label: t(`rules.kinds.${form}`) }))}
          onChange={(form) => onForm(form as SentenceForm)}
        />
      );
    case 'titles':
    case 'others':
    case 'profiles':
    case 'days':
      return (
        <OpenBlank
          label={t(`rules.${name}`)}
          {...texts[name]}
          panel={panel}
          isOpen={open === name}
          onToggle={() => onOpen(name)}
        />
      );
    case 'place':
      return (
        <NumberBlank
          label={t('rules.place')}
          most={LIST_LENGTH}
          value={fields['place']}
          onChange={(place) => set({ place, to: rangeAfter(fields, place) })}
        />
      );
    case 'to':
      return (
        <NumberBlank
          label={t('rules.to')}
          most={LIST_LENGTH}
          value={fields['to'] ?? fields['place']}
          onChange={(to) => set({ to })}
        />
      );
    case 'places':
      return (
        <NumberBlank
          label={t('rules.places')}
          most={fields.form === 'boost' ? STORED_PLACES - LIST_LENGTH : STORED_PLACES}
          value={fields['places']}
          onChange={(places) => set({ places })}
        />
      );
    case 'count': {
      const isNew = fields.form === 'new-titles';
      return (
        <NumberBlank
          label={t(isNew ? 'rules.newCount' : 'rules.count')}
          least={isNew ? 1 : 0}
          most={isNew ? LIST_LENGTH : LIST_LENGTH - 1}
          value={fields['count']}
          onChange={(count) => set({ count })}
        />
      );
    }
    case 'per': {
      const per = fields['per'] as { series?: true; attribute?: string } | undefined;
      return (
        <ChoiceBlank
          label={t('rules.per')}
          value={per === undefined ? 'all' : per.series === true ? 'series' : `attribute ${per.attribute}`}
          choices={[
            { value: 'series', label: t('rules.perSeries') },
            ...dataset.itemAttributes.map((attribute) => ({
              value: `attribute ${attribute.name}`,
              label: t('rules.perAttribute', { name: labels.attribute(attribute.name) }),
            })),
            { value: 'all', label: t('rules.perAll') },
          ]}
          onChange={(next) =>
            set({
              per:
                next === 'all'
                  ? undefined
                  : next === 'series'
                    ? { series: true }
                    : { attribute: next.slice('attribute '.length) },
            })
          }
        />
      );
    }
    case 'attribute':
      return (
        <ChoiceBlank
          label={t('rules.ageAttribute')}
          value={(fields['attribute'] as string | undefined) ?? null}
          choices={dataset.profileAttributes.map((one) => ({ value: one.name, label: labels.attribute(one.name) }))}
          onChange={(attribute) => set({ attribute })}
        />
      );
    case 'ageFrom':
    case 'ageTo': {
      const end = name === 'ageFrom' ? 'from' : 'to';
      return (
        <NumberBlank
          label={t(`rules.${name}`)}
          least={0}
          placeholder={t('rules.anyAge')}
          value={ages[end]}
          onChange={(value) => set({ ages: { ...ages, [end]: value } })}
        />
      );
    }
    case 'unknown':
      return (
        <ChoiceBlank
          label={t('rules.unknownAge')}
          value={fields['unknown'] === true ? 'shown' : 'hidden'}
          choices={[
            { value: 'hidden', label: t('rules.unknownHidden') },
            { value: 'shown', label: t('rules.unknownShown') },
          ]}
          onChange={(next) => set({ unknown: next === 'shown' })}
        />
      );
    case 'after':
    case 'day':
      return (
        <DayField
          size="xs"
          isInline
          isNeeded
          label={t(`rules.${name}`)}
          value={typeof fields[name] === 'string' ? fields[name] : ''}
          onChange={(text) => set({ [name]: text })}
        />
      );
    case 'start':
      return (
        <ChoiceBlank
          label={t('rules.newPlace')}
          value={typeof fields['place'] === 'number' ? `${fields['place']}` : ''}
          choices={[
            { value: '', label: t('rules.newPlaceLast') },
            ...Array.from({ length: LIST_LENGTH }, (_, at) => ({
              value: `${at + 1}`,
              label: t('rules.newPlaceAt', { place: at + 1 }),
            })),
          ]}
          onChange={(place) => set({ place: place === '' ? undefined : Number(place) })}
        />
      );
  }
}
