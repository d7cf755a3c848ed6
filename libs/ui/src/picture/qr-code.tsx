import type { ReactElement } from 'react';
import { encode } from 'uqr';

export interface QrCodeProps {
  /** What the camera reads. */
  readonly text: string;
  /** Name for readers: what the code is for. */
  readonly label: string;
}

/** A QR code with its quiet zone, black on white. Correction level M reads from a scratched screen or a fold. */
export function QrCode({ text, label }: QrCodeProps): ReactElement {
  const { size, data } = encode(text, { ecc: 'M', border: 4 });
  return (
    <svg viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} shapeRendering="crispEdges">
      <rect width={size} height={size} fill="#fff" />
      <path d={darkRuns(data)} fill="#000" />
    </svg>
  );
}

/** One sub-path per run of dark modules in a row: small markup, no seams between modules. */
function darkRuns(rows: readonly (readonly boolean[])[]): string {
  return rows
    .map((row, y) => {
      let path = '';
      for (let x = 0; x < row.length; x += 1) {
        if (!row[x]) continue;
        const from = x;
        while (row[x + 1]) x += 1;
        path += `M${from} ${y}h${x - from + 1}v1h-${x - from + 1}z`;
      }
      return path;
    })
    .join('');
}
