import { useMediaQuery } from '@mantine/hooks';

/** Whether the window is a phone's, or one at 400 %: one column. */
export const useNarrow = (): boolean => useMediaQuery('(max-width: 640px)', false, { getInitialValueInEffect: false });
