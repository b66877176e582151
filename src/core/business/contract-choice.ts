import type { ReactiveController } from 'lit';
import type { components } from '../../api/schema.js';
import { LoadController } from '../loading/load-controller.js';
import type { Phase } from '../phase.js';
import type { PortalElement } from '../portal-element.js';

type Contract = components['schemas']['Contract'];
type ContractPage = components['schemas']['ContractPage'];

interface Host extends PortalElement {
  contractId?: string;
  contractParam?: string;
}

/** Which contract of a kind an element is about: the page's, else the one in its address, else the one the user chooses. */
export class ContractChoice implements ReactiveController {
  #chosen?: string;
  /** The contracts to choose from; `null`: this person may not list contracts. */
  readonly load: LoadController<ContractPage | null>;

  constructor(
    private readonly host: Host,
    kind: string,
    /** The phase of what is shown of the contract. */
    private readonly shown: () => Phase,
  ) {
    host.addController(this);
    this.load = new LoadController<ContractPage | null>(host, {
      path: '/contracts',
      args: () => (host.contractId || !host.can('view', 'contracts.list') ? undefined : [kind]),
      fetch: async (api, init) => {
        const answer = await api.GET('/contracts', { params: { query: { kind, limit: 200 } }, ...init });
        // A list that is refused does not close the element: it only cannot choose by itself.
        return answer.response.status === 403 ? { data: null, response: Response.json(null) } : answer;
      },
    });
  }

  /** The contract, once it is known. */
  get id(): string | undefined {
    return this.host.contractId || this.#inAddress || this.#chosen || this.contracts[0]?.id;
  }

  get contracts(): readonly Contract[] {
    return this.load.value?.items ?? [];
  }

  /** The state of finding the contract; `missing`: neither the page nor the server says which. */
  get state(): 'loading' | 'ready' | 'empty' | 'missing' | 'error' {
    if (this.id) return 'ready';
    if (this.load.missing || this.load.value === null) return 'missing';
    return this.load.phase === 'ready' ? 'empty' : this.load.phase;
  }

  get phase(): Phase {
    if (this.state === 'ready') return this.shown();
    return this.state === 'missing' ? 'error' : this.state;
  }

  /** Another contract; kept in the page's address where it has a place for it. */
  readonly choose = (id: string): void => {
    const { contractParam } = this.host;
    this.#chosen = id;
    if (contractParam) {
      const address = new URL(location.href);
      address.searchParams.set(contractParam, id);
      history.replaceState(history.state, '', address);
    }
    this.host.requestUpdate();
  };

  hostConnected(): void {
    addEventListener('popstate', this.#follow);
  }

  hostDisconnected(): void {
    removeEventListener('popstate', this.#follow);
  }

  get #inAddress(): string | undefined {
    const { contractParam } = this.host;
    return (contractParam && new URL(location.href).searchParams.get(contractParam)) || undefined;
  }

  #follow = (): void => this.host.requestUpdate();
}
