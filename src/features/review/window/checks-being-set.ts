/** Whether the checks beside the queue are being set: the command of the palette begins it too. */
import { create } from 'zustand';

export const useChecksBeingSet = create<{ isSetting: boolean }>()(() => ({ isSetting: false }));

export const setChecks = (isSetting: boolean): void => void useChecksBeingSet.setState({ isSetting });
