import { expect } from '@open-wc/testing';
import { StagedChanges } from '../../src/dns/staged-changes.js';
import { anRrset } from '../mocks/dns.js';

describe('staged changes', () => {
  const first = anRrset('www.example.com.', 'A', ['192.0.2.1']);
  const second = anRrset('www.example.com.', 'A', ['192.0.2.2']);

  it('are one for each record set, from what it was to what it shall be', () => {
    const staged = new StagedChanges();
    staged.stage({ before: first, after: second }, '"1"');
    staged.stage({ before: second, after: { ...second, ttl: 60 } }, '"2"');
    expect(staged.count).to.equal(1);
    expect(staged.find(first)!.before === first).to.equal(true);
    expect(staged.find(first)!.after!.ttl).to.equal(60);
    expect(staged.etag).to.equal('"1"');
  });

  it('are gone when they lead back to the beginning, whatever the order of the values', () => {
    const counts: number[] = [];
    const staged = new StagedChanges((count) => counts.push(count));
    const two = anRrset('www.example.com.', 'A', ['192.0.2.1', '192.0.2.2']);
    staged.stage({ before: two, after: null }, '"1"');
    staged.stage({ before: null, after: { ...two, records: two.records.toReversed() } }, '"1"');
    expect(counts).to.deep.equal([1, 0]);
    expect(staged.etag).to.equal(undefined);
  });

  it('leave nothing of a set that was added and deleted again', () => {
    const staged = new StagedChanges();
    staged.stage({ before: null, after: first }, '"1"');
    staged.stage({ before: first, after: null }, '"1"');
    expect(staged.count).to.equal(0);
  });

  it('tell a disabled value from one that is served', () => {
    const staged = new StagedChanges();
    staged.stage({ before: first, after: { ...first, records: [{ value: '192.0.2.1', disabled: true }] } }, '"1"');
    expect(staged.toChanges()).to.deep.equal([
      { op: 'replace', name: 'www.example.com.', type: 'A', ttl: 3600, records: [{ value: '192.0.2.1', disabled: true }], comment: null },
    ]);
  });

  it('become changes of another version, or none where that version has them already', () => {
    const staged = new StagedChanges();
    staged.stage({ before: first, after: second }, '"1"');
    const third = anRrset('www.example.com.', 'A', ['192.0.2.3']);
    staged.rebase(first, third);
    staged.moveTo('"2"');
    expect(staged.find(first)!.before === third).to.equal(true);
    expect(staged.etag).to.equal('"2"');
    staged.rebase(first, second);
    expect(staged.count).to.equal(0);
  });
});
