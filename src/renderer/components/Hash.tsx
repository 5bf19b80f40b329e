import { ActionIcon, Code, CopyButton, Group, Tooltip } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTexts } from '../locales/use-texts';
import { short } from '../../shared/words/format';

/** A hash or fingerprint: shows its beginning, copies all of it. */
export function Hash({ value, whole = false }: { value: string; whole?: boolean }): ReactNode {
  const t = useTexts();
  return (
    <Group gap="2xs" wrap="nowrap" component="span" display="inline-flex">
      <Code fz="xs" style={whole ? { wordBreak: 'break-all' } : { whiteSpace: 'nowrap' }}>
        {whole ? value : short(value)}
      </Code>
      <CopyButton value={value}>
        {({ copied, copy }) => (
          <Tooltip label={copied ? t('common.copied') : t('common.copy')}>
            <ActionIcon
              size="sm"
              variant="subtle"
              color="gray"
              aria-label={`${t('common.copy')} ${short(value)}`}
              onClick={copy}
            >
              {copied ? <IconCheck size={14} /> : <IconCopy size={14} />}
            </ActionIcon>
          </Tooltip>
        )}
      </CopyButton>
    </Group>
  );
}
