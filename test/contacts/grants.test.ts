import { expect } from '@open-wc/testing';
import { differences, effectOf, GrantDraft, Limits, mergeGrants, withValue, type Grants } from '../../src/contacts/permissions/grants.js';
import { actions } from '../../src/context/permissions.js';
import { can, resources, type Resource } from '../../src/context/permissions.js';
import { accounting, someGrants } from '../mocks/contacts.js';

/** Numbers that look random and are the same every time. */
function* numbers(seed: number): Generator<number> {
  for (let next = seed; ;) yield (next = (next * 48271) % 2147483647) / 2147483647;
}

function randomGrants(seed: number): Grants {
  const random = numbers(seed);
  const next = (count: number) => Math.floor(random.next().value! * count);
  return Array.from({ length: 25 }).reduce<Grants>(
    (grants) => withValue(grants, resources[next(resources.length)]!, actions[next(4)]!, (['allow', 'allow', 'deny'] as const)[next(3)]!),
    someGrants(),
  );
}

const editor = (
  grants: Grants,
  { may = () => true, own = false }: { may?: (action: string, resource: Resource) => boolean; own?: boolean } = {},
) => {
  const limits = new Limits({ may, own });
  const draft = new GrantDraft(
    () => limits,
    () => undefined,
  );
  draft.grants = grants;
  return draft;
};

describe('Grants', () => {
  it('explains as in effect exactly what the permissions allow', () => {
    for (let seed = 1; seed <= 40; seed++) {
      const grants = randomGrants(seed);
      for (const resource of resources)
        for (const action of actions) {
          const shown = ['allowed', 'inherited'].includes(effectOf(grants, resource, action).kind);
          expect(shown, `${seed} ${resource} ${action}`).to.equal(can(grants, resource, action));
        }
    }
  });

  it('names the node that decides', () => {
    const grants = someGrants({ allow: { billing: ['view', 'update'] }, deny: { contracts: ['view'], 'billing.quotes': ['update'] } });
    expect(effectOf(grants, 'billing.invoices', 'update')).to.deep.equal({ kind: 'inherited', node: 'billing' });
    expect(effectOf(grants, 'contracts.call-list', 'update')).to.deep.equal({ kind: 'denied-above', node: 'contracts' });
    expect(effectOf(grants, 'billing.quotes', 'update')).to.deep.equal({ kind: 'denied' });
    expect(effectOf(grants, 'reports.ledger', 'delete')).to.deep.equal({ kind: 'needs-view' });
    expect(effectOf(grants, 'reports.ledger', 'view')).to.deep.equal({ kind: 'nothing' });
  });

  it('turns what is in effect into its opposite with the first step, and comes back to the start with the third', () => {
    const draft = editor(accounting);
    const view = () => draft.cell('billing.invoices', 'view').value;
    draft.cycle('billing.invoices', 'view');
    expect(view()).to.equal('deny');
    draft.cycle('billing.invoices', 'view');
    expect(view()).to.equal('allow');
    draft.cycle('billing.invoices', 'view');
    expect(view()).to.equal('inherit');
    draft.cycle('reports.ledger', 'view');
    expect(draft.cell('reports.ledger', 'view').value).to.equal('allow');
  });

  it('never brings about what the editing person does not hold, whatever is tried', () => {
    const may = (_: string, resource: Resource) => resource.startsWith('billing') && resource !== 'billing.credits';
    for (let seed = 1; seed <= 15; seed++) {
      const before = randomGrants(seed);
      const draft = editor(before, { may });
      const random = numbers(seed);
      for (let step = 0; step < 60; step++)
        draft.cycle(resources[Math.floor(random.next().value! * resources.length)]!, actions[Math.floor(random.next().value! * 4)]!);
      for (const resource of resources)
        for (const action of actions)
          if (!may(action, resource))
            expect(can(draft.grants, resource, action), `${seed} ${resource} ${action}`).to.equal(can(before, resource, action));
    }
  });

  it('opens a page without the field that is kept from the editing person, and never shows or hides that field', () => {
    const cost = { id: 'calls.cost', resource: 'contracts.call-list' };
    const limits = new Limits({ may: () => true, own: false, hidden: [cost] });
    const draft = new GrantDraft(
      () => limits,
      () => undefined,
    );
    draft.deny('contracts.call-list', false);
    expect(can(draft.grants, 'contracts.call-list')).to.equal(true);
    expect(draft.grants.hiddenFields).to.deep.equal(['calls.cost']);
    draft.hide('calls.cost', false);
    expect(draft.grants.hiddenFields).to.deep.equal(['calls.cost']);
    draft.grants = someGrants({ allow: { contracts: ['view'] } });
    expect(draft.denial('contracts.call-list').locked).to.equal('not-yours');
    expect(draft.limitTo([])).to.equal(false);
  });

  it('keeps people from cutting themselves off from the management of people', () => {
    const draft = editor(someGrants({ allow: { 'client-portal': [...actions] } }), { own: true });
    expect(draft.cell('profile.contacts', 'view').locked).to.equal('yourself');
    expect(draft.cell('profile', 'update').locked).to.equal('yourself');
    expect(draft.cell('profile.contacts', 'delete').locked).to.equal(undefined);
  });

  it('calls it by a preset only while it is that preset', () => {
    const draft = editor(accounting);
    draft.roles = [{ id: 'accounting', label: 'Accounting', grants: accounting }];
    draft.deny('billing.invoices', true);
    expect(draft.grants.role).to.equal('custom');
    draft.deny('billing.invoices', false);
    expect(draft.grants.role).to.equal('accounting');
  });

  it('is again what it was when a choice is taken back, whatever the preset of its name has become', () => {
    const draft = editor(accounting);
    draft.begin({ ...accounting, allow: { 'billing.invoices': ['view'] } });
    draft.deny('billing.invoices', true);
    draft.deny('billing.invoices', false);
    expect(draft.grants.role).to.equal('accounting');
  });

  it('carries choices over to what somebody else has saved meanwhile', () => {
    const base = accounting;
    const mine = withValue({ ...base, role: 'custom' }, 'billing.invoices', 'view', 'deny');
    const theirs = { ...withValue(base, 'billing.quotes', 'update', 'deny'), contractIds: ['con_1'] };
    const { grants: both } = mergeGrants(base, mine, theirs);
    expect(differences(theirs, both)).to.deep.equal(differences(base, mine));
    expect(both.deny).to.deep.equal({ 'billing.quotes': ['update'], 'billing.invoices': ['view'] });
    expect(both.contractIds).to.deep.equal(['con_1']);
  });

  it('finds what both have changed differently, resource by resource', () => {
    const base = someGrants({ allow: { billing: [...actions] } });
    const mine = withValue(withValue(base, 'billing.invoices', 'view', 'deny'), 'billing.quotes', 'view', 'deny');
    const theirs = withValue(withValue(base, 'billing.invoices', 'view', 'allow'), 'billing.quotes', 'view', 'deny');
    const [clash, ...others] = mergeGrants(base, mine, theirs).clashes;
    expect(clash).to.deep.equal({ of: 'value', resource: 'billing.invoices', action: 'view', before: 'inherit', after: 'allow' });
    expect(others).to.deep.equal([]);
  });
});
