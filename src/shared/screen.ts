/** What a screen of the window is: where it lies, what leads there, and what its question mark tells. A feature has one row for each of its own. */
import type { Term } from './guide/glossary';
import type { GuidePage } from './guide/guide';
import type { Text } from './words/templates';

type Parameters = Readonly<Record<string, string | undefined>>;

export interface Screen {
  /** Pattern of the router; a part that ends in ? may be missing. */
  readonly path: string;
  /** Addresses of earlier versions, which lead here; one with parameters says where exactly. */
  readonly was?: readonly (string | { readonly path: string; readonly now: (parameters: Parameters) => string })[];
  /**
   * What leads there from everywhere: the rail or its foot; the palette alone, where the screen
   * is part of another screen's work. Null where only another screen leads there. Rail and foot stand in the order of src/features/screens.ts, which
   * also gives the nine digits with Ctrl or Cmd to those that take one.
   */
  readonly from: 'rail' | 'foot' | 'palette' | null;
  /** The screen of the rail or its foot that is lit up for it. */
  readonly under?: string;
  /** What a screen of the rail shows nothing without: an open data set. The rail says so while none is open. */
  readonly needs?: 'data';
  /** Whether Ctrl or Cmd and a digit open it, though no rail leads there: those of the weekly work. */
  readonly digit?: true;
  readonly name: Text;
  /** Other words that people look for it by, for the palette. */
  readonly also?: Text;
  /** Letter that chooses it in an open menu: one of the English name, different for each. */
  readonly accessKey?: string;
  readonly help: {
    /** What the screen is for, in two sentences. */
    readonly purpose: Text;
    /** The page of the guide about what is done here. */
    readonly guide: GuidePage;
    /** The terms that this screen uses. */
    readonly terms: readonly Term[];
  };
}
