/**
 * The floor: the least work with which a browser can show these rows. No library, a shadow root, an adopted sheet, rows of
 * fixed height of which only those in sight (and six more) exist, and which are given other texts when the box is scrolled.
 */
const rowHeight = 24;
const spare = 6;

const sheet = new CSSStyleSheet();
sheet.replaceSync(`
  :host { display: block; block-size: 100%; overflow: auto; contain: strict; font: 14px/24px sans-serif; }
  .all { position: relative; }
  .row { position: absolute; inset-inline: 0; display: grid; grid-template-columns: repeat(6, 1fr); block-size: 24px; contain: strict; }
  .row > * { overflow: hidden; white-space: nowrap; text-overflow: ellipsis; padding-inline: 8px; border-block-end: 1px solid #ddd; }
`);

// Made with the first row, as in any page that formats at all.
let money;
let days;
const formatMoney = ({ amount, currency }) => (money ??= new Intl.NumberFormat('en', { style: 'currency', currency })).format(amount);
const formatDay = (day) =>
  (days ??= new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeZone: 'UTC' })).format(new Date(`${day}T00:00:00Z`));

const cells = [
  (invoice) => invoice.number,
  (invoice) => formatDay(invoice.issuedOn),
  (invoice) => formatDay(invoice.dueOn),
  (invoice) => formatMoney(invoice.total),
  (invoice) => formatMoney(invoice.open),
  (invoice) => invoice.statusLabel,
];

class FloorList extends HTMLElement {
  /** The records, all of them. */
  items = [];
  #pool = [];

  connectedCallback() {
    const root = this.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [sheet];
    const all = document.createElement('div');
    all.className = 'all';
    all.style.height = `${this.items.length * rowHeight}px`;
    const length = Math.min(this.items.length, Math.ceil(this.parentElement.clientHeight / rowHeight) + spare);
    this.#pool = Array.from({ length }, () => {
      const row = document.createElement('div');
      row.className = 'row';
      for (let column = 0; column < cells.length; column++) row.append(document.createElement('div'));
      return row;
    });
    this.#show(0);
    all.append(...this.#pool);
    root.append(all);
    this.addEventListener('scroll', () => this.#show(Math.floor(this.scrollTop / rowHeight)), { passive: true });
  }

  #show(first) {
    this.#pool.forEach((row, index) => {
      const position = Math.min(first + index, this.items.length - 1);
      row.style.top = `${position * rowHeight}px`;
      cells.forEach((text, column) => (row.children[column].textContent = text(this.items[position])));
    });
  }
}

export const defineFloor = () => customElements.define('floor-list', FloorList);
