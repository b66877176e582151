import { expect, fixture } from '@open-wc/testing';
import { html, LitElement } from 'lit';
import { Lazy } from '../../src/core/lazy.js';
import { until } from '../support/mount.js';

/** As `Promise.withResolvers` makes it, which is newer than the browsers that are tested. */
interface Resolvable {
  promise: Promise<string>;
  resolve: (value: string) => void;
  reject: (cause: unknown) => void;
}

class LazyHost extends LitElement {}
customElements.define('lazy-host', LazyHost);

describe('A part that is loaded later', () => {
  /** A part whose loading is settled by the test. */
  const begin = async () => {
    const host = await fixture<LazyHost>(html`<lazy-host></lazy-host>`);
    const loads: Resolvable[] = [];
    const part = new Lazy(host, () => {
      const load = withResolvers();
      loads.push(load);
      return load.promise;
    });
    return { part, loads };
  };

  /** What is told to the page as an error of the program, in place of the test's own report of it. */
  const told = async (act: () => Promise<unknown>): Promise<unknown> => {
    const former = window.onerror;
    let error: unknown;
    window.onerror = (_message, _source, _line, _column, thrown) => ((error = thrown), true);
    await act();
    window.onerror = former;
    return error;
  };

  it('does what was asked for last while it was on its way, once', async () => {
    const { part, loads } = await begin();
    const done: string[] = [];
    part.use(() => done.push('first row'));
    part.use(() => done.push('second row'));
    loads[0]!.reject(new TypeError('Failed to fetch dynamically imported module'));
    await until(() => part.error);
    part.retry();
    loads[1]!.resolve('panel');
    await until(() => part.value);
    await until(() => done.length > 0);
    expect(done).to.deep.equal(['second row']);
  });

  it('tells a fault of what it was asked to do as one of the program, and is there', async () => {
    const { part, loads } = await begin();
    const fault = new Error('Nothing to open');
    const error = await told(async () => {
      part.use(() => {
        throw fault;
      });
      loads[0]!.resolve('panel');
      await until(() => part.value);
      await new Promise(requestAnimationFrame);
    });
    expect(error).to.equal(fault);
    expect(part.error).to.equal(undefined);
  });

  it('tells why it throws where it could be fetched', async () => {
    const { part, loads } = await begin();
    const fault = new TypeError('undefined is not a function');
    const { warn } = console;
    const warned: unknown[] = [];
    console.warn = (...words: unknown[]) => void warned.push(...words);
    part.use();
    loads[0]!.reject(fault);
    await until(() => part.error);
    console.warn = warn;
    expect(warned).to.deep.equal([fault]);
  });
});

function withResolvers(): Resolvable {
  let settle!: Omit<Resolvable, 'promise'>;
  const promise = new Promise<string>((resolve, reject) => (settle = { resolve, reject }));
  return { promise, ...settle };
}
