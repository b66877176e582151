import { expect } from '@open-wc/testing';
import { returnAddress } from '../../src/session/sign-in/return-address.js';

describe('An address to return to that anyone may have written', () => {
  it('is a path of this site', () => {
    expect(returnAddress('/invoices?id=1#open')).to.equal(`${location.origin}/invoices?id=1#open`);
  });

  it('never leads elsewhere', () => {
    const evil = [
      '//evil.example',
      '/\\evil.example',
      '\\\\evil.example',
      '/\t/evil.example',
      '/\n/evil.example',
      'https://evil.example',
      'javascript:alert(1)',
      ' javascript:alert(1)',
      'data:text/html,x',
      'evil.example',
      '@evil.example',
      '',
      null,
    ];
    for (const each of evil) expect(returnAddress(each), String(each)).to.equal(undefined);
  });

  it('cannot hide another host behind dots', () => {
    for (const each of ['/..//evil.example', '/.//evil.example', '/a/../..//evil.example']) {
      expect(new URL(returnAddress(each)!, location.href).host, each).to.equal(location.host);
    }
  });
});
