import { css, type CSSResult, html, nothing, type TemplateResult } from 'lit';
import type { SharedLocalize } from '../core/localize-controller.js';
import { qrCode } from '../ui/qr-code.js';
import { partName } from './place.js';
import { visitDialogs } from './texts/visit-dialogs.js';
import { visits } from './texts/visits.js';
import { cityOf, type Visit, visitTime } from './visit.js';

/** Prints a copy of an element alone, without the page around it, in styles of its own. */
function printView(content: Element, { title, language }: { title: string; language: string }, styles: CSSResult): void {
  const frame = document.createElement('iframe');
  frame.hidden = true;
  document.body.append(frame);
  const view = frame.contentWindow as Window & typeof globalThis;
  const page = view.document;
  page.title = title;
  page.documentElement.lang = language;
  page.documentElement.dir = getComputedStyle(content).direction;
  const sheet = new view.CSSStyleSheet();
  sheet.replaceSync(styles.cssText);
  page.adoptedStyleSheets = [sheet];
  page.body.append(page.importNode(content, true));
  view.addEventListener('afterprint', () => frame.remove());
  view.print();
}

/** All that visitors and the reception have to know, with the code of the pass as text and as a QR code. */
export function visitPass(visit: Visit, i18n: SharedLocalize): TemplateResult {
  return html`<div class="pass" part="pass">
    ${passFacts(visit, i18n)} ${passCodeView(visit, i18n)} ${visitorList(visit, i18n)} ${ruleList(visit, i18n)}
  </div>`;
}

function passFacts(visit: Visit, i18n: SharedLocalize): TemplateResult {
  const { facility, place, purpose, registeredBy } = visit;
  const t = i18n.in(visitDialogs);
  const inList = i18n.in(visits);
  const clock = inList('localTime', cityOf(facility.timeZone));
  return html`<dl class="facts">
    ${fact(inList('when'), html`${visitTime(visit, i18n)}<br /><small class="muted">${clock}</small>`)}
    ${fact(inList('facility'), html`<bdi>${facility.label}</bdi><br /><small class="muted">${partName(place, i18n)}</small>`)}
    ${fact(
      t('address'),
      facility.addressLines.map((line) => html`<bdi>${line}</bdi><br />`),
    )}
    ${facility.phone ? fact(t('reception'), html`<bdi class="number">${facility.phone}</bdi>`) : nothing}
    ${fact(inList('purpose'), html`<bdi>${purpose}</bdi>`)} ${fact(t('registeredBy'), html`<bdi>${registeredBy}</bdi>`)}
  </dl>`;
}

function passCodeView({ passCode }: Visit, i18n: SharedLocalize): TemplateResult {
  const t = i18n.in(visitDialogs);
  // The empty cell keeps the place of the code.
  if (!passCode) return html`<div></div>`;
  return html`<div class="pass-code">
    ${qrCode(passCode, t('passQr', passCode))}
    <span class="muted">${t('passCode')}</span>
    <strong class="number"><bdi>${passCode}</bdi></strong>
  </div>`;
}

function visitorList({ visitors }: Visit, i18n: SharedLocalize): TemplateResult {
  const t = i18n.in(visitDialogs);
  return html`<div>
    <h3>${i18n.in(visits)('visitors')}</h3>
    <ul>
      ${visitors.map(
        ({ name, company, idDocument, plate }) =>
          html`<li>
            <bdi>${name}</bdi>${[company, idDocument, plate && t('plateOf', plate)]
              .filter(Boolean)
              .map((text) => html`, <bdi class="muted">${text}</bdi>`)}
          </li>`,
      )}
    </ul>
  </div>`;
}

function ruleList({ facility: { visitRules } }: Visit, i18n: SharedLocalize): TemplateResult | typeof nothing {
  if (visitRules.length === 0) return nothing;
  return html`<div>
    <h3>${i18n.in(visitDialogs)('rules')}</h3>
    <ul>
      ${visitRules.map((rule) => html`<li><bdi>${rule}</bdi></li>`)}
    </ul>
  </div>`;
}

const fact = (label: string, value: unknown) =>
  html`<div>
    <dt>${label}</dt>
    <dd>${value}</dd>
  </div>`;

/** Prints the pass that is shown in `root`, without the page around it. */
export function printPass(root: ParentNode, i18n: SharedLocalize): void {
  const pass = root.querySelector('.pass');
  if (pass) printView(pass, { title: i18n.in(visitDialogs)('pass'), language: i18n.language }, paperStyles);
}

/** A pass on paper: A4 or letter, black on white. */
const paperStyles = css`
  @page {
    margin: 20mm;
  }
  body {
    margin: 0;
    font:
      11pt/1.4 system-ui,
      sans-serif;
    color: #000;
  }
  .pass {
    display: grid;
    grid-template-columns: 1fr auto;
    gap: 8mm;
    align-items: start;
  }
  .pass > :nth-child(n + 3) {
    grid-column: 1 / -1;
    break-inside: avoid;
  }
  dl,
  ul,
  dd {
    margin: 0;
  }
  dl {
    display: grid;
    grid-template-columns: 1fr 1fr;
    gap: 5mm;
  }
  dt,
  small,
  .muted {
    font-size: 9pt;
    color: #444;
  }
  dd {
    font-size: 12pt;
  }
  h3 {
    margin: 0 0 2mm;
    font-size: 12pt;
  }
  ul {
    padding-inline-start: 5mm;
  }
  .pass-code {
    display: grid;
    justify-items: center;
    gap: 1mm;
  }
  .qr {
    inline-size: 48mm;
  }
  strong {
    font-size: 18pt;
    letter-spacing: 0.05em;
  }
`;
