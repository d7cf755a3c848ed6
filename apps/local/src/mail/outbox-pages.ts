import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { KeptMail, MailStore } from './mail-store.js';

const STYLE = `
:root{color-scheme:light;font:16px/1.7 "Noto Sans JP","Hiragino Sans",sans-serif;color:#1d2433;background:#f6f5f1}
body{max-width:56rem;margin:0 auto;padding:1.5rem 1rem 4rem}
h1{font-size:1.4rem;line-height:1.4}a{color:#0b4a8f}
a:focus-visible{outline:3px solid #c2410c;outline-offset:2px}
ol{list-style:none;padding:0}li{background:#fff;border:1px solid #d9d6cc;border-radius:8px;margin:.5rem 0;padding:.75rem 1rem}
li small,dl{color:#4b5263}dl{display:grid;grid-template-columns:max-content 1fr;gap:.25rem 1rem}dd{margin:0;overflow-wrap:anywhere}
pre{white-space:pre-wrap;overflow-wrap:anywhere;font:inherit;background:#fff;border:1px solid #d9d6cc;border-radius:8px;padding:1rem}
`;

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escape = (text: string): string => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);

/** Escapes the text and makes its addresses clickable. */
export function linked(text: string): string {
  return text
    .split(/(https?:\/\/[^\s<>"'「」（）、。]+)/)
    .map((part, index) => (index % 2 === 1 ? `<a href="${escape(part)}">${escape(part)}</a>` : escape(part)))
    .join('');
}

const when = (at: Date): string => at.toLocaleString('ja-JP', { timeZone: 'Asia/Tokyo', dateStyle: 'medium', timeStyle: 'medium' });

function page(title: string, body: string): string {
  return `<!doctype html><html lang="ja"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escape(title)}</title><style>${STYLE}</style><body>${body}</body></html>`;
}

function listPage(mails: KeptMail[], to: string | undefined): string {
  const items = mails.map(
    (mail) => `<li><a href="/mails/${mail.id}">${escape(mail.subject) || '（件名なし）'}</a><br>
<small>${escape(when(mail.at))} · ${escape(mail.to.join(', '))}${mail.attachments.length > 0 ? ` · 添付 ${mail.attachments.length}` : ''}</small></li>`,
  );
  return page(
    '届いたメール',
    `<h1>届いたメール${to ? `（${escape(to)}）` : ''}</h1>
<p>この機械の寄合が出したメールは、外へは送られず、ここに届きます。新しい順に ${mails.length} 通。${to ? '<a href="/">すべて見る</a>' : ''}</p>
${items.length > 0 ? `<ol>${items.join('')}</ol>` : '<p>まだ 1 通も届いていません。</p>'}`,
  );
}

function mailPage(mail: KeptMail): string {
  const files = mail.attachments.map(
    (file, index) => `<li><a href="/mails/${mail.id}/files/${index}" download>${escape(file.name)}</a> <small>${escape(file.type)}</small></li>`,
  );
  return page(
    mail.subject,
    `<p><a href="/">← 届いたメール</a></p><h1>${escape(mail.subject) || '（件名なし）'}</h1>
<dl><dt>差出人</dt><dd>${escape(mail.from)}</dd><dt>宛先</dt><dd>${mail.to.map((to) => `<a href="/?to=${encodeURIComponent(to)}">${escape(to)}</a>`).join(', ')}</dd>
<dt>日時</dt><dd>${escape(when(mail.at))}</dd><dt>Message-ID</dt><dd>${escape(mail.messageId)}</dd></dl>
<pre>${linked(mail.text)}</pre>${files.length > 0 ? `<h2>添付</h2><ol>${files.join('')}</ol>` : ''}
<p><a href="/mails/${mail.id}/raw">届いたままの形</a></p>`,
  );
}

/** What the JSON answers: the mail without the contents of its files, which have addresses of their own. */
function mailJson(mail: KeptMail): object {
  return { ...mail, attachments: mail.attachments.map(({ name, type, content }, index) => ({ name, type, content, url: `/mails/${mail.id}/files/${index}` })) };
}

function send(response: ServerResponse, type: string, body: string | Buffer, headers: Record<string, string> = {}, status = 200): void {
  response.writeHead(status, { 'content-type': type, 'x-content-type-options': 'nosniff', 'cache-control': 'no-store', ...headers });
  response.end(body);
}

const HTML = 'text/html; charset=utf-8';
const POLICY = { 'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'" };

async function answer(store: MailStore, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://localhost');
  const to = url.searchParams.get('to') ?? undefined;
  if (url.pathname === '/') return send(response, HTML, listPage(await store.list({ to }), to), POLICY);
  if (url.pathname === '/api/mails') {
    const limit = Number(url.searchParams.get('limit')) || 200;
    return send(response, 'application/json', JSON.stringify((await store.list({ to, limit })).map(mailJson)));
  }
  const [, id = '', rest] = /^\/mails\/([0-9a-f-]{36})(?:\/(raw|files\/\d{1,3}))?$/.exec(url.pathname) ?? [];
  const mail = id ? await store.byId(id) : undefined;
  if (!mail) return send(response, HTML, page('ありません', '<h1>このメールはありません</h1><p><a href="/">届いたメール</a></p>'), POLICY, 404);
  if (!rest) return send(response, HTML, mailPage(mail), POLICY);
  if (rest === 'raw') return send(response, 'text/plain; charset=utf-8', (await store.raw(id)) ?? '');
  const file = mail.attachments[Number(rest.slice('files/'.length))];
  if (!file) return send(response, HTML, page('ありません', '<h1>この添付はありません</h1>'), POLICY, 404);
  send(response, file.type, Buffer.from(file.content, 'base64'), {
    'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
  });
}

/** The outbox page at / and the same as JSON at /api/mails?to=&limit= for tests. */
export function outboxPages(store: MailStore): Server {
  return createServer((request, response) => {
    answer(store, request, response).catch((error: unknown) => {
      console.error(error instanceof Error ? error.message : error);
      if (!response.headersSent) send(response, 'text/plain; charset=utf-8', 'The database did not answer; try again.', {}, 503);
      else response.end();
    });
  });
}
