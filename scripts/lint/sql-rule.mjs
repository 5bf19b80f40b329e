// The only way to DuckDB: src/engine/storage/database/database.ts holds the client and accepts only what the template
// `sql` of src/engine/storage/database/sql.ts made. A string built from values of a file would let the file's author
// write the query (docs/decisions/0021).

/** Only the product: tests show what a query would do without the protection. */
const PRODUCT = /(^|[\\/])src[\\/](?!.*\.test\.)/;
const DATABASE = /(^|[\\/])src[\\/]engine[\\/]storage[\\/]database[\\/]database\.ts$/;
const TEMPLATE = /(^|[\\/])src[\\/]engine[\\/]storage[\\/]database[\\/]sql\.ts$/;

/** Methods of DuckDB's client that take a text. */
const TAKES_SQL =
  /^(run|runAndRead\w*|stream|streamAndRead\w*|start|startThenRead\w*|startStream\w*|prepare|extractStatements|getTableNames)$/;

const ONLY_HERE =
  "Only src/engine/storage/database/database.ts may use DuckDB's client: call a function of it, with SQL of the template.";
const ONLY_A_TAG = 'The template `sql` is only ever written before a text: as a function it would take any string.';
const ONLY_SQL =
  "DuckDB's client may take nothing but textOfSql(query): the template `sql` keeps values out of the text.";

/** The template's SQL, or the number of a statement. */
const isSql = (node) =>
  typeof node?.value === 'number' ||
  (node?.type === 'CallExpression' && node.callee.type === 'Identifier' && node.callee.name === 'textOfSql');

export const sqlRule = {
  create(context) {
    if (!PRODUCT.test(context.filename)) return {};
    const isDatabase = DATABASE.test(context.filename);
    const refuseClient = (source, isType) => {
      if (typeof source?.value === 'string' && source.value.startsWith('@duckdb/') && !isDatabase && !isType)
        context.report({ node: source, message: ONLY_HERE });
    };
    const onlyTypes = (node) =>
      node.importKind === 'type' ||
      (node.specifiers.length > 0 && node.specifiers.every(({ importKind }) => importKind === 'type'));
    const templates = new Set();
    return {
      ImportDeclaration(node) {
        refuseClient(node.source, onlyTypes(node));
        if (/(^|\/)sql(\.ts)?$/.test(String(node.source.value)))
          for (const { imported, local } of node.specifiers)
            if (imported === undefined) context.report({ node, message: ONLY_A_TAG });
            else if (imported.name === 'sql') {
              templates.add('sql');
              if (local.name !== 'sql') context.report({ node, message: ONLY_A_TAG });
            }
      },
      ExportNamedDeclaration: (node) => refuseClient(node.source, node.exportKind === 'type'),
      ExportAllDeclaration: (node) => refuseClient(node.source, node.exportKind === 'type'),
      ImportExpression: (node) => refuseClient(node.source, false),
      TSExternalModuleReference: (node) => refuseClient(node.expression, false),
      CallExpression(node) {
        const { callee } = node;
        if (callee.type === 'Identifier' && callee.name === 'require') refuseClient(node.arguments[0], false);
        if (!isDatabase || callee.type !== 'MemberExpression') return;
        const name = callee.computed ? callee.property.value : (callee.property.name ?? '');
        // A prepared statement's methods take no text.
        if (TAKES_SQL.test(name) && node.arguments.length > 0 && !isSql(node.arguments[0]))
          context.report({ node, message: ONLY_SQL });
      },
      Identifier(node) {
        if (node.name !== 'sql' || !templates.has('sql') || TEMPLATE.test(context.filename)) return;
        const { parent } = node;
        const isTag = parent.type === 'TaggedTemplateExpression' && parent.tag === node;
        const isName =
          /^(ImportSpecifier|ImportDefaultSpecifier)$/.test(parent.type) ||
          (parent.type === 'MemberExpression' && parent.property === node && !parent.computed) ||
          (parent.type === 'Property' && parent.key === node && !parent.computed && !parent.shorthand);
        if (!isTag && !isName) context.report({ node, message: ONLY_A_TAG });
      },
    };
  },
};
