import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useRef, useState } from 'react';
import { ErrorNotice } from '../../../../renderer/components/ErrorNotice';
import { useChildWords } from '../../../../renderer/components/use-child-words';
import { useEngine } from '../../../../renderer/connection/engine-context';
import { useTexts } from '../../../../renderer/locales/use-texts';
import { closeNotice, useNotices } from '../../../../renderer/stores/notices';
import type { Dataset } from '../../../../shared/contract/dataset';
import { ageAttribute } from '../../../../shared/values/known-attributes';
import { useAddRule } from '../../../rules/window/public';
import { Card } from './Card';
import { DecideBar } from './DecideBar';
import { leaveToTheLeft } from './leave';
import { namedTitle, ruleFor } from './rule-for';
import { RuleOffer } from './RuleOffer';
import type { Step } from './trail';
import { Trail } from './Trail';
import { type AskedDeck, useDeck } from './use-deck';
import classes from './Deck.module.css';

/**
 * Odd lists one by one: each decision takes the card off at once and shows the next.
 * @param props.empty what is shown once none waits
 */
export function DeckOf({
  dataset,
  asked,
  first,
  placeOf,
  empty,
}: {
  dataset: Dataset;
  asked: AskedDeck;
  /** A child whose card comes first, if it waits. */
  first: string | undefined;
  /** The address of the shelf of a child. */
  placeOf: (profile: string) => string;
  empty: ReactNode;
}): ReactNode {
  const t = useTexts();
  const { queries } = useEngine();
  const data = dataset.fingerprint;
  const { runId, rules } = asked;
  const deck = useDeck(data, asked, first);
  const { row, titles, alike } = deck;
  const words = useChildWords(data);
  const profile = row?.profile ?? null;
  const opened = useQuery({
    ...queries.profiles.open.queryOptions({ input: { data, profile: profile ?? '' } }),
    enabled: profile !== null,
  });
  const settings = useQuery(queries.checks.settings.queryOptions({ input: { data } }));
  const addRule = useAddRule(data);
  const stage = useRef<HTMLDivElement>(null);
  /** Whose rule is offered, and whether it is about all lists that are alike. */
  const [offered, setOffered] = useState<{ profile: string; isForAll: boolean } | null>(null);
  const isOffered = offered !== null && offered.profile === profile;
  const odd = titles[0];
  const known = {
    settings: settings.data,
    age: ageAttribute(dataset.profileAttributes)?.name,
    items: dataset.itemAttributes,
  };
  const rule = odd === undefined ? null : ruleFor(odd, known);

  const say = (decision: Step['decision'], isForAll: boolean, withRule = false): void => {
    if (profile === null) return;
    leaveToTheLeft(stage.current);
    setOffered(null);
    deck.decide({
      decision,
      who: words.who(profile, opened.data),
      alike: isForAll ? alike : null,
      ...(withRule && { first: keepRule }),
    });
  };
  const decide = (decision: Step['decision'], isForAll: boolean): void =>
    decision === 'rule' && profile !== null ? setOffered({ profile, isForAll }) : say(decision, isForAll);
  const keepRule = async (): Promise<(() => Promise<unknown>) | null> => {
    if (rule === null || odd === undefined) return null;
    if ((await addRule(rule, { titles: namedTitle(odd), seenOn: ['review', 'rules'] })) === null) return null;
    // The trail takes it back with the decision: one way back for one press.
    const notice = useNotices.getState().notices.findLast(({ undo }) => undo !== undefined);
    if (notice === undefined) return async () => undefined;
    closeNotice(notice.id);
    return notice.undo!;
  };

  if (deck.error !== null) return <ErrorNotice title={t('checks.failed')} error={deck.error} />;
  return (
    <section className={classes.deck} aria-label={t('deck.card')}>
      <div className={classes.stage} ref={stage}>
        {row !== null ? (
          <>
            {deck.total > 1 && <div className={classes.under} aria-hidden />}
            <Card
              key={row.profile}
              runId={runId}
              data={data}
              rules={rules}
              row={row}
              titles={titles}
              place={placeOf(row.profile)}
            >
              {isOffered ? (
                <RuleOffer
                  odd={odd}
                  rule={rule}
                  onKeep={() => say('rule', offered.isForAll, true)}
                  onLater={() => say('rule', offered.isForAll)}
                  onClose={() => setOffered(null)}
                />
              ) : (
                <DecideBar alike={alike} onDecide={decide} />
              )}
            </Card>
          </>
        ) : deck.isReady && deck.total === 0 ? (
          empty
        ) : (
          <Skeleton height="100%" radius="md" aria-label={t('common.loading')} />
        )}
      </div>
      <Trail runId={runId} />
    </section>
  );
}
