/** An aim from the options of the command line. */
import { attributeValue } from '../../../cli/attribute-value';
import { missingArgument } from '../../../cli/missing-argument';
import { ShelfwiseError } from '../../../shared/errors';
import { say } from '../../../shared/words/sentence';
import type { TitleCondition } from '../../../shared/contract/rules';
import type { Aim } from '../contract/aims';
import { MOST_DIVERGENCE } from '../contract/limits';

/** Kind -> the options that it takes. */
const OPTIONS = {
  'at-least': '--percent, and --of, --series or --title',
  'at-most': '--percent, and --of, --series or --title',
  each: '--count, and --of, --series or --title',
  apart: '--days',
  calibrated: '--attribute and --divergence',
} as const satisfies Record<Aim['kind'], string>;

export const AIM_KINDS = Object.keys(OPTIONS) as readonly Aim['kind'][];

interface Typed {
  readonly kind?: Aim['kind'] | undefined;
  readonly of: readonly string[];
  readonly series: string[];
  readonly title: string[];
  readonly percent?: number | undefined;
  readonly count?: number | undefined;
  readonly days?: number | undefined;
  readonly attribute?: string | undefined;
  readonly divergence?: string | undefined;
}

/** @throws ShelfwiseError `usage` for a kind without what it needs, or an option that cannot be read */
export function aimOf({ kind, ...typed }: Typed): Aim {
  if (kind === undefined) throw missingArgument('aims add', '--kind');
  const { percent, count, days, attribute, divergence } = typed;
  const titles = titlesTyped(typed);
  switch (kind) {
    case 'at-least':
    case 'at-most':
      if (percent !== undefined && titles !== null) return { kind, titles, share: percent / 100 };
      break;
    case 'each':
      if (count !== undefined && titles !== null) return { kind, titles, count };
      break;
    case 'apart':
      if (days !== undefined) return { kind, days };
      break;
    case 'calibrated':
      if (attribute !== undefined && divergence !== undefined)
        return { kind, attribute, divergence: divergenceTyped(divergence) };
  }
  throw missingArgument(`aims add --kind ${kind}`, OPTIONS[kind]);
}

/** Null without any. */
function titlesTyped({ of, series, title }: Typed): TitleCondition | null {
  if (of.length + series.length + title.length === 0) return null;
  const attributes = new Map<string, string[]>();
  for (const { attribute, value } of of.map(attributeValue))
    attributes.set(attribute, [...(attributes.get(attribute) ?? []), value]);
  return {
    ...(attributes.size > 0 && { attributes: Object.fromEntries(attributes) }),
    ...(series.length > 0 && { series }),
    ...(title.length > 0 && { ids: title }),
  };
}

function divergenceTyped(typed: string): number {
  const value = typed.trim() === '' ? Number.NaN : Number(typed);
  if (value > 0 && value <= MOST_DIVERGENCE) return value;
  throw new ShelfwiseError('usage', say('aims.divergence', { typed, most: MOST_DIVERGENCE }));
}
