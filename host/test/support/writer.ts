import { demo } from '../../demo/index.js';
import { useCompany } from '../../src/company.js';
import { openDatabase } from '../../src/database/database.js';
import { migrate } from '../../src/migrate.js';

/** Opens the database in the folder given and inserts clients without end, saying so on its output when each is stored. */
useCompany(demo.company);
const { database } = await openDatabase({ dataFolder: process.argv[2]! });
await migrate(database);
for (let number = 1; ; number += 1) {
  const id = `cli_${number}`;
  await database.insertInto('clients').values({ id, number: id, name: 'Written', currency: 'EUR', time_zone: 'UTC' }).execute();
  process.stdout.write(`${id}\n`);
}
