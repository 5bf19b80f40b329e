import { Text, UnstyledButton } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTexts } from '../../../renderer/locales/use-texts';
import type { Look } from './picture/map-look';
import { useFormat } from '../../../renderer/locales/format';
import type { Colouring } from './use-colouring';
import classes from './Map.module.css';

/** What the colours mean. Clicking a group selects it and dims the others. */
export function Legend({
  colouring,
  chosen,
  onChoose,
}: {
  colouring: Colouring;
  /** Codes of the selected groups. */
  chosen: readonly number[];
  onChoose: (codes: readonly number[]) => void;
}): ReactNode {
  const t = useTexts();
  const format = useFormat();
  const { legend, scale, name } = colouring;
  if (scale !== null) return <Scale scale={scale} name={name} total={colouring.codes.length} />;
  const toggle = (code: number): void =>
    onChoose(chosen.includes(code) ? chosen.filter((other) => other !== code) : [...chosen, code]);
  return (
    <ul className={classes.legend} aria-label={t('map.legend', { name })}>
      {(legend ?? []).map(({ code, name: group, points, look }) => (
        <li key={code}>
          <UnstyledButton className={classes.entry} aria-pressed={chosen.includes(code)} onClick={() => toggle(code)}>
            <Mark look={look} />
            <Text span size="sm" className={classes.entryName}>
              {group}
            </Text>{' '}
            <Text span size="xs" c="dimmed">
              {format.count(points)}
            </Text>
          </UnstyledButton>
        </li>
      ))}
    </ul>
  );
}

const PATHS: Readonly<Record<Look['shape'], string>> = {
  circle: 'M6 1a5 5 0 1 0 0 10a5 5 0 1 0 0-10z',
  square: 'M1.7 1.7h8.6v8.6H1.7z',
  diamond: 'M6 .6L11.4 6L6 11.4L.6 6z',
  triangle: 'M6 1L11.2 10.4H.8z',
  ring: 'M6 2a4 4 0 1 0 0 8a4 4 0 1 0 0-8z',
};

const Mark = ({ look: { colour, shape } }: { look: Look }): ReactNode => (
  <svg className={classes.mark} viewBox="0 0 12 12" aria-hidden data-shape={shape}>
    <path d={PATHS[shape]} style={shape === 'ring' ? { stroke: colour } : { fill: colour }} />
  </svg>
);

function Scale({
  scale: { range, known, text },
  name,
  total,
}: {
  scale: NonNullable<Colouring['scale']>;
  name: string;
  /** Number of points on the map. */
  total: number;
}): ReactNode {
  const t = useTexts();
  if (range === null)
    return (
      <Text size="sm" c="dimmed">
        {t('map.nothingKnown', { name })}
      </Text>
    );
  return (
    <div>
      <div className={classes.scale} aria-hidden />
      <div className={classes.ends}>
        <span>{text(range.low)}</span>
        <span>{text(range.high)}</span>
      </div>
      {known < total && (
        <Text size="xs" c="dimmed" mt="2xs">
          {t('map.known', { count: known })}
        </Text>
      )}
    </div>
  );
}
