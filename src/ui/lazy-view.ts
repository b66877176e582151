import { nothing } from 'lit';
import type { Lazy } from '../core/lazy.js';
import { loadFailure } from '../core/loading/load-failure.js';
import type { SharedLocalize } from '../core/localize-controller.js';

/**
 * Renders a part that is loaded later with `render`: nothing before it is here, a sentence with “Try again” when it cannot be loaded.
 * @param missing The consequence of a failure for the person, where it cannot be seen.
 */
export function lazyView<T>(lazy: Lazy<T>, i18n: SharedLocalize, render: (value: T) => unknown, missing?: string): unknown {
  if (lazy.value !== undefined) return render(lazy.value);
  return lazy.error === undefined ? nothing : loadFailure(lazy, i18n, missing);
}
