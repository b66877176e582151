import type { LitElement } from 'lit';
import { text, until, type Mounted } from './mount.js';

/** What a person does with an element and its dialogs: buttons by their name, fields by theirs. */
export class Hand<E extends LitElement> {
  readonly root: ShadowRoot;

  constructor(
    readonly mounted: Mounted<E>,
    /** What the names of fields begin with. */
    private readonly prefix: string,
  ) {
    this.root = mounted.element.shadowRoot!;
  }

  get dialog(): HTMLDialogElement | null {
    return this.root.querySelector('dialog');
  }

  get notice(): string {
    return text(this.root.querySelector('[part="notice"]'));
  }

  /** The texts of fields that need another look. */
  get faults(): string[] {
    return [...this.dialog!.querySelectorAll('.error-text')].map((each) => text(each));
  }

  get focusedId(): string | undefined {
    return this.root.activeElement?.id;
  }

  button(name: string): HTMLElement | undefined {
    const named = (each: Element) => each.getAttribute('aria-label') ?? text(each);
    return [...this.root.querySelectorAll<HTMLElement>('button')].findLast((each) => named(each) === name);
  }

  /** Presses the last button of that name, as soon as it is there. */
  async press(name: string): Promise<void> {
    await until(() => this.button(name));
    this.button(name)!.click();
    await this.mounted.element.updateComplete;
  }

  field(name: string): HTMLInputElement {
    return this.root.querySelector<HTMLInputElement>(`dialog [name="${this.prefix}-${name}"]`)!;
  }

  /** Enters a value as a person does, as soon as the field is there. */
  async fill(name: string, value: string): Promise<void> {
    await until(() => this.field(name));
    const field = this.field(name);
    field.value = value;
    field.dispatchEvent(new Event(field.localName === 'select' ? 'change' : 'input', { bubbles: true }));
    await this.mounted.element.updateComplete;
  }

  /** Waits until the dialog says so. */
  says(words: string): Promise<void> {
    return until(() => text(this.dialog).includes(words));
  }

  /** The body of the last request of a method. */
  async sent(method: string): Promise<unknown> {
    return (await this.mounted.requests
      .findLast((each) => each.method === method)!
      .clone()
      .json()) as unknown;
  }
}
