import { sql, type Kysely } from 'kysely';

/** Zones and record sets. Keys of DNS order are compared octet by octet, hence collate "C". */
export async function up(database: Kysely<unknown>): Promise<void> {
  const octets = sql`text collate "C"`;
  await database.schema
    .createTable('dns_zones')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('client_id', 'text', (column) => column.notNull().references('clients.id').onDelete('cascade'))
    .addColumn('name', 'text', (column) => column.notNull().unique())
    .addColumn('unicode_name', 'text', (column) => column.notNull())
    .addColumn('sort_key', octets, (column) => column.notNull())
    .addColumn('type', 'text', (column) => column.notNull())
    .addColumn('direction', 'text', (column) => column.notNull())
    .addColumn('dnssec', 'boolean', (column) => column.notNull())
    .addColumn('serial', 'bigint', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('status', 'text', (column) => column.notNull())
    .addColumn('min_ttl', 'integer', (column) => column.notNull())
    .addColumn('max_ttl', 'integer', (column) => column.notNull())
    .addColumn('changed_at', 'timestamptz(3)', (column) => column.notNull())
    .addColumn('search_text', 'text', (column) => column.notNull())
    .execute();
  await sql`create index dns_zones_by_name on dns_zones (client_id, sort_key, id)`.execute(database);
  await sql`create index dns_zones_by_change on dns_zones (client_id, changed_at, id)`.execute(database);
  await database.schema
    .createTable('dns_rrsets')
    .addColumn('zone_id', 'text', (column) => column.notNull().references('dns_zones.id').onDelete('cascade'))
    .addColumn('id', octets, (column) => column.notNull())
    .addColumn('sort_key', octets, (column) => column.notNull())
    .addColumn('type', octets, (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('ttl', 'integer', (column) => column.notNull())
    .addColumn('record_count', 'integer', (column) => column.notNull())
    .addColumn('disabled', 'boolean', (column) => column.notNull())
    .addColumn('comment', 'text')
    .addColumn('changed_at', 'timestamptz(3)', (column) => column.notNull())
    .addColumn('search_text', 'text', (column) => column.notNull())
    .addColumn('records', 'jsonb', (column) => column.notNull())
    .addPrimaryKeyConstraint('dns_rrsets_key', ['zone_id', 'id'])
    .execute();
  await sql`create index dns_rrsets_by_name on dns_rrsets (zone_id, sort_key, id)`.execute(database);
  await sql`create index dns_rrsets_by_type on dns_rrsets (zone_id, type, id)`.execute(database);
}

export async function down(database: Kysely<unknown>): Promise<void> {
  await database.schema.dropTable('dns_rrsets').execute();
  await database.schema.dropTable('dns_zones').execute();
}
