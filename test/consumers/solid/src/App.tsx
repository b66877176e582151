import type { Phase } from 'portal-elements';
import type {} from 'portal-elements/solid';
import { createSignal } from 'solid-js';

export function App() {
  const [phase, setPhase] = createSignal<Phase>();
  return (
    <portal-provider base-url="/api/v1">
      <portal-invoices prop:itemHref="/invoice?id={id}" page-size={20} on:portal-phase={(event) => setPhase(event.phase)} />
      <output>{phase()}</output>
    </portal-provider>
  );
}
