import { Button, Kbd, Paper, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useEngine } from '../../../renderer/connection/engine-context';
import { useLabels } from '../../../renderer/components/labels/use-labels';
import { TitleCover } from '../../../renderer/components/titles/TitleCover';
import { useKeys } from '../../../renderer/components/use-keys';
import { useTexts } from '../../../renderer/locales/use-texts';
import type { RuleEffect, RuledProfile } from '../../../shared/contract/rule-answers';
import { whoInWords } from '../../../shared/words/child-in-words';
import { ProfileLink } from './ProfileLink';
import classes from './Rules.module.css';

/** How many titles of each list are shown. */
const SHOWN = 8;

/** The list of one child without the rules and with those that are on: one of the lists that they change most. */
export function OneChild({ data, most, rules }: { data: string; most: RuleEffect['most']; rules: number }): ReactNode {
  const t = useTexts();
  const [at, setAt] = useState(0);
  const next = (): void => setAt((now) => now + 1);
  useKeys(most.length > 1 ? [['J', next, { usePhysicalKeys: true }]] : []);
  const shown = most[at % Math.max(most.length, 1)];
  return (
    <Paper component="aside" withBorder className={classes.child} aria-label={t('rules.oneChild')}>
      <Title order={2}>{t('rules.oneChild')}</Title>
      {shown === undefined ? (
        <Text size="sm" c="dimmed">
          {t('rules.nothingChanges')}
        </Text>
      ) : (
        <BothLists data={data} of={shown} among={most} rules={rules} />
      )}
      {most.length > 1 && (
        <Button variant="default" rightSection={<Kbd size="sm">J</Kbd>} aria-keyshortcuts="j" onClick={next}>
          {t('rules.otherChild')}
        </Button>
      )}
    </Paper>
  );
}

function BothLists({
  data,
  of: { profile, before, after },
  among,
  rules,
}: {
  data: string;
  of: RuledProfile;
  among: RuleEffect['most'];
  rules: number;
}): ReactNode {
  const t = useTexts();
  const labels = useLabels(data);
  const { queries } = useEngine();
  const child = useQuery(queries.profiles.open.queryOptions({ input: { data, profile } }));
  const who =
    child.data === undefined
      ? t('child.unnamed', { profile })
      : whoInWords({ profile, attributes: child.data.attributes }, labels, t);
  const [was, is] = [before.slice(0, SHOWN), after.slice(0, SHOWN)];
  return (
    <>
      <ProfileLink profile={profile} among={among}>
        {who}
      </ProfileLink>
      <Covers
        label={t('rules.before')}
        titles={was.map((one) => ({ ...one, state: is.some(({ item }) => item === one.item) ? undefined : 'goes' }))}
      />
      <Covers
        label={t('rules.afterwards', { count: rules })}
        titles={is.map((one) => ({ ...one, state: was.some(({ item }) => item === one.item) ? undefined : 'comes' }))}
      />
      <Text size="xs" c="dimmed">
        {t('rules.firstOf', { count: SHOWN, all: before.length })}
      </Text>
    </>
  );
}

function Covers({
  label,
  titles,
}: {
  label: string;
  titles: readonly { item: string; title: string | null; state: 'goes' | 'comes' | undefined }[];
}): ReactNode {
  const t = useTexts();
  return (
    <div>
      <Title order={3}>{label}</Title>
      <ol className={classes.covers}>
        {titles.map(({ item, title, state }) => (
          <li key={item} data-state={state} title={title ?? item}>
            <TitleCover item={item} title={title ?? item} />
            <span className="shelfwise-visually-hidden">
              {title ?? item}
              {state !== undefined && ` (${t(`rules.${state}`)})`}
            </span>
          </li>
        ))}
      </ol>
    </div>
  );
}
