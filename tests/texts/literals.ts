/** The texts of a source that has them where they are said, as the command line does. */
import { parseAst } from 'vite';

/** A node of the syntax tree (ESTree); the parser's own types leave its children to be looked up. */
type Node = { readonly type: string } & Readonly<Record<string, unknown>>;

/** Of a literal: the names it stands under, outermost first, and its text; `{}` is where a template takes a value. */
type Literal = readonly [key: string, text: string];

/** Their values are words of the program that nobody reads. */
const UNREAD_PROPERTIES = new Set(['kind', 'align', 'stdio', 'granularity']);
/** Their first argument is one: the code of an error, a colour, an event, a module. */
const UNREAD_FIRST = new Set(['ShelfwiseError', 'style', 'on', 'once', 'includes', 'startsWith', 'split', 'repeat']);
/** TypeScript around a value; all else of TypeScript is types. */
const AROUND_VALUES = new Set(['TSAsExpression', 'TSSatisfiesExpression', 'TSNonNullExpression']);

/** @returns the literals that hold a letter, in the order of the source */
export function literalsOf(source: string): Literal[] {
  return within(treeOf(source, 'ts'), []).filter(([, text]) => /\p{Letter}/u.test(text));
}

/** @returns the texts of errors that are said where they are thrown, and so in English only; the others are sentences of the table */
export function errorsOf(source: string, lang: 'ts' | 'tsx' = 'ts'): Literal[] {
  return errorsWithin(treeOf(source, lang)).filter(([, text]) => /\p{Letter}.* /u.test(text));
}

function errorsWithin(node: Node): Literal[] {
  if (node.type !== 'NewExpression' || nameOf(node.callee) !== 'ShelfwiseError')
    return below(node).flatMap((child) => errorsWithin(child));
  const [code, told] = node.arguments as readonly (Node | undefined)[];
  return told === undefined || told.type === 'CallExpression' ? [] : within(told, [nameOf(code)]);
}

const treeOf = (source: string, lang: 'ts' | 'tsx'): Node => parseAst(source, { lang }) as unknown as Node;

function within(node: Node, keys: readonly string[]): Literal[] {
  if (node.type.startsWith('TS') && !AROUND_VALUES.has(node.type)) return [];
  switch (node.type) {
    case 'ImportDeclaration':
    case 'ExportAllDeclaration':
    case 'ImportExpression':
      return [];
    case 'Literal':
      return typeof node.value === 'string' ? [[keys.join('.'), node.value]] : [];
    case 'TemplateLiteral': {
      const pieces = node.quasis as readonly { value: { cooked: string } }[];
      const text = pieces.map(({ value }) => value.cooked).join('{}');
      return [[keys.join('.'), text], ...children(node, keys)];
    }
    case 'Property':
      return UNREAD_PROPERTIES.has(nameOf(node.key)) ? [] : within(node.value as Node, [...keys, nameOf(node.key)]);
    case 'VariableDeclarator':
      return node.init === null ? [] : within(node.init as Node, [...keys, nameOf(node.id)].filter(Boolean));
    case 'FunctionDeclaration':
      return children(node, [...keys, nameOf(node.id)]);
    case 'NewExpression':
    case 'CallExpression': {
      const callee = node.callee as Node;
      const unread = UNREAD_FIRST.has(nameOf(callee)) || UNREAD_FIRST.has(nameOf(callee.property));
      const given = node.arguments as readonly Node[];
      return [callee, ...given.filter((one, index) => !(unread && index === 0 && one.type === 'Literal'))].flatMap(
        (child) => within(child, keys),
      );
    }
    // What is compared, looked up or chosen by is a word of the program.
    case 'BinaryExpression':
      return node.operator === '+' ? children(node, keys) : children(node, keys, (child) => child.type !== 'Literal');
    case 'MemberExpression':
      return children(node, keys, (child) => child.type !== 'Literal');
    case 'SwitchCase':
      return (node.consequent as readonly Node[]).flatMap((child) => within(child, keys));
    default:
      return children(node, keys);
  }
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';

const below = (node: Node): Node[] => Object.values(node).flat().filter(isNode);

const children = (node: Node, keys: readonly string[], isWanted: (child: Node) => boolean = () => true): Literal[] =>
  below(node)
    .filter(isWanted)
    .flatMap((child) => within(child, keys));

/** Of an identifier, or of a key in quotes; empty where there is no name. */
function nameOf(node: unknown): string {
  if (!isNode(node)) return '';
  return typeof node.name === 'string' ? node.name : typeof node.value === 'string' ? node.value : '';
}
