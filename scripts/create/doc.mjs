/** The documentation of a class, from which its reference page is made. */
export const doc = ({ tag }, { summary, id }, resource, lines = []) => `/**
 * ${summary}.
 *
 * @tag ${tag}
 * @summary ${summary}.
 * @permission ${resource}
 * @operation ${id}
${lines.map((line) => ` * ${line}\n`).join('')} */`;

/** Where a request goes and what it carries, as the client takes it. */
export function parameters({ pathParameters, headers }, own, key = '') {
  const values = { 'Portal-Request': `'1'`, 'Idempotency-Key': key };
  const parts = [
    ...(pathParameters.length > 0 ? [`path: { ${pathParameters.map((name) => `${name}: this.${own}!`).join(', ')} }`] : []),
    ...(headers.length > 0 ? [`header: { ${headers.map((name) => `'${name}': ${values[name]}`).join(', ')} }`] : []),
  ];
  return parts;
}

/** The tag's type, for whoever imports the class. */
export const tagName = ({ tag, className }) => `
declare global {
  interface HTMLElementTagNameMap {
    '${tag}': ${className};
  }
}
`;
