import { bundle, createConfig } from '@redocly/openapi-core';
import type { Action } from 'portal-elements/permissions.js';
import type { Requirement } from 'portal-elements/requirement.js';
import { contractFile } from '../library.js';
import type { OperationId } from './operation.js';

interface MediaTypes {
  content?: Record<string, { schema?: object }>;
}

interface OperationObject {
  operationId: OperationId;
  'x-permission': { resource: Requirement; action: Action };
  tags?: string[];
  summary?: string;
  parameters?: { name: string; in: string }[];
  requestBody?: MediaTypes;
  responses: Record<string, MediaTypes>;
}

type PathItem = Partial<Record<string, OperationObject>> & { parameters?: OperationObject['parameters'] };

/** One operation of the contract, with what the host needs to know of it. */
export interface ContractOperation {
  id: OperationId;
  method: string;
  /** As the contract spells it: `/invoices/{invoiceId}`. */
  path: string;
  permission: OperationObject['x-permission'];
  /** Name of the part of the contract that it belongs to. */
  tag: string;
  summary: string;
  pathParameters: string[];
  needsIfMatch: boolean;
  /** Its body is a file, as `multipart/form-data`. */
  takesFile: boolean;
  responses: OperationObject['responses'];
}

export interface Contract {
  /** The whole document with nothing left to look up. */
  document: object;
  operations: ReadonlyMap<string, ContractOperation>;
}

const methods = ['get', 'put', 'post', 'patch', 'delete'];

let loaded: Promise<Contract> | undefined;

/** The contract, read once. Each caller gets a promise of its own, after which it goes on in its own async context, not in the first caller's. */
export async function loadContract(): Promise<Contract> {
  return await (loaded ??= readContract());
}

async function readContract(): Promise<Contract> {
  const { bundle: bundled, problems } = await bundle({
    ref: contractFile,
    config: await createConfig({}),
    dereference: true,
  });
  if (problems.length > 0) throw new Error(`The contract cannot be read: ${problems[0]!.message}`);
  const document = bundled.parsed as { paths: Record<string, PathItem> };
  const operations = Object.entries(document.paths).flatMap(([path, item]) =>
    methods.flatMap((method) => {
      const operation = item[method];
      return operation ? [describe(method, path, operation, item.parameters ?? [])] : [];
    }),
  );
  return { document, operations: new Map(operations.map((operation) => [operation.id, operation])) };
}

function describe(method: string, path: string, operation: OperationObject, shared: { name: string; in: string }[]): ContractOperation {
  if (!operation.operationId || !operation['x-permission']) throw new Error(`${method} ${path} has no operationId or no x-permission.`);
  const parameters = [...shared, ...(operation.parameters ?? [])];
  return {
    id: operation.operationId,
    method: method.toUpperCase(),
    path,
    permission: operation['x-permission'],
    tag: operation.tags?.[0] ?? 'other',
    summary: operation.summary ?? operation.operationId,
    pathParameters: parameters.filter((parameter) => parameter.in === 'path').map((parameter) => parameter.name),
    needsIfMatch: parameters.some((parameter) => parameter.in === 'header' && parameter.name === 'If-Match'),
    takesFile: operation.requestBody?.content?.['multipart/form-data'] !== undefined,
    responses: operation.responses,
  };
}
