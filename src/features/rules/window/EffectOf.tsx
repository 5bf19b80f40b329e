import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { ErrorNotice } from '../../../renderer/components/ErrorNotice';
import { useFormat } from '../../../renderer/locales/format';
import { useTexts } from '../../../renderer/locales/use-texts';
import type { RuleEffect } from '../../../shared/contract/rule-answers';
import type { Run } from '../../../shared/contract/run-life';
import type { Rule } from '../../../shared/contract/rules';
import { today } from '../../../shared/values/day';
import { ProfileLink } from './ProfileLink';
import { dayOf, isOver, useEffectOf } from './use-effect-of';
import classes from './Rules.module.css';

/** Share of what the lists find from which a loss is red. */
const HARM = 0.05;

/** What a rule does by itself, in children: how many lists, which of them could not take it, and what it costs. */
export function EffectOf({ rule, run }: { rule: Rule; run: Run | null }): ReactNode {
  const t = useTexts();
  const format = useFormat();
  const hasEnded = isOver(rule);
  const { effect, isNow, error } = useEffectOf(run, hasEnded ? null : [rule], dayOf(rule));
  if (hasEnded) return <Text size="sm">{t('rules.over', { until: format.calendarDay(rule.until!) })}</Text>;
  if (error !== null && isNow) return <ErrorNotice error={error} />;
  if (effect === undefined) return null;
  const [own] = effect.rules;
  const { newTitles, broken } = effect;
  return (
    <div className={classes.effect} data-stale={!isNow || undefined} aria-busy={!isNow} role="status">
      <Lists rule={rule} lists={own?.lists ?? 0} first={own?.first ?? []} />
      {newTitles !== null && (
        <span>{t('rules.newTitlesOf', { placed: newTitles.placed, titles: newTitles.titles })}</span>
      )}
      {(own?.why ?? []).map(({ reason, count }) => {
        const those = broken.filter((one) => one.reason === reason);
        const first = those.find(({ profile }) => profile !== null)?.profile;
        const text = t(`rules.unmet.${reason}`, { count });
        return (
          <span key={reason}>
            {first == null ? (
              text
            ) : (
              <ProfileLink profile={first} among={those}>
                {text}
              </ProfileLink>
            )}
          </span>
        );
      })}
      <CostInWords cost={effect.cost} />
    </div>
  );
}

function Lists({ rule, lists, first }: { rule: Rule; lists: number; first: readonly string[] }): ReactNode {
  const t = useTexts();
  const format = useFormat();
  const day = dayOf(rule);
  const does = rule.on
    ? t(`rules.does.${DOES[rule.kind] ?? 'changes'}`, { count: lists })
    : t('rules.would', { count: lists });
  // Of a rule that does nothing today, the figure is that of its first day.
  const text = day === today() ? does : t('rules.doesOn', { day: format.calendarDay(day), does });
  const [one] = first;
  return (
    <strong>
      {one === undefined ? (
        text
      ) : (
        <ProfileLink
          profile={one}
          among={first.map((profile) => ({ profile }))}
          label={`${text}. ${t('rules.seeTouched')}`}
        >
          {text}
        </ProfileLink>
      )}
    </strong>
  );
}

/** How the number of lists is said; other kinds change them. */
const DOES: Partial<Record<Rule['kind'], 'gives' | 'takes' | 'places'>> = {
  pin: 'gives',
  hide: 'takes',
  'new-titles': 'places',
};

/** What rules cost, in what the lists find of what children watch next. */
export function CostInWords({
  cost,
  isTogether = false,
}: Pick<RuleEffect, 'cost'> & { isTogether?: boolean }): ReactNode {
  const t = useTexts();
  const format = useFormat();
  const way = isTogether ? 'together' : 'alone';
  if (cost === null) return <span>{t('rules.costNone')}</span>;
  const share = cost.isCertain && cost.before > 0 ? (cost.after - cost.before) / cost.before : 0;
  const percent = Math.round(Math.abs(share) * 100);
  if (percent === 0) return <span>{t(`rules.finds.same.${way}`)}</span>;
  const text = t(`rules.finds.${share < 0 ? 'less' : 'more'}.${way}`, { percent: format.count(percent) });
  return <span data-harm={share <= -HARM || undefined}>{text}</span>;
}
