import { apiPrefix } from '../src/server.js';
import { medianTime } from './calls.js';
import type { BenchHost } from './host.js';

const day = (ago: number) => new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 10);
const range = `from=${day(89)}&to=${day(0)}`;

const pages: Readonly<Record<string, string>> = {
  'traffic of 90 days': `?${range}`,
  'traffic of a billing period': '?period=previous',
  'traffic of 90 days by address': `/ips?${range}`,
  'traffic of 90 days by subnet': `/ips?${range}&groupBy=subnet`,
  'traffic of a subnet in 90 days, by day': `/ips/${encodeURIComponent('2001:db8:b12:1::_64')}?${range}`,
  'traffic of a subnet in a billing period, by hour': `/ips/${encodeURIComponent('2001:db8:b12:1::_64')}?period=previous&step=hour`,
};

/** Median milliseconds at the server of each page of traffic, out of 90 days of samples. */
export async function timeTrafficPages(host: BenchHost): Promise<{ name: string; milliseconds: number }[]> {
  const times: { name: string; milliseconds: number }[] = [];
  for (const [name, path] of Object.entries(pages))
    times.push({ name, milliseconds: await medianTime(host, `${apiPrefix}/contracts/con_acme_rack/traffic${path}`) });
  return times;
}
