/** The most the server keeps of one file, in bytes (`MOST_BYTES` of libs/platform). */
export const MOST_BYTES = 8 * 1024 * 1024;
const KINDS = /^(application\/pdf|image\/(jpeg|png|webp))$/;

/**
 * What the server would say of a file, before it goes up: its kind by the name that the device gives it, and its size. A picture
 * is made smaller first, as a JPEG, so its kind and size count as it is sent. A device that gives no kind leaves that to the server.
 */
export function fileRefusal({ type, size }: Pick<Blob, 'type' | 'size'>, toBeMadeSmaller = type.startsWith('image/')): 'file.kind' | 'file.too-large' | undefined {
  if (type !== '' && !toBeMadeSmaller && !KINDS.test(type)) return 'file.kind';
  return size > MOST_BYTES && !toBeMadeSmaller ? 'file.too-large' : undefined;
}
