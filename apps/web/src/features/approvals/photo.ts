/** The longer side of a photo as it is sent; the server keeps no more of it. */
const LONGEST_SIDE = 2_400;
/** Below this a photo goes as it is. */
const SMALL_BYTES = 1_000_000;

/** The file as it is sent: a large photo made smaller on the phone, so that it arrives over a slow line; whatever can't be drawn goes as it is, and the server says what is wrong with it. */
export async function toSend(file: File): Promise<Blob> {
  if (!file.type.startsWith('image/') || file.size <= SMALL_BYTES) return file;
  try {
    const drawn = await createImageBitmap(file, { imageOrientation: 'from-image' });
    const scale = Math.min(1, LONGEST_SIDE / Math.max(drawn.width, drawn.height));
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [Math.round(drawn.width * scale), Math.round(drawn.height * scale)];
    canvas.getContext('2d')?.drawImage(drawn, 0, 0, canvas.width, canvas.height);
    drawn.close();
    const smaller = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.85));
    return smaller && smaller.size < file.size ? smaller : file;
  } catch (error) {
    if (error instanceof DOMException) return file;
    throw error;
  }
}
