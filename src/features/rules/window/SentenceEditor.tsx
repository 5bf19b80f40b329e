import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useTexts } from '../../../renderer/locales/use-texts';
import { Section } from '../../../renderer/components/Section';
import { useMainAction } from '../../../renderer/stores/main-action';
import type { CheckedRules } from '../../../shared/contract/rule-answers';
import type { Dataset } from '../../../shared/contract/dataset';
import type { Rule } from '../../../shared/contract/rules';
import { ageAttribute } from '../../../shared/values/known-attributes';
import { LONGEST_KEPT_NAME } from '../../../shared/limits';
import { needsTitles, type Starter, starterFields, STARTERS } from '../contract/starters';
import { tidied } from '../../../renderer/components/rules/tidied';
import { LiveEffect } from './LiveEffect';
import { OpenFields, type OpenPart } from './OpenFields';
import { freeId } from './rule-drafts';
import { fieldsOf, kindOf, type RuleFields, ruleOf, type SentenceForm, withForm } from './rule-fields';
import { RuleSentence } from './RuleSentence';
import { shortened, useIsSaid, useRuleText } from '../../../renderer/components/rules/use-rule-text';
import { dropWrittenRule, type Edited, keepWrittenRule, writtenRuleOf } from './written-rule';
import classes from './Sentence.module.css';

/**
 * Writes one rule as a sentence with blanks, and shows what it does meanwhile. An accepted rule is a draft until the rules are saved.
 */
export function SentenceEditor({
  dataset,
  rules,
  titles: known,
  edited,
  onTake,
  onClose,
}: {
  dataset: Dataset;
  rules: readonly Rule[];
  /** Names of the titles in the rules. */
  titles: CheckedRules['titles'];
  edited: Edited;
  onTake: (rule: Rule) => void;
  onClose: () => void;
}): ReactNode {
  const t = useTexts();
  const { rule } = edited;
  const data = dataset.fingerprint;
  const [left] = useState(() => {
    const written = writtenRuleOf(data);
    return written?.edited === edited ? written : null;
  });
  const isSaid = useIsSaid(known);
  const [begun] = useState<RuleFields>(() =>
    rule === null
      ? withForm({ id: freeId(rules, 'pin'), name: '', form: 'pin', on: true }, 'pin')
      : // A name that was made from the sentence follows it.
        fieldsOf(isSaid(rule) ? { ...rule, name: '' } : rule),
  );
  const [fields, setFields] = useState(left?.fields ?? begun);
  const [found, setFound] = useState<CheckedRules['titles']>(left?.found ?? []);
  const [open, setOpen] = useState<OpenPart | null>(null);
  const [refusal, setRefusal] = useState<'rules.incomplete' | 'rules.notAddedYet' | null>(null);
  const form = useRef<HTMLFormElement>(null);
  const panel = useId();
  const titles = [...known, ...found];
  const ruleText = useRuleText(titles);
  const isThere = rules.some(({ id }) => id === rule?.id);
  // What the rule says stands in the form itself.
  const heading = !isThere
    ? t('rules.add')
    : isSaid(rule!)
      ? t('rules.editSaid')
      : t('rules.edit', { name: rule!.name });
  useOwnFocus(form);
  useEffect(() => {
    if (isWritten(fields, begun)) keepWrittenRule(data, { edited, fields, found });
    else dropWrittenRule(data);
  }, [data, edited, fields, found, begun]);
  const change = (next: (now: RuleFields) => RuleFields): void => {
    setRefusal(null);
    setFields(next);
  };
  const set = (changes: Record<string, unknown>): void => change((now) => ({ ...now, ...changes }));
  const age = ageAttribute(dataset.profileAttributes)?.name;
  const changeForm = (to: SentenceForm, more: Record<string, unknown> = {}): void =>
    change((now) => ({
      ...withForm(now, to, { ...(to === 'age' && { attribute: age }), ...more }),
      id: isThere ? now.id : freeId(rules, kindOf(to)),
    }));
  const begin = (starter: Starter): void => {
    const { kind, ...more } = starterFields(starter, age);
    changeForm(starter === 'not-before' ? 'not-before' : (kind as SentenceForm), more);
    setOpen(needsTitles(starter) ? 'titles' : null);
  };
  const close = (): void => {
    const blank = form.current?.querySelector<HTMLElement>('[aria-expanded="true"][aria-controls]');
    setOpen(null);
    blank?.focus();
  };
  /** A rule without a name is named after what it says. */
  const unnamed = ruleOf({ ...fields, name: fields.name.trim() === '' ? '-' : fields.name });
  const saidName = unnamed === null ? '' : shortened(ruleText({ ...unnamed, name: '-' }));
  const made = unnamed && (fields.name.trim() === '' ? { ...unnamed, name: saidName } : unnamed);
  const onEscape = (event: KeyboardEvent): void => {
    // The first Escape closes a list of choices or a calendar, which are expanded.
    if (event.key !== 'Escape' || (event.target as HTMLElement).closest('input[aria-expanded="true"]') !== null) return;
    if (event.isDefaultPrevented()) return;
    if (open !== null) close();
    else if (isWritten(fields, begun)) setRefusal('rules.notAddedYet');
    else onClose();
  };
  const doneLabel = t(isThere ? 'rules.take' : 'rules.done');
  useMainAction({ label: doneLabel, run: () => form.current?.requestSubmit(), blocked: null });
  return (
    <Section title={heading}>
      <div className={classes.beside}>
        <form
          ref={form}
          aria-label={heading}
          onKeyDownCapture={onEscape}
          onSubmit={(event) => {
            event.preventDefault();
            if (made === null) setRefusal('rules.incomplete');
            else onTake(made);
          }}
        >
          <Stack gap="md">
            {rule === null && (
              <Group gap="xs" role="group" aria-label={t('rules.starters')}>
                <Text size="sm" c="dimmed">
                  {t('rules.starters')}
                </Text>
                {STARTERS.map((starter) => (
                  <Button key={starter} size="compact-sm" variant="light" onClick={() => begin(starter)}>
                    {t(`rules.starter.${starter}`)}
                  </Button>
                ))}
              </Group>
            )}
            <RuleSentence
              dataset={dataset}
              fields={fields}
              titles={titles}
              panel={panel}
              open={open}
              onOpen={(part) => (part === open ? close() : setOpen(part))}
              onForm={changeForm}
              set={set}
            />
            {/* How it picks those whom a title suits. */}
            {fields.form === 'new-titles' && (
              <Text size="xs" c="dimmed">
                {t('rules.newHelp')}
              </Text>
            )}
            {open !== null && (
              <OpenFields
                id={panel}
                part={open}
                dataset={dataset}
                fields={fields}
                titles={titles}
                onTitles={(more) => setFound((now) => [...now, ...more])}
                set={set}
                onDone={close}
              />
            )}
            <TextInput
              size="xs"
              label={t('rules.name')}
              maxLength={LONGEST_KEPT_NAME}
              placeholder={saidName}
              value={fields.name}
              onChange={({ currentTarget }) => set({ name: currentTarget.value })}
            />
            <Group gap="xs">
              <Button size="compact-md" type="submit">
                {doneLabel}
              </Button>
              <Button size="compact-md" variant="default" onClick={onClose}>
                {t('common.cancel')}
              </Button>
              <Text size="sm" role="alert" c="var(--shelfwise-warning)">
                {refusal === null ? '' : t(refusal)}
              </Text>
            </Group>
          </Stack>
        </form>
        <LiveEffect rules={rules} rule={made} />
      </div>
    </Section>
  );
}

/** Fields that take work to fill in. Those of a starter, or of another kind, come with one press. */
const WRITTEN = ['titles', 'others', 'profiles', 'from', 'until', 'day', 'name'];

function isWritten(fields: RuleFields, begun: RuleFields): boolean {
  const told = (of: RuleFields, key: string): string => JSON.stringify(tidied(of[key] ?? {}));
  return WRITTEN.some((key) => told(fields, key) !== told(begun, key));
}

/** Takes the focus while it is there, and gives it back to what had it. */
function useOwnFocus(form: { readonly current: HTMLElement | null }): void {
  const had = useRef<Element | null>(null);
  useEffect(() => {
    had.current = document.activeElement;
    form.current?.querySelector<HTMLElement>('button, input')?.focus();
    return () => {
      if (had.current instanceof HTMLElement && had.current.isConnected) had.current.focus();
    };
  }, [form]);
}
