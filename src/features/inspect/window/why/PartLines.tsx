import { Badge, Group, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTexts } from '../../../../renderer/locales/use-texts';
import { useFormat } from '../../../../renderer/locales/format';
import { TitleCover } from '../../../../renderer/components/titles/TitleCover';
import classes from '../../../../renderer/components/panes.module.css';

/** A part of the score as it is shown. */
export interface PartLine {
  readonly name: string;
  readonly hint?: string;
  /** The ID of the title that the part is, for its cover. */
  readonly item?: string;
  readonly value: number;
  /** Rank of the title without this part; null if the part cannot be left out. */
  readonly without: number | null;
}

/** Parts of a score, each with a bar on one scale from zero. */
export function PartLines({
  label,
  lines,
  scale,
}: {
  label: string;
  lines: readonly PartLine[];
  scale: { most: number; rank: number };
}): ReactNode {
  const t = useTexts();
  const format = useFormat();
  return (
    <div>
      <Title order={3}>{label}</Title>
      <ul className={classes.effects}>
        {lines.map(({ name, hint = name, item, value, without }, index) => (
          <li key={index} data-item={item}>
            {item !== undefined && <TitleCover item={item} title={name} />}
            <Group justify="space-between" wrap="nowrap" gap="xs">
              <Text size="sm" truncate title={hint}>
                {name}
              </Text>
              {without !== null && without !== scale.rank && (
                <Badge size="sm" variant="default" tt="none" className={classes.badge}>
                  {t('compare.rankWithout', { rank: without })}
                </Badge>
              )}
            </Group>
            <Group gap="xs" wrap="nowrap">
              <span className={classes.effect} data-lowers={value < 0 || undefined} aria-hidden>
                <span style={{ width: `${((Math.abs(value) / scale.most) * 100).toFixed(1)}%` }} />
              </span>
              <Text size="xs" c="dimmed" className={classes.score}>
                <span className="shelfwise-visually-hidden">
                  {t(value < 0 ? 'compare.effectLowers' : 'compare.effectRaises')}
                </span>
                {value > 0 ? '+' : ''}
                {format.score(value, 3)}
              </Text>
            </Group>
          </li>
        ))}
      </ul>
    </div>
  );
}
