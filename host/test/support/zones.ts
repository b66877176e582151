/** Real zone files that lie beside the project where there are some; they are not part of it. */
export const zoneFolder = new URL('../../../../shared/data/zones/', import.meta.url);
