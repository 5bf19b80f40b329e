// Texts that people read stand in tables of words, in both languages beside each other (docs/decisions/0052): a fault
// whose message is written where it is thrown, or a Korean text beside code, is read by half of the users only.

const PRODUCT = /(^|[\\/])src[\\/](?!.*\.test\.)/;
/** Names of columns that the import knows, and particles that follow a name, are data, not texts. */
const TABLES =
  /[\\/]words([\\/.]|$)|[\\/]engine[\\/](import[\\/]propose[\\/]column-names|data[\\/]privacy[\\/]mentions)\.ts$/;
const HANGUL = /[\uAC00-\uD7A3]/;

const IN_A_TABLE =
  "A fault that a user can cause is a sentence of a table: say('subject.text', values). Only a fault of the program ('internal') is English alone.";
const BESIDE_ENGLISH =
  'A Korean text stands beside its English one: { en, ko } in a table of words, or in the row that it names.';

const isText = (node) => node?.type === 'TemplateLiteral' || typeof node?.value === 'string';

function isKoreanOfRow(node) {
  for (let inner = node, outer = node.parent; outer; inner = outer, outer = outer.parent)
    if (outer.type === 'Property' && outer.value === inner && (outer.key.name ?? outer.key.value) === 'ko') return true;
  return false;
}

export const wordsRule = {
  create(context) {
    if (!PRODUCT.test(context.filename)) return {};
    const refuseKorean = (node, text) => {
      if (HANGUL.test(text) && !TABLES.test(context.filename) && !isKoreanOfRow(node))
        context.report({ node, message: BESIDE_ENGLISH });
    };
    return {
      NewExpression(node) {
        const [code, told] = node.arguments;
        if (node.callee.name === 'ShelfwiseError' && code?.value !== 'internal' && isText(told))
          context.report({ node: told, message: IN_A_TABLE });
      },
      Literal: (node) => typeof node.value === 'string' && refuseKorean(node, node.value),
      TemplateElement: (node) => refuseKorean(node, node.value.raw),
      JSXText: (node) => refuseKorean(node, node.value),
    };
  },
};
