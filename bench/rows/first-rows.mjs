import { compareFirstRows } from '../browser.mjs';
import { milliseconds, times } from '../figures.mjs';
import { median } from '../statistics.mjs';

const of = (results, name) => median(results.map((each) => each[name]));

/** First rows of one list and of twelve, against as many hand-written ones. */
export async function firstRows(browser) {
  const cases = {
    floor: { kind: 'floor' },
    list: { kind: 'list' },
    floors: { kind: 'floor', count: 12, height: 300 },
    lists: { kind: 'list', count: 12, height: 300 },
  };
  const { floor, list, floors, lists } = await compareFirstRows(browser, cases, 9);
  const ratio = (one, other) => of(one, 'milliseconds') / of(other, 'milliseconds');
  const work = (results) => `${milliseconds(of(results, 'work'))} of main thread`;
  return [
    { name: 'Floor: hand-written recycling list', figure: milliseconds(of(floor, 'milliseconds')), note: work(floor) },
    {
      name: '50 rows of 1,000 invoices, first rows',
      value: ratio(list, floor),
      figure: times(ratio(list, floor)),
      limit: 1.4,
      budget: '≤ 1.4 × floor',
      note: `${milliseconds(of(list, 'milliseconds'))}, ${work(list)}`,
    },
    { name: 'Nodes of a list of 50 rows', figure: String(of(list, 'nodes')), note: `floor ${of(floor, 'nodes')}` },
    { name: 'Floor: twelve of them', figure: milliseconds(of(floors, 'milliseconds')), note: work(floors) },
    {
      name: '12 widgets mounted at once',
      value: ratio(lists, floors),
      figure: times(ratio(lists, floors)),
      limit: 1.5,
      budget: '≤ 1.5 × floor',
      note: `${milliseconds(of(lists, 'milliseconds'))}, ${work(lists)}`,
    },
    {
      name: '12 widgets, total blocking time',
      value: of(lists, 'blocking'),
      figure: milliseconds(of(lists, 'blocking')),
      limit: 0,
      budget: '0',
      note: `floor ${milliseconds(of(floors, 'blocking'))}; longest task ${milliseconds(of(lists, 'longest'))}`,
    },
  ];
}

/** The same on a phone: the processor slowed down four times. */
export async function slowPhone(browser) {
  const cases = { floor: { kind: 'floor', slower: 4 }, list: { kind: 'list', slower: 4 } };
  const { floor, list } = await compareFirstRows(browser, cases, 5);
  const [one, other] = [list, floor].map((results) => of(results, 'milliseconds'));
  return [
    { name: 'Slow phone (CPU ÷ 4), first rows', figure: times(one / other), note: `${milliseconds(one)}, floor ${milliseconds(other)}` },
  ];
}
