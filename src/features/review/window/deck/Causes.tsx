import { Anchor, Button, Text, UnstyledButton } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { TitleCover } from '../../../../renderer/components/titles/TitleCover';
import { useNamesOfRules } from '../../../../renderer/components/rules/use-rule-text';
import { useTexts } from '../../../../renderer/locales/use-texts';
import { type Causes as FoundCauses, isCountedTwice } from '../../contract/queue';
import { checkName } from '../../words/check-reason';
import classes from './Causes.module.css';

/** Which cause a deck is about: a check, the lists that no large cause explains, or all. */
interface Cause {
  readonly check?: string | undefined;
  readonly name?: string | undefined;
  readonly unexplained?: true | undefined;
}

/** What causes the odd lists, largest first, each one press; then what rules ordered. */
export function Causes({
  found,
  data,
  chosen,
  onChoose,
  onConfirm,
}: {
  found: FoundCauses;
  /** Fingerprint of the data set. */
  data: string;
  chosen: Cause;
  onChoose: (cause: Cause) => void;
  /** Confirms a rule by its hash. */
  onConfirm: (ruleSha256: string, name: string) => void;
}): ReactNode {
  const t = useTexts();
  const { causes, also, unexplained, ordered } = found;
  const nameOfRule = useNamesOfRules(data);
  return (
    <nav className={classes.causes} aria-label={t('deck.causes')}>
      <ol className={classes.list}>
        {[...causes, ...(also === null ? [] : [also])].map(({ check, name, lists, undecided, titles, first }) => {
          const isChosen = chosen.check === check;
          return (
            <li key={check}>
              <UnstyledButton
                className={classes.cause}
                aria-pressed={isChosen}
                onClick={() => onChoose(isChosen ? {} : { check, ...(name !== null && { name }) })}
              >
                <Fan titles={first} />
                <span>
                  <b className={classes.name}>{checkName(t, { id: check, name })}</b>
                  <Text size="xs" c="dimmed" component="span" display="block">
                    {[
                      t('deck.children', { count: lists }),
                      ...(undecided === 0
                        ? [t('deck.allDecided')]
                        : undecided < lists
                          ? [t('deck.toDecide', { count: undecided })]
                          : titles > 0
                            ? [t('deck.titles', { count: titles })]
                            : []),
                    ].join(' · ')}
                  </Text>
                </span>
              </UnstyledButton>
            </li>
          );
        })}
        {unexplained.lists > 0 && (
          <li>
            <UnstyledButton
              className={classes.cause}
              aria-pressed={chosen.unexplained === true}
              onClick={() => onChoose(chosen.unexplained === true ? {} : { unexplained: true })}
            >
              <span>
                <b className={classes.name}>{t('deck.own')}</b>
                <Text size="xs" c="dimmed" component="span" display="block">
                  {[
                    t('deck.children', { count: unexplained.lists }),
                    ...(unexplained.undecided === 0
                      ? [t('deck.allDecided')]
                      : unexplained.undecided < unexplained.lists
                        ? [t('deck.toDecide', { count: unexplained.undecided })]
                        : []),
                  ].join(' · ')}
                </Text>
              </span>
            </UnstyledButton>
          </li>
        )}
      </ol>
      {isCountedTwice(found) && (
        <Text size="xs" c="dimmed" px="sm">
          {t('deck.several')}
        </Text>
      )}
      {ordered.length > 0 && (
        <section className={classes.ordered} aria-label={t('deck.ordered')}>
          <Text size="sm" fw={600} c="dimmed">
            {t('deck.ordered')}
          </Text>
          {ordered.map(({ rule, name, ruleSha256, lists, blocks }) => (
            <div key={rule}>
              <Text size="xs" c="dimmed">
                <Anchor component={Link} href={`/rules/${encodeURIComponent(rule)}`} size="xs" underline="always">
                  {nameOfRule(name)}
                </Anchor>{' '}
                {t('deck.orderedIn', { lists })}
              </Text>
              {blocks.length > 0 && (
                <>
                  <Text size="xs" mt="2xs">
                    <span className={classes.waits} aria-hidden /> {t('deck.orderedBlocks')}
                  </Text>
                  <Button size="compact-xs" mt="2xs" variant="light" onClick={() => onConfirm(ruleSha256, name)}>
                    {t('deck.confirm')}
                  </Button>
                </>
              )}
            </div>
          ))}
        </section>
      )}
    </nav>
  );
}

/** The first titles of a cause, one behind the other; blank paper for one of whole lists. */
const Fan = ({ titles }: { titles: FoundCauses['causes'][number]['first'] }): ReactNode => (
  <span className={classes.fan} aria-hidden>
    {titles.length === 0 ? (
      <span className={classes.paper} />
    ) : (
      titles.map(({ item, title }) => (
        <span key={item}>
          <TitleCover item={item} title={title ?? item} />
        </span>
      ))
    )}
  </span>
);
