/** The list that is shown as the child sees it on the TV. The window shows it, because it lies over every screen. */
import { create } from 'zustand';
import type { RulesChoice } from '../../shared/contract/rules';
import type { Tuning } from '../../shared/contract/tuning';

interface ShownList {
  readonly runId: string;
  readonly profile: string;
  /** The rules of the screen it was opened from; absent for those that count today. */
  readonly rules?: RulesChoice | undefined;
  /** A tuning to see the list with; neutral or absent for none. */
  readonly tuning?: Tuning;
  /** Another run to compare with. */
  readonly against?: { readonly runId: string; readonly name: string };
  /** The title to point out. */
  readonly item?: string;
}

export const useChildScreen = create<{ open: ShownList | null }>()(() => ({ open: null }));

export const showChildScreen = (open: ShownList): void => useChildScreen.setState({ open });

export const closeChildScreen = (): void => useChildScreen.setState({ open: null });
