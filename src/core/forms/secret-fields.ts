import type { ReactiveController } from 'lit';
import type { PortalElement } from '../portal-element.js';

/** Passwords and codes while they are needed: forgotten when the element is left or may no longer be seen. */
export class SecretFields<Name extends string> implements ReactiveController {
  #values: Partial<Record<Name, string>> = {};

  constructor(
    private readonly host: PortalElement,
    /** Called when they have been forgotten. */
    private readonly forgotten: () => void = () => undefined,
  ) {
    host.addController(this);
  }

  get(name: Name): string {
    return this.#values[name] ?? '';
  }

  set(name: Name, value: string): void {
    this.#values[name] = value;
    this.host.requestUpdate();
  }

  forget(): void {
    this.#values = {};
    this.forgotten();
    this.host.requestUpdate();
  }

  hostUpdate(): void {
    if (this.host.access === 'allowed' || Object.keys(this.#values).length === 0) return;
    this.#values = {};
    this.forgotten();
  }

  /** Unless it is only moved. */
  hostDisconnected(): void {
    queueMicrotask(() => this.host.isConnected || this.forget());
  }
}
