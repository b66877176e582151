import { expect } from '@open-wc/testing';
import '../../src/define/portal-sample-creation.js';
import type { PortalSampleCreation } from '../../src/samples/portal-sample-creation.js';
import { sampleCreationScenes } from '../scenes/sample-creation.js';
import { keepsThePortalContract } from '../support/contract.js';
import { mountReady, until } from '../support/mount.js';

keepsThePortalContract('portal-sample-creation', sampleCreationScenes);

describe('<portal-sample-creation>', () => {
  it('sends what was typed, and says so', async () => {
    const { element, requests } = await mountReady<PortalSampleCreation>(sampleCreationScenes.default);
    const form = element.shadowRoot!.querySelector('form')!;
    for (const field of form.querySelectorAll<HTMLInputElement>('input[required]')) {
      field.value = field.type === 'date' ? '2026-11-21' : field.type === 'number' ? '1' : 'typed';
      field.dispatchEvent(new Event('input', { bubbles: true }));
    }
    form.querySelector<HTMLButtonElement>('button[type="submit"]')!.click();
    await until(() => element.shadowRoot!.querySelector('[part="notice"]'));
    expect(requests.map(({ method }) => method)).to.deep.equal(['POST']);
  });
});
