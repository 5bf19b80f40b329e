/** Whether a search among profiles, as of a segment or a rule, names a profile. */
import { foldText } from '../../../engine/data/display/rows';
import { canonicalId } from '../../../engine/data/privacy/keyed-ids';
import { mentions } from '../../../engine/data/privacy/mentions';

/** Part of an ID finds others too: a search for 15 is none for the profile 5. */
export const searchesFor = (text: string | undefined, profile: string): boolean =>
  text !== undefined && (foldText(canonicalId(text)) === foldText(profile) || mentions(text, profile));
