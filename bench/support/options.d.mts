/** What an option is read as, from what it usually is. */
type Taken<Usually> = Usually extends number
  ? number
  : Usually extends readonly number[]
    ? number[]
    : Usually extends { among: readonly (infer Word)[] }
      ? Word[]
      : Usually extends { repeated: readonly string[] }
        ? string[]
        : Usually extends false
          ? boolean
          : Usually extends null
            ? string | null
            : string;

type Usual =
  | number
  | readonly number[]
  | string
  | null
  | typeof REQUIRED
  | { readonly among: readonly string[]; readonly usually: readonly string[] }
  | { readonly repeated: readonly string[] }
  | false;

export const REQUIRED: unique symbol;
export function readOptions<const Options extends Record<string, Usual>>(
  help: string,
  usual: Options,
  args?: readonly string[],
): { -readonly [Name in keyof Options]: Taken<Options[Name]> };
