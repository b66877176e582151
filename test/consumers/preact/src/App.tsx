import type { Phase } from 'portal-elements';
import type {} from 'portal-elements/preact';
import { useState } from 'preact/hooks';

export function App() {
  const [phase, setPhase] = useState<Phase>();
  return (
    <portal-provider base-url="/api/v1">
      <portal-invoices item-href="/invoice?id={id}" pageSize={20} onportal-phase={(event) => setPhase(event.phase)} />
      <output>{phase}</output>
    </portal-provider>
  );
}
