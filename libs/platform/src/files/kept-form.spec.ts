import { deflateSync, crc32 } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import { keptForm, MOST_BYTES } from './kept-form.js';

const SCRIPT = '<script>alert(document.cookie)</script>';
const PDF = '%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer << /Root 1 0 R >>\n%%EOF\n';

const picture = (width = 40, height = 20) => sharp({ create: { width, height, channels: 3, background: '#c83232' } });
const refusal = (bytes: Buffer): Promise<unknown> => keptForm(bytes).then(() => 'kept', (error: { code: string; status: number }) => `${error.code} ${error.status}`);

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

/** A PNG of one grey that says it is this large; its lines fold into next to nothing. */
function bomb(width: number, height: number): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([1, 0, 0, 0, 0], 8);
  const lines = deflateSync(Buffer.alloc((Math.ceil(width / 8) + 1) * height), { level: 9 });
  return Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), chunk('IHDR', head), chunk('IDAT', lines), chunk('IEND', Buffer.alloc(0))]);
}

describe('a file from outside', () => {
  it.each([['jpeg'], ['png'], ['webp']] as const)('is kept as a JPEG drawn here when it is a %s', async (format) => {
    const { kind, content } = await keptForm(await picture().toFormat(format).toBuffer());
    expect([kind, (await sharp(content).metadata()).format]).toEqual(['image/jpeg', 'jpeg']);
  });

  it('stands upright, no larger than can be read, on white where it was transparent', async () => {
    const turned = await keptForm(await picture(6_000, 3_000).withMetadata({ orientation: 6 }).jpeg().toBuffer());
    expect(await sharp(turned.content).metadata()).toMatchObject({ width: 1_200, height: 2_400 });
    const clear = await keptForm(await sharp({ create: { width: 4, height: 4, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } } }).png().toBuffer());
    expect([...(await sharp(clear.content).raw().toBuffer())].every((light) => light > 250)).toBe(true);
  });

  it('says nothing of where and when it was taken', async () => {
    const told = await picture().withExif({ IFD0: { Copyright: '標野 つばめ' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '34/1 41/1 0/1' } }).jpeg().toBuffer();
    expect((await sharp(told).metadata()).exif).toBeDefined();
    const { content } = await keptForm(told);
    const { exif, icc, xmp, iptc, comments } = await sharp(content).metadata();
    expect([exif, icc, xmp, iptc, comments]).toEqual([undefined, undefined, undefined, undefined, undefined]);
  });

  it('is a PDF from its first byte to its last, kept as it is', async () => {
    expect(await keptForm(Buffer.from(PDF))).toEqual({ kind: 'application/pdf', content: Buffer.from(PDF) });
  });
});

describe('what is planted in a file', () => {
  it('is gone when it hangs on a picture: a script or an archive behind it, or in its comment', async () => {
    const jpeg = await picture().jpeg().toBuffer();
    const comment = Buffer.concat([Buffer.from([0xff, 0xfe, 0x00, SCRIPT.length + 2]), Buffer.from(SCRIPT)]);
    for (const planted of [Buffer.concat([jpeg, Buffer.from(SCRIPT)]), Buffer.concat([jpeg, Buffer.from('PK\u0005\u0006'), Buffer.alloc(18)]), Buffer.concat([jpeg.subarray(0, 2), comment, jpeg.subarray(2)])]) {
      const { content } = await keptForm(planted);
      expect([content.includes('script'), content.includes('PK\u0005\u0006')]).toEqual([false, false]);
    }
  });

  it.each([
    ['an archive behind a PDF', Buffer.concat([Buffer.from(PDF), Buffer.from('PK\u0005\u0006'), Buffer.alloc(18)]), 'file.broken 422'],
    ['a page that becomes a PDF later', Buffer.from(`${SCRIPT}${PDF}`), 'file.kind 415'],
    ['a PDF that never ends', Buffer.from(`%PDF-1.7\n${SCRIPT}`), 'file.broken 422'],
    ['a drawing with a script', Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">${SCRIPT}</svg>`), 'file.kind 415'],
    ['a page', Buffer.from(`<!doctype html>${SCRIPT}`), 'file.kind 415'],
    ['a program', Buffer.from('#!/bin/sh\nrm -rf /\n'), 'file.kind 415'],
    ['half a picture', Buffer.from([0xff, 0xd8, 0xff, 0xe0]), 'file.kind 415'],
    ['nothing', Buffer.alloc(0), 'file.empty 422'],
    ['more bytes than are taken', Buffer.alloc(MOST_BYTES + 1), 'file.too-large 413'],
  ])('%s is refused', async (_name, bytes, code) => {
    expect(await refusal(bytes)).toBe(code);
  });

  it('a picture of a kind nobody asked for is refused, though it is one', async () => {
    for (const format of ['gif', 'tiff'] as const) expect(await refusal(await picture().toFormat(format).toBuffer())).toBe('file.kind 415');
  });

  it('a picture that would unfold to more than fifty million pixels is refused by its head', async () => {
    const small = bomb(20_000, 20_000);
    expect(small.length).toBeLessThan(200_000);
    const before = process.memoryUsage().rss;
    expect(await refusal(small)).toBe('file.too-many-pixels 422');
    expect(process.memoryUsage().rss - before).toBeLessThan(100_000_000);
  });

  it('a picture that is cut off is refused', async () => {
    const whole = await sharp({ create: { width: 300, height: 300, channels: 3, background: '#fff', noise: { type: 'gaussian', mean: 128, sigma: 60 } } }).png().toBuffer();
    expect(await refusal(whole.subarray(0, whole.length / 2))).toBe('file.broken 422');
  });
});
