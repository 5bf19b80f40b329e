import { Group, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconCircleX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTexts } from '../../../renderer/locales/use-texts';
import type { Diagnosis } from '../../../shared/contract/workspace';
import { Section } from '../../../renderer/components/Section';
import { useEngineText } from '../../../renderer/locales/engine-text';

const LOOKS = {
  good: { icon: IconCircleCheck, color: 'var(--mantine-color-anchor)' },
  warning: { icon: IconAlertTriangle, color: 'var(--shelfwise-warning)' },
  problem: { icon: IconCircleX, color: 'var(--shelfwise-warning)' },
} as const;

/** Findings that other sections of the screen tell: the cards of the devices, and the details of the library. */
const TOLD = new Set<string>(['doctor.gpu', 'doctor.no-gpu', 'doctor.library']);

const isTold = ({ said }: Diagnosis['findings'][number]): boolean =>
  said !== undefined && typeof said[0] === 'object' && TOLD.has(said[0].id);

/** What needs attention on this computer, and what is fine. */
export function Findings({ findings }: Pick<Diagnosis, 'findings'>): ReactNode {
  const t = useTexts();
  const engineText = useEngineText();
  return (
    <Section title={t('device.findings')}>
      <Stack gap="xs">
        {findings
          .filter((finding) => !isTold(finding))
          .map(({ severity, message, said }) => {
            const { icon: Picture, color } = LOOKS[severity];
            return (
              <Group key={message} gap="sm" wrap="nowrap" align="flex-start">
                <Picture
                  size={18}
                  color={color}
                  role="img"
                  aria-label={t(`device.severity.${severity}`)}
                  style={{ flexShrink: 0, marginTop: 1 }}
                />
                <Text size="sm">{engineText({ message, said })}</Text>
              </Group>
            );
          })}
      </Stack>
    </Section>
  );
}
