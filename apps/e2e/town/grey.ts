import sharp from 'sharp';
import { poppler } from './pdf.js';

const DPI = 150;
const POINTS = 72;
/** A pixel is a colour where its parts differ by more than what smoothing makes of grey. */
const COLOURED = 24;

interface Raster {
  data: Buffer;
  width: number;
  height: number;
  channels: number;
}

/** One word of a sheet: how it stands out from what lies behind it, and whether any of it has a colour. */
export interface Word {
  word: string;
  contrast: number;
  coloured: boolean;
}

/** The first page as a printer puts it on paper. */
export interface Printed {
  words: Word[];
  /** How much of it is neither black nor white nor grey, from 0 to 1. */
  coloured: number;
}

async function rasterOf(pdf: Buffer, more: string[]): Promise<Raster> {
  const png = poppler('pdftoppm', ['-r', String(DPI), ...more, '-png', '-f', '1', '-l', '1', '-singlefile', '-'], pdf);
  const { data, info } = await sharp(png).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height, channels: info.channels };
}

/** How light a grey is, as WCAG counts it. */
function lightness(grey: number): number {
  const part = grey / 255;
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
}

function isColoured({ data, width, channels }: Raster, x: number, y: number): boolean {
  if (channels < 3) return false;
  const at = (y * width + x) * channels;
  const parts = [data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0];
  return Math.max(...parts) - Math.min(...parts) > COLOURED;
}

/** Printed twice, with colour and without: the contrast of a word is between the darkest and the lightest grey in its box. */
export async function printed(pdf: Buffer): Promise<Printed> {
  const [grey, colour] = await Promise.all([rasterOf(pdf, ['-gray']), rasterOf(pdf, [])]);
  const boxes = poppler('pdftotext', ['-bbox', '-f', '1', '-l', '1', '-', '-'], pdf).toString('utf8');
  const found = [...boxes.matchAll(/<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)<\/word>/gs)];
  const words = found.map(([, xMin, yMin, xMax, yMax, word = '']) => {
    const [left, top, right, bottom] = [xMin, yMin, xMax, yMax].map((each) => (Number(each) * DPI) / POINTS) as [number, number, number, number];
    let [darkest, lightest, coloured] = [255, 0, false];
    for (let y = Math.max(0, Math.floor(top)); y < Math.min(grey.height, Math.ceil(bottom)); y += 1) {
      for (let x = Math.max(0, Math.floor(left)); x < Math.min(grey.width, Math.ceil(right)); x += 1) {
        const value = grey.data[(y * grey.width + x) * grey.channels] ?? 255;
        darkest = Math.min(darkest, value);
        lightest = Math.max(lightest, value);
        coloured ||= isColoured(colour, x, y);
      }
    }
    return { word, contrast: (lightness(lightest) + 0.05) / (lightness(darkest) + 0.05), coloured };
  });
  let pixels = 0;
  for (let y = 0; y < colour.height; y += 1) for (let x = 0; x < colour.width; x += 1) if (isColoured(colour, x, y)) pixels += 1;
  return { words, coloured: pixels / (colour.width * colour.height) };
}
