import { parseArgs } from 'node:util';

/** The options and further words of a command, as of `parseArgs`; one that is not known is said, with those that are, and ends the command. */
export function readOptions(config) {
  try {
    return parseArgs(config);
  } catch (error) {
    const known = Object.keys(config.options).map((name) => `--${name}`);
    console.error(`${error.message.split('.')[0]}; there are ${known.join(', ')}.`);
    process.exit(2);
  }
}
