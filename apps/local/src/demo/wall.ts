import sharp from 'sharp';

/** Drawn dot by dot, and shown twice as large. */
const WIDTH = 500;
const HEIGHT = 375;
const GROUND = 320;
type Colour = readonly [red: number, green: number, blue: number];

const SPRAY: readonly Colour[] = [[196, 40, 60], [30, 70, 160], [25, 25, 30]];

/** A tiled wall as a photo of it would show it: with what somebody sprayed on it, or clean. Nobody is on it. */
export function aWall(seed: number, sprayed: boolean): Promise<Buffer> {
  const pixels = Buffer.alloc(WIDTH * HEIGHT * 3);
  for (let y = 0; y < HEIGHT; y += 1) for (let x = 0; x < WIDTH; x += 1) put(pixels, x, y, tile(x, y, seed));
  if (sprayed) SPRAY.forEach((colour, nth) => spray(pixels, colour, seed + nth * 7));
  return sharp(pixels, { raw: { width: WIDTH, height: HEIGHT, channels: 3 } }).resize(WIDTH * 2).jpeg({ quality: 80 }).toBuffer();
}

function put(pixels: Buffer, x: number, y: number, [red, green, blue]: Colour): void {
  if (x < 0 || y < 0 || x >= WIDTH || y >= HEIGHT) return;
  const at = (y * WIDTH + x) * 3;
  pixels[at] = red;
  pixels[at + 1] = green;
  pixels[at + 2] = blue;
}

/** Wall above, pavement below; light falls from the left. */
function tile(x: number, y: number, seed: number): Colour {
  const light = 1 - x / WIDTH / 5;
  const grain = ((x * 31 + y * 17 + Math.abs(seed) * 13) % 9) - 4;
  if (y >= GROUND) return [118 * light + grain, 116 * light + grain, 112 * light + grain];
  const row = Math.floor(y / 40);
  const joint = y % 40 < 2 || (x + (row % 2) * 40) % 80 < 2;
  return joint ? [150 * light, 144 * light, 134 * light] : [(206 + (row % 3) * 5) * light + grain, (196 + (row % 3) * 4) * light + grain, 176 * light + grain];
}

/** A line that winds over the wall, as thick as a can sprays. */
function spray(pixels: Buffer, colour: Colour, seed: number): void {
  const turn = Math.abs(seed) % 11;
  for (let step = 0; step < 1_300; step += 1) {
    const at = step / 1_300;
    const x = Math.round(70 + at * 340 + 35 * Math.sin(at * (14 + turn)));
    const y = Math.round(90 + turn * 11 + 65 * Math.sin(at * (20 + turn)) + 20 * Math.cos(at * 47));
    for (let dy = -4; dy <= 4; dy += 1) for (let dx = -4; dx <= 4; dx += 1) if (dx * dx + dy * dy <= 16 && y + dy < GROUND) put(pixels, x + dx, y + dy, colour);
  }
}
