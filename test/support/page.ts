import type { LitElement } from 'lit';
import { until } from './until.js';

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/** The text a person sees in the element, white space folded. */
export function text(element: Element | null | undefined): string {
  return (element instanceof HTMLElement ? element.innerText : (element?.textContent ?? '')).replace(/\s+/g, ' ').trim();
}

/** What is read out as the name of a button or a link: without the sign beside it. */
export function nameOf(element: Element): string {
  const sign = text(element.querySelector('[aria-hidden="true"]'));
  return element.getAttribute('aria-label') ?? text(element).replace(sign, '').trim();
}

/** What stands beside a field. */
function labelOf(field: Control): string {
  const label = field.labels?.[0];
  return field.getAttribute('aria-label') ?? text(label?.querySelector('span') ?? label);
}

/** What a person sees of an element and does with it, and what it sends. A name is the whole of it; of several the last is meant, in the dialog first. */
export class Page<E extends LitElement = LitElement> {
  constructor(
    readonly element: E,
    /** Every request the element has made, in order. */
    readonly requests: Request[] = [],
  ) {}

  get root(): ShadowRoot {
    return this.element.shadowRoot!;
  }

  get dialog(): HTMLDialogElement | null {
    return this.root.querySelector('dialog');
  }

  /** What there is to read: in the dialog while one is open. */
  get text(): string {
    return this.dialog ? text(this.dialog) : [...this.root.children].map(text).join(' ');
  }

  get heading(): string {
    return text(this.root.querySelector('h2'));
  }

  /** What there is to read in a part. */
  part(name: string): string {
    return text(this.root.querySelector(`[part~="${name}"]`));
  }

  /** What there is to read in each element of a selector. */
  texts(selector: string): string[] {
    return [...this.root.querySelectorAll(selector)].map((each) => text(each));
  }

  /** What there is to read in each row of a table. */
  get rows(): string[] {
    return this.texts('tbody tr');
  }

  /** A row of a table, by its place or by words in it. */
  row(at: number | string): HTMLTableRowElement {
    const rows = [...this.root.querySelectorAll<HTMLTableRowElement>('tbody tr')];
    return (typeof at === 'number' ? rows[at] : rows.find((each) => text(each).includes(at)))!;
  }

  /** What is said to be wrong with a field. */
  fault(name: string): string {
    return text(this.root.querySelector(`#${name}-error`));
  }

  get focused(): Element | null {
    return this.root.activeElement;
  }

  /** Waits until the words are there to read. */
  says(words: string): Promise<void> {
    return until(() => this.text.includes(words));
  }

  #find<T extends Element>(selector: string, is: (each: T) => boolean): T | undefined {
    const find = (place: ParentNode | null) => place && [...place.querySelectorAll<T>(selector)].findLast(is);
    return find(this.dialog) ?? find(this.root) ?? undefined;
  }

  /** A button or a link. */
  button(name: string): HTMLElement | undefined {
    return this.#find<HTMLElement>('button, a', (each) => nameOf(each) === name);
  }

  /** Presses buttons one after the other, each as soon as it is there. */
  async press(...names: string[]): Promise<void> {
    for (const name of names) {
      await until(() => this.button(name));
      this.button(name)!.click();
      await this.element.updateComplete;
    }
  }

  /** A field, by its label or by its name or id in the form. */
  field<F extends Control = HTMLInputElement>(name: string): F | undefined {
    return this.#find<F>('input, select, textarea', (each) => [each.name, each.id, labelOf(each)].includes(name));
  }

  /** Enters a text or chooses an option, as soon as the field is there. */
  async fill(name: string, value: string): Promise<void> {
    await until(() => this.field(name));
    const field = this.field(name)!;
    field.value = value;
    for (const type of ['input', 'change']) field.dispatchEvent(new Event(type, { bubbles: true }));
    await this.element.updateComplete;
  }

  /** Presses boxes and circles one after the other, each as soon as it is there. */
  async tick(...names: string[]): Promise<void> {
    for (const name of names) {
      await until(() => this.field(name));
      this.field(name)!.click();
      await this.element.updateComplete;
    }
  }

  /** Chooses files, as soon as the field is there. */
  async chooseFiles(name: string, ...files: File[]): Promise<void> {
    await until(() => this.field(name));
    const field = this.field(name)!;
    const transfer = new DataTransfer();
    for (const file of files) transfer.items.add(file);
    field.files = transfer.files;
    field.dispatchEvent(new Event('change', { bubbles: true }));
    await this.element.updateComplete;
  }

  /** The button that sends the form: in the dialog while one is open. */
  get submitButton(): HTMLButtonElement | undefined {
    return [...(this.dialog ?? this.root).querySelectorAll<HTMLButtonElement>('button[type="submit"]')].at(-1);
  }

  /** Sends the form. */
  submit(): void {
    this.submitButton!.click();
  }

  /** The page of an element that is shown in this one, as soon as it has something to show. */
  async inner<I extends LitElement>(tag: string): Promise<Page<I>> {
    const find = () => this.root.querySelector<I>(tag);
    await until(() => find()?.shadowRoot?.childElementCount);
    return new Page(find()!);
  }

  /** The requests of a method. */
  sent(method: string): Request[] {
    return this.requests.filter((request) => request.method === method);
  }

  /** What the requests of a method had in them. */
  bodies(method: string): Promise<unknown[]> {
    return Promise.all(this.sent(method).map((request) => request.clone().json() as Promise<unknown>));
  }

  /** What the last request asks for. */
  get asked(): URLSearchParams {
    return new URL(this.requests.at(-1)!.url).searchParams;
  }
}

/** Tells whether the browser leaves the page without asking. */
export const leaves = (): boolean => dispatchEvent(new Event('beforeunload', { cancelable: true }));

/** The page whose root a test is given. */
export const pageOf = ({ host }: ShadowRoot): Page => new Page(host as LitElement);
