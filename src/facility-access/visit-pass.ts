import { css, html, nothing, type TemplateResult } from 'lit';
import { visitDialogs } from './texts/visit-dialogs.js';
import { visits } from './texts/visits.js';
import { printView } from '../ui/print-view.js';
import { qrCode } from '../ui/qr-code.js';
import { partName } from './facility-places.js';
import { cityOf, visitTime, type Visit, type VisitsLocalize } from './visit-parts.js';

/** All that visitors and the reception have to know, with the code of the pass as text and as a QR code. */
export function visitPass(visit: Visit, i18n: VisitsLocalize): TemplateResult {
  const t = i18n.in(visitDialogs);
  const { facility, place, purpose, visitors, passCode, registeredBy } = visit;
  return html`<div class="pass" part="pass">
    <dl class="facts">
      ${fact(
        i18n.in(visits)('when'),
        html`${visitTime(visit, i18n)}<br /><small class="muted">${i18n.in(visits)('localTime', cityOf(facility.timeZone))}</small>`,
      )}
      ${fact(i18n.in(visits)('facility'), html`<bdi>${facility.label}</bdi><br /><small class="muted">${partName(place, i18n)}</small>`)}
      ${fact(
        t('address'),
        facility.addressLines.map((line) => html`<bdi>${line}</bdi><br />`),
      )}
      ${facility.phone ? fact(t('reception'), html`<bdi class="number">${facility.phone}</bdi>`) : nothing}
      ${fact(i18n.in(visits)('purpose'), html`<bdi>${purpose}</bdi>`)} ${fact(t('registeredBy'), html`<bdi>${registeredBy}</bdi>`)}
    </dl>
    ${
      passCode
        ? html`<div class="pass-code">
            ${qrCode(passCode, t('passQr', passCode))}
            <span class="muted">${t('passCode')}</span>
            <strong class="number"><bdi>${passCode}</bdi></strong>
          </div>`
        : html`<div></div>`
    }
    <div>
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
    </div>
    ${
      facility.visitRules.length > 0
        ? html`<div>
            <h3>${t('rules')}</h3>
            <ul>
              ${facility.visitRules.map((rule) => html`<li><bdi>${rule}</bdi></li>`)}
            </ul>
          </div>`
        : nothing
    }
  </div>`;
}

const fact = (label: string, value: unknown) =>
  html`<div>
    <dt>${label}</dt>
    <dd>${value}</dd>
  </div>`;

/** Prints the pass that is shown in `root`, without the page around it. */
export function printPass(root: ParentNode, i18n: VisitsLocalize): void {
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
