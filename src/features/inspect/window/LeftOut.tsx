/** Titles that are not in the list any more: taken out by rules, or gone under the tuning or in the other run. */
import { Box, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { ReactNode, Ref } from 'react';
import { useTexts } from '../../../renderer/locales/use-texts';
import type { TunedList } from '../../../shared/contract/tuning';
import { TitleRow } from '../../../renderer/components/titles/TitleRow';
import { useNamesOfRules } from '../../../renderer/components/rules/use-rule-text';
import { useFormat } from '../../../renderer/locales/format';
import type { Against } from './movement';
import rows from '../../../renderer/components/titles/TitleRow.module.css';
import classes from '../../../renderer/components/panes.module.css';

/** What rules took out of the first 25 of the model; shown on request. */
export function TakenOut({ out }: Pick<TunedList, 'out'>): ReactNode {
  const t = useTexts();
  const format = useFormat();
  const nameOf = useNamesOfRules();
  const [isShown, { toggle }] = useDisclosure(false);
  return (
    <Box>
      <button type="button" className={classes.more} aria-expanded={isShown} onClick={toggle}>
        {t(isShown ? 'compare.outHide' : 'compare.outShow')} ({format.count(out.length)})
      </button>
      {isShown && (
        <ul className={`${rows.rows} ${rows.flush}`} aria-label={t('compare.out')}>
          {out.map(({ item, title, ranked, rules }) => (
            <TitleRow
              key={item}
              item={item}
              title={title}
              isStruck
              facts={[
                {
                  text:
                    rules.length === 0
                      ? t('compare.outGaveWay', { rank: ranked })
                      : t('compare.outBy', { rank: ranked, names: rules.map(({ name }) => nameOf(name)).join(', ') }),
                },
              ]}
            />
          ))}
        </ul>
      )}
    </Box>
  );
}

export function GoneTitles({
  gone,
  against,
  heading,
}: Pick<TunedList, 'gone'> & {
  against: Against;
  /** Takes the focus of what leads here. */
  heading: Ref<HTMLHeadingElement>;
}): ReactNode {
  const t = useTexts();
  return (
    <Box>
      <Title order={3} ref={heading} tabIndex={-1}>
        {t(`compare.gone.${against}`)}
      </Title>
      <ul className={`${rows.rows} ${rows.flush}`}>
        {gone.map(({ item, title, before }) => (
          <TitleRow
            key={item}
            item={item}
            title={title}
            isStruck={against === 'change'}
            facts={[{ text: t(`compare.goneBefore.${against}`, { rank: before }) }]}
          />
        ))}
      </ul>
    </Box>
  );
}
