/** The kinds of files that can be told by their content: how they begin, and how their names end. */
const kinds = {
  'application/pdf': { begins: [0x25, 0x50, 0x44, 0x46, 0x2d], extensions: ['.pdf'] },
  'image/png': { begins: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], extensions: ['.png'] },
  'image/jpeg': { begins: [0xff, 0xd8, 0xff], extensions: ['.jpg', '.jpeg'] },
  // Text begins like nothing else and holds no bytes that are no characters.
  'text/plain': { begins: [], extensions: ['.txt', '.log'] },
} as const;

export type MediaType = keyof typeof kinds;

/** The endings of names of files of these kinds. */
export const extensionsOf = (mediaTypes: readonly MediaType[]): string[] => mediaTypes.flatMap((each) => kinds[each].extensions);

/** The kind of a file by its content, if it is of one of these kinds and its name agrees. */
export function kindOfFile(content: Uint8Array, name: string, among: readonly MediaType[]): MediaType | undefined {
  return among.find((mediaType) => {
    const { begins, extensions } = kinds[mediaType];
    if (mediaType === 'text/plain' && !isText(content)) return false;
    return begins.every((byte, index) => content[index] === byte) && extensions.some((each) => name.toLowerCase().endsWith(each));
  });
}

function isText(content: Uint8Array): boolean {
  try {
    return !new TextDecoder('utf-8', { fatal: true }).decode(content).includes('\0');
  } catch {
    return false;
  }
}

/** A file's name without what could be a path, be taken for another ending, or cannot stand in a name. */
export function plainFileName(given: string | undefined): string {
  const last = (given ?? '').split(/[\\/]/).pop()!;
  const plain = last
    .normalize('NFC')
    .replace(/[\p{Cf}\p{Cs}]/gu, '')
    .replace(/[\p{Cc}:*?"<>|]+/gu, '-')
    .replace(/^[\s.]+|[\s.]+$/g, '');
  const [, stem = '', extension = ''] = /^(.*?)(\.[^.]{1,10})?$/su.exec(plain)!;
  return Array.from(stem).slice(0, 120).join('') + extension;
}
