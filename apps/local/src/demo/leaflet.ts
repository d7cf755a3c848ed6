const HEIGHT = 595;
const TOP = 520;
const LINE = 34;

/** Letters as a font that every reader of PDF has for Japanese takes them: UTF-16, in hex. */
const hex = (text: string): string => Buffer.from(text, 'utf16le').swap16().toString('hex');

/** A page of A5 with a heading and lines below it, as PDF; nothing is embedded, the reader's own letters are used. */
export function aLeaflet(heading: string, lines: readonly string[]): Buffer {
  const said = [`BT /F 20 Tf 40 ${TOP} Td <${hex(heading)}> Tj ET`, ...lines.map((line, nth) => `BT /F 12 Tf 40 ${TOP - 20 - LINE * (nth + 1)} Td <${hex(line)}> Tj ET`)].join('\n');
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 420 ${HEIGHT}] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>`,
    `<< /Length ${said.length} >>\nstream\n${said}\nendstream`,
    '<< /Type /Font /Subtype /Type0 /BaseFont /HeiseiKakuGo-W5 /Encoding /UniJIS-UTF16-H /DescendantFonts [6 0 R] >>',
    '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /HeiseiKakuGo-W5 /CIDSystemInfo << /Registry (Adobe) /Ordering (Japan1) /Supplement 2 >> /FontDescriptor 7 0 R /DW 1000 >>',
    '<< /Type /FontDescriptor /FontName /HeiseiKakuGo-W5 /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 700 /StemV 80 >>',
  ];
  let file = '%PDF-1.4\n';
  const at = objects.map((object, nth) => {
    const from = file.length;
    file += `${nth + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(from).padStart(10, '0')} 00000 n \n`;
  });
  const table = file.length;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${at.join('')}trailer << /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${table}\n%%EOF\n`;
  return Buffer.from(file, 'latin1');
}
