import ts from 'typescript';

/** Marks the lines on which there is code: what is neither blank nor a comment. */
function codeLines(source) {
  const lines = source.text.split('\n');
  const marked = new Array(lines.length).fill(false);
  const lineOf = (position) => source.getLineAndCharacterOfPosition(position).line;
  const visit = (node) => {
    if (node.kind >= ts.SyntaxKind.FirstJSDocNode && node.kind <= ts.SyntaxKind.LastJSDocNode) return;
    const children = node.getChildren(source);
    if (children.length > 0) return children.forEach(visit);
    if (node.getWidth(source) === 0) return;
    const last = lineOf(node.getEnd());
    // A template goes over several lines, some of which may be blank.
    for (let line = lineOf(node.getStart(source)); line <= last; line += 1) marked[line] ||= lines[line].trim() !== '';
  };
  visit(source);
  return marked;
}

const isFunction = (node) => ts.isFunctionLike(node) && node.body !== undefined;

/** The name of a class or function, or of what holds it; a callback is named after the function it is in. */
function nameOf(node, source) {
  const holder = node.name ? node : node.parent;
  if (holder.name) return holder.name.getText(source);
  let outer = node.parent;
  while (outer && !(isFunction(outer) && (outer.name ?? outer.parent.name))) outer = outer.parent;
  return outer ? `${nameOf(outer, source)} (callback)` : 'without a name';
}

/** The classes and functions of a module: name, first line, and lines of code; of a class those of its body. */
export function measureCode(path, text) {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const marked = codeLines(source);
  const lineOf = (position) => source.getLineAndCharacterOfPosition(position).line;
  const count = (from, to) => marked.slice(from, to).filter(Boolean).length;
  const found = [];
  const visit = (node) => {
    if (ts.isClassLike(node)) {
      const { members } = node;
      const lines = members.length > 0 ? count(lineOf(members[0].getStart(source)), lineOf(members.at(-1).getEnd()) + 1) : 0;
      found.push({ kind: 'class', name: nameOf(node, source), line: lineOf(node.getStart(source)) + 1, lines });
    } else if (isFunction(node)) {
      const lines = count(lineOf(node.getStart(source)), lineOf(node.getEnd()) + 1);
      found.push({ kind: 'function', name: nameOf(node, source), line: lineOf(node.getStart(source)) + 1, lines });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}
