// A run must give the same bits on another Node and processor. Math.pow, ** and the trigonometric functions differ
// between versions of V8, and Math.random cannot be repeated (docs/decisions/).

const INSTEAD = {
  random: 'take numbers from RandomStream (src/engine/model/random.ts): Math.random cannot be repeated.',
  pow: 'multiply, or take square roots: Math.pow differs between versions of Node.',
};
const DIFFERS = [
  'sin',
  'cos',
  'tan',
  'asin',
  'acos',
  'atan',
  'atan2',
  'sinh',
  'cosh',
  'tanh',
  'cbrt',
  'expm1',
  'log1p',
];
for (const name of DIFFERS)
  INSTEAD[name] = `Math.${name} differs between versions of Node: use sqrt, exp and log only.`;

export const portableNumbersRule = {
  create(context) {
    const power = (node) => {
      if (node.operator === '**' || node.operator === '**=')
        context.report({ node, message: 'multiply, or take square roots: ** differs between versions of Node.' });
    };
    return {
      BinaryExpression: power,
      AssignmentExpression: power,
      MemberExpression(node) {
        if (node.object.type !== 'Identifier' || node.object.name !== 'Math') return;
        const name = node.computed ? node.property.value : node.property.name;
        if (Object.hasOwn(INSTEAD, name)) context.report({ node, message: INSTEAD[name] });
      },
    };
  },
};
