import { html, nothing, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import type { SharedLocalize } from '../../core/localize-controller.js';
import { chart as texts } from '../../i18n/texts/chart.js';
import { tools } from '../../i18n/texts/tools.js';
import { lazyView } from '../lazy-view.js';
import { optionsView } from '../select-view.js';
import type { Chart, ChartData } from './chart.js';

/** A chart's data, as a table. */
export interface ChartTable {
  head: readonly string[];
  /** Texts of each row; the first names it. */
  rows: readonly (readonly string[])[];
  /** The span of a row, where that can be chosen: words for much and for little time. */
  spans?: { label: string; coarse: string; fine: string };
}

/** A chart with its keys, or the table of what it shows; a button changes between them, another saves the chart as a picture. */
export function chartView(chart: Chart, data: ChartData, i18n: SharedLocalize, table: () => ChartTable): TemplateResult {
  const t = i18n.in(texts);
  chart.show(data);
  return html`<section class="chart" part="chart" aria-label=${data.label}>
    <div class="chart-bar">
      <h3>${data.label}</h3>
      <div class="actions">
        ${chart.asTable ? nothing : html`<button type="button" class="quiet" @click=${chart.save}>${t('savePicture')}</button>`}
        <button type="button" class="quiet" @click=${chart.toggle}>${t(chart.asTable ? 'showChart' : 'showTable')}</button>
      </div>
    </div>
    ${lazyView(chart.saving, i18n, () => nothing)}
    ${chart.failed ? html`<div class="notice warning" role="status"><p>${t('unavailable')}</p></div>` : nothing}
    ${chart.asTable ? pagedTable(chart, data.label, i18n, table()) : figure(chart, data)}
  </section>`;
}

function figure(chart: Chart, { series, limit, format }: ChartData): TemplateResult {
  return html`<figure ${ref(chart.place)}>
    <figcaption>
      ${series.map(
        ({ label }, place) =>
          html`<span class="key">
            <span class="swatch" part="swatch-${place + 1}"></span><span class="name">${label}</span> <b class="at number"></b>
          </span>`,
      )}
      ${
        limit
          ? html`<span class="key">
              <span class="swatch limit" part="swatch-limit"></span><span class="name">${limit.label}</span>
              <b class="number">${format(limit.value)}</b>
            </span>`
          : nothing
      }
      <span class="when number muted"></span>
    </figcaption>
    <div class="plot" part="plot"></div>
  </figure>`;
}

const rowsOfPage = 48;

function pagedTable(chart: Chart, label: string, i18n: SharedLocalize, { head, rows, spans }: ChartTable): TemplateResult {
  const t = i18n.in(tools);
  const pages = Math.max(1, Math.ceil(rows.length / rowsOfPage));
  const page = Math.min(chart.page, pages - 1);
  const first = page * rowsOfPage;
  const shown = rows.slice(first, first + rowsOfPage);
  const turn = (to: number) => () => to >= 0 && to < pages && chart.turnTo(to);
  return html`${spans ? spanChoice(chart, spans) : nothing}
    <table role="table" part="chart-table" aria-label=${label}>
      <thead role="rowgroup">
        <tr role="row">
          ${head.map((each, place) => html`<th role="columnheader" scope="col" class=${place ? 'end' : ''}><span>${each}</span></th>`)}
        </tr>
      </thead>
      <tbody role="rowgroup">
        ${shown.map(
          ([name, ...values]) =>
            html`<tr role="row">
              <th role="rowheader" scope="row" class="subject" .textContent=${name ?? ''}></th>
              ${values.map((value, place) => html`<td role="cell" class="end" data-label=${head[place + 1]!} .textContent=${value}></td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
    ${
      pages > 1
        ? html`<nav aria-label="${label}: ${t('pages')}">
            <span class="muted number" role="status"
              >${t('range', i18n.number(first + 1), i18n.number(first + shown.length), i18n.number(rows.length))}</span
            >
            <button type="button" aria-disabled=${page === 0} @click=${turn(page - 1)}>${t('previousPage')}</button>
            <button type="button" aria-disabled=${page === pages - 1} @click=${turn(page + 1)}>${t('nextPage')}</button>
          </nav>`
        : nothing
    }`;
}

function spanChoice(chart: Chart, { label, coarse, fine }: NonNullable<ChartTable['spans']>): TemplateResult {
  return html`<label class="field span">
    <span>${label}</span>
    <select @change=${(event: Event) => chart.setFine((event.currentTarget as HTMLSelectElement).value === 'fine')}>
      ${optionsView(
        [
          ['coarse', coarse],
          ['fine', fine],
        ],
        chart.fine ? 'fine' : 'coarse',
      )}
    </select>
  </label>`;
}
