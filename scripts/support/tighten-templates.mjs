const blocks = 'caption|dd|dialog|div|dl|dt|fieldset|footer|form|h2|h3|header|legend|li|main|nav|p|section|table|tbody|td|th|thead|tr|ul';
// Between one tag or expression and the next only: a comment that names a tag keeps its line.
const before = new RegExp(`(?<=[>}\`])\\s*\\n\\s*(?=</?(?:${blocks})\\b)`, 'g');
const after = new RegExp(`(</?(?:${blocks})\\b[^<>\`]*>)\\s*\\n\\s*(?=[<$\`])`, 'g');

/** Takes out of `html` templates the line breaks around blocks, which only make text nodes, and out of `css` what makes it readable. */
export function tightenTemplates(code) {
  return code
    .replace(before, '')
    .replace(after, '$1')
    .replace(/css ?`(?:[^`$]|\$(?!\{))*`/g, (sheet) =>
      sheet
        .replace(/\s+/g, ' ')
        .replace(/ ?([{};,>]) ?/g, '$1')
        .replace(/(?<![\d.])0(?=\.\d)/g, '')
        .replace(/: /g, ':')
        .replaceAll(';}', '}'),
    );
}
