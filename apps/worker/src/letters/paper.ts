import { htmlLang, readingsAsHtml, readingsInBrackets, type Lang } from '@yoriai/ui';

/** A label and what stands beside it. */
export type Fact = readonly [label: string, value: string];

/** What a letter says, before it becomes text and HTML. Everything is plain text; nothing is trusted. */
export interface Paper {
  lang: Lang;
  greeting?: string | undefined;
  /** The conclusion first, one paragraph each. */
  lead: readonly string[];
  /** What somebody else wrote, one paragraph each; a line ends where they ended it. */
  words?: readonly string[] | undefined;
  /** One block per thing: a heading and its facts. */
  blocks: readonly { heading?: string | undefined; facts: readonly Fact[]; link?: { label: string; url: string } | undefined }[];
  /** What happens next, one paragraph each. */
  after: readonly string[];
  foot: readonly string[];
  optOut?: { label: string; url: string } | undefined;
}

/** What stands between a label and its value. */
export function colonOf(lang: Lang): string {
  return lang === 'en' ? ': ' : '：';
}

/** The letter as plain text, readings in brackets: short lines by nature, links alone on their line so that every reader makes them clickable. */
export function asText({ lang, greeting, lead, words = [], blocks, after, foot, optOut }: Paper): string {
  const parts = [
    ...(greeting === undefined ? [] : [greeting]),
    ...lead,
    ...words,
    ...blocks.map(({ heading, facts, link }) =>
      [...(heading === undefined ? [] : [`■ ${heading}`]), ...facts.map(([label, value]) => `${label}${colonOf(lang)}${value}`), ...(link ? ['', `▼ ${link.label}`, link.url] : [])].join('\n'),
    ),
    ...after,
    ['--', ...foot, ...(optOut ? [optOut.label, optOut.url] : [])].join('\n'),
  ];
  return readingsInBrackets(`${parts.join('\n\n')}\n`);
}

const INK = '#1a1a1c';
const BUTTON = 'display:inline-block;padding:12px 20px;border-radius:8px;background:#0017c1;color:#ffffff;font-weight:bold;text-decoration:none';

/** The same letter as simple HTML, readings above their words: no picture, no script, nothing fetched from anywhere. */
export function asHtml({ lang, greeting, lead, words = [], blocks, after, foot, optOut }: Paper): string {
  const paragraph = (text: string) => `<p>${escape(text)}</p>`;
  const body = [
    ...(greeting === undefined ? [] : [paragraph(greeting)]),
    ...lead.map((text) => `<p><strong>${escape(text)}</strong></p>`),
    ...words.map((text) => `<p>${lines(text)}</p>`),
    ...blocks.map(blockHtml),
    ...after.map(paragraph),
    `<hr style="border:0;border-top:1px solid #d8d8db;margin:24px 0 12px"><p style="font-size:14px;color:#595959">${foot.map(escape).join('<br>')}</p>`,
    ...(optOut ? [`<p style="font-size:14px"><a href="${escape(optOut.url)}">${escape(optOut.label)}</a></p>`] : []),
  ].join('\n');
  return `<!doctype html>
<html lang="${htmlLang(lang)}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"></head>
<body style="margin:0;padding:16px;background:#ffffff;color:${INK};font-family:sans-serif;font-size:16px;line-height:${lang === 'ja-easy' ? 2.1 : 1.7}">
<div style="max-width:600px;margin:0 auto">
${readingsAsHtml(body)}
</div>
</body></html>
`;
}

function blockHtml({ heading, facts, link }: Paper['blocks'][number]): string {
  const row = ([label, value]: Fact) =>
    `<tr><th scope="row" style="text-align:left;vertical-align:top;white-space:nowrap;padding:4px 12px 4px 0;font-weight:normal;color:#595959">${escape(label)}</th><td style="padding:4px 0">${lines(value)}</td></tr>`;
  return [
    ...(heading === undefined ? [] : [`<h2 style="font-size:18px;margin:20px 0 4px">${escape(heading)}</h2>`]),
    ...(facts.length === 0 ? [] : [`<table style="border-collapse:collapse">${facts.map(row).join('')}</table>`]),
    ...(link ? [`<p><a href="${escape(link.url)}" style="${BUTTON}">${escape(link.label)}</a></p>`] : []),
  ].join('\n');
}

const lines = (text: string) => escape(text).replaceAll('\n', '<br>');

const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Nothing typed by a person may become a tag or an attribute. */
export function escape(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => SIGNS[sign] ?? sign);
}
