import { readOf } from '@yoriai/events';
import { FILE_TYPE, newId, newToken } from '@yoriai/platform';
import { AN_INITIATIVE, A_PICTURE, NOTICE, STALL, contestOf } from './more-props.js';
import type { Prop } from './props.js';
import { WISH } from './membership-props.js';
import { START } from './start-props.js';

/** What an ordinary client sends to a route: JSON to the API, fields of a form to the Site. */
export interface Act {
  body?: (prop: Prop) => Readonly<Record<string, unknown>>;
  query?: string | ((prop: Prop) => string);
  /** A file is sent instead of fields. */
  file?: string | Uint8Array<ArrayBuffer>;
}

const keyed = (fields: (prop: Prop) => Record<string, string> = () => ({})): Act => ({ body: (prop) => ({ _key: newToken(), ...fields(prop) }) });
const sends = (body: (prop: Prop) => Record<string, unknown>): Act => ({ body });
const reasoned = sends(() => ({ reason: '会場が使えなくなりました。' }));
const read = sends(({ revision }) => ({ revision: Number(revision ?? 1), reason: '雨のときの場所を書いてください。' }));
const worded = sends(() => ({ words: '控えを受けとりました。' }));
const list = sends(({ organisationId }) => ({ organisationId, fileName: 'list.csv', content: Buffer.from('NO,イベント名\r\n1,餅つき').toString('base64') }));
const applicant = () => ({ name: '山田 はな子', kana: 'やまだ はなこ', email: `hanako-${newId()}@example.jp` });
const newcomer = () => ({ name: '新人 三郎', kana: 'しんじん', email: `new-${newId()}@example.jp` });

/** To go the hour before the event, in words of its own: the same twice is one too many. */
const aMessage = ({ startsAt }: Prop) => ({ audiences: ['applied'], title: `持ち物 ${newId()}`, text: '軍手をお持ちください。', sendAt: new Date(Date.parse(startsAt ?? '2099-01-01T01:00:00Z') - 3_600_000).toISOString() });

/** Two days on; which fields are sent is also asked about no event at all. */
const dayAfter = (instant = '2026-11-29T01:00:00Z'): string => new Date(Date.parse(instant) + 2 * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);

/** The smallest PDF. */
const aPaper = (): string => `%PDF-1.7\n% ${newId()}\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer << /Root 1 0 R >>\n%%EOF\n`;

/** Routes that are sent something. What is not listed is sent nothing. */
export const ACTS: Readonly<Record<string, Act>> = {
  'POST /api/events': sends(({ organisationId, category }) => ({ organisationId, ...(category && { category }), title: '餅つき', frames: [{ name: '一般', capacity: 20 }], duties: [{ duty: '受付', people: 2 }] })),
  'POST /api/event-imports/previews': list,
  'POST /api/event-imports': list,
  'PATCH /api/events/:id': sends(() => ({ title: '餅つきとコンサート' })),
  'PATCH /api/events/:id/change': sends(() => ({ placeName: '松島公園' })),
  'PUT /api/events/:id/stall-call': sends(() => ({ kinds: ['food'], places: 3, closesOn: '2099-11-01', plots: [{ code: 'A-1', venue: null }] })),
  'POST /api/events/:id/host-answers': sends(({ applicationId }) => ({ ids: [applicationId ?? newId()], choice: 'declined', words: 'またお越しください。' })),
  'POST /api/events/:id/host-answers/undo': sends(({ applicationId }) => ({ ids: [applicationId ?? newId()] })),
  'POST /api/stalls/:id/acceptance': sends(() => ({ words: 'お待ちしています。' })),
  'POST /api/stalls/:id/refusal': sends(() => ({ words: '場所がたりませんでした。' })),
  'PUT /api/stalls/:id/plot': sends(() => ({ plot: 'A-1' })),
  'PUT /api/events/:id/contest': sends(({ frameId }) => contestOf(frameId ?? newId())),
  'POST /api/events/:id/contest/judges': sends(() => ({ name: '青山 一郎', head: false })),
  'PUT /api/contest-judges/:id/sheets/:number': sends(() => ({ points: [3, 4] })),
  'PUT /api/events/:id/contest/awards': sends(() => ({ ties: [], prizes: [{ name: '区長賞', number: 1 }] })),
  'POST /api/venues': sends(() => ({ name: `広場 ${newId()}`, kana: 'ひろば', kind: 'other' })),
  'PATCH /api/venues/:name': sends(() => ({ kana: 'こうえん', kind: 'park', capacity: 500, version: 1 })),
  'POST /api/events/:id/message-previews': sends(aMessage),
  'POST /api/events/:id/messages': sends(aMessage),
  'POST /api/notices': sends(() => NOTICE),
  'POST /api/initiatives': sends(() => ({ ...AN_INITIATIVE, code: `own-${newId()}`.slice(0, 40), name: `取組 ${newId()}` })),
  'PATCH /api/initiatives/:code': sends(() => ({ ...AN_INITIATIVE, name: `取組 ${newId()}`, version: 1 })),
  'PATCH /api/notices/:id': sends(() => ({ ...NOTICE, title: '病児保育のご案内', version: 1 })),
  'POST /api/events/:id/return': read,
  'POST /api/events/:id/rejection': read,
  'POST /api/events/:id/check': sends(({ revision }) => ({ revision: Number(revision ?? 1), words: '当日は手伝います。' })),
  'POST /api/events/:id/check-forwarding': reasoned,
  'PUT /api/first-check-rules/:id': sends(() => ({ kinds: ['market'], businessDays: 5 })),
  'POST /api/approvals/:caseId/comments/reading': sends(() => ({ until: newId() })),
  'POST /api/approvals/:caseId/comments': sends(({ revision }) => ({ revision: Number(revision ?? 1), words: '会場とは話がついています。' })),
  'POST /api/desk-filters': sends(() => ({ name: newId(), query: { status: 'pending', kind: 'festival', due: 'soon' } })),
  'PATCH /api/desk-filters/:id': sends(() => ({ name: newId() })),
  'POST /api/events/:id/approval': sends(({ revision }) => ({ revision: Number(revision ?? 1) })),
  'POST /api/events/:id/conditions/:conditionId/report': worded,
  'POST /api/events/:id/conditions/:conditionId/confirmation': worded,
  'POST /api/events/:id/conditions/:conditionId/return': worded,
  'POST /api/events/:id/conditions/:conditionId/files': { file: aPaper() },
  'POST /api/events/:id/checklist/:code/report': worded,
  'POST /api/events/:id/checklist/:code/confirmation': worded,
  'POST /api/events/:id/checklist/:code/return': worded,
  'POST /api/events/:id/checklist/:code/waiver': worded,
  'POST /api/events/:id/checklist/:code/files': { file: aPaper() },
  'POST /api/checklist-kinds': sends(() => ({ code: `own-${newId()}`.slice(0, 40), title: `届出 ${newId()}`, authority: '警察署', leadDays: 7, how: '地図をつけます。', gate: 'day', flags: ['subsidy'] })),
  'PATCH /api/checklist-kinds/:code': sends(() => ({ authority: '公園事務所' })),
  'GET /api/ward-calendar': { query: 'month=2026-11' },
  'GET /api/event-reports': { query: 'part=late' },
  'POST /api/events/:id/co-hosts': sends(({ otherId }) => ({ organisationId: otherId ?? newId() })),
  'POST /api/co-hosts/:id/acceptance': worded,
  'POST /api/co-hosts/:id/declination': worded,
  'POST /api/co-hosts/:id/withdrawal': worded,
  'PUT /api/events/:id/publication-plan': sends(({ startsAt }) => ({ at: new Date(Date.parse(startsAt ?? '2099-01-01T00:00:00Z') - 3_600_000).toISOString() })),
  'POST /api/events/:id/cancellation': reasoned,
  'POST /api/events/:id/postponement': sends(({ startsAt }) => ({ reason: '雨の予報のため', cause: 'rain', day: dayAfter(startsAt), startsAt })),
  'POST /api/events/:id/postponement/yes': sends(({ applicationId, decidedAt }) => ({ applicationIds: [applicationId ?? newId()], decidedAt: decidedAt ?? '2026-11-01T00:00:00.000Z' })),
  'POST /api/events/:id/holding': sends(({ startsAt }) => ({ startsAt, after: null })),
  'POST /api/events/:id/reduction': sends(({ startsAt }) => ({ startsAt, after: null, cause: 'wind', reason: '強風のため', dropped: [] })),
  'POST /api/events/:id/corrections': sends(() => ({ participants: 12, volunteers: 3, walkIns: 4, reason: '紙が1枚見つかりました。', after: 0 })),
  'POST /api/events/:id/report': sends(() => ({ participants: 12, volunteers: 3, walkIns: 4, note: '無事に終わりました。' })),
  'POST /api/events/:id/handouts': { file: aPaper(), query: 'name=%E3%81%97%E3%81%8A%E3%82%8A' },
  'POST /api/events/:id/picture-places': sends(() => ({ place: '東トイレの壁' })),
  'PATCH /api/events/:id/picture-places/:spotId': sends(() => ({ place: '西トイレの壁' })),
  'POST /api/events/:id/picture-places/:spotId/removal': sends(({ fileId }) => ({ files: [fileId ?? newId()] })),
  'POST /api/events/:id/picture-places/:spotId/pictures/:side': { file: A_PICTURE, query: ({ fileId }) => `instead=${fileId ?? newId()}` },
  'POST /api/events/:id/picture-places/:spotId/pictures/:side/removal': sends(({ fileId }) => ({ file: fileId ?? newId() })),
  'POST /api/events/:id/applications': sends(({ frameId }) => ({ frameId, heads: 2, ...applicant() })),
  'POST /api/shifts/:id/proxy-assignments': sends(() => ({ channel: 'phone', ...newcomer() })),
  'POST /api/events/:id/proxy-applications': sends(({ frameId }) => ({ frameId, heads: 2, channel: 'phone', ...applicant() })),
  'POST /api/applications/:id/cancellation': sends(() => ({ reason: '電話で取消' })),
  'POST /api/applications/:id/guardian-consent': sends(() => ({ name: '標野 花', relation: '母', how: 'paper' })),
  'POST /api/applications/:id/amendment': sends(() => ({ heads: 1 })),
  'POST /api/tickets/:token/amendment': sends(() => ({ heads: 1 })),
  'POST /api/tickets/:token/answers': sends(() => ({ answers: [] })),
  'POST /api/ticket-resends': sends(() => ({ contact: 'nobody@example.jp' })),
  'POST /api/events/:id/check-ins': sends(({ applicationId }) => ({ nonce: newToken().slice(0, 20), subjectKind: 'application', subjectId: applicationId })),
  'POST /api/events/:id/check-in-undos': sends(({ applicationId }) => ({ nonce: newToken().slice(0, 20), subjectKind: 'application', subjectId: applicationId })),
  'POST /api/events/:id/calls': sends(({ personId, letterId }) => ({ personId: personId ?? newId(), letterIds: [letterId ?? newId()] })),
  'POST /api/events/:id/call-undos': sends(({ personId }) => ({ personId: personId ?? newId() })),
  'POST /api/events/:id/reviews/:nonce/settlement': sends(() => ({ verdict: 'keep' })),
  'POST /api/assignments/:id/cancellation': sends(() => ({ reason: '急用' })),
  'POST /api/series/:id/skips': sends(({ date }) => ({ date })),
  'POST /api/series/:id/restorations': sends(({ date }) => ({ date })),
  'POST /api/series/:id/ending': sends(({ date }) => ({ lastOn: date })),
  'POST /api/school-closures': sends(() => ({ name: newId(), startsOn: '2099-07-21', endsOn: '2099-08-25' })),
  'POST /api/organisations/:id/invitations': sends(() => ({ email: `officer-${newId()}@example.jp`, role: 'council-officer', title: '副会長' })),
  'POST /api/officer-terms/:id/ending': sends(() => ({ endsOn: '2026-12-31', reason: '転居' })),
  'POST /api/admin/people/:id/suspension': sends(() => ({ reason: '端末の紛失' })),
  'POST /api/admin/people/:id/passkey-reset': sends(() => ({ reason: '電話をなくした' })),
  'POST /api/admin/people/:id/reinstatement': sends(() => ({ reason: '見つかった' })),
  'POST /api/me/joinings': sends(({ id }) => ({ personIds: [id] })),
  'POST /api/sign-in-requests': sends(() => ({ email: `somebody-${newId()}@example.jp` })),
  'POST /api/accounts': sends(newcomer),
  'POST /api/passkey-challenges': sends(() => ({})),
  'POST /api/passkey-sessions': sends(({ answer }) => JSON.parse(answer ?? '{}') as Record<string, unknown>),
  'POST /api/me/passkey-challenges': sends(() => ({})),
  'POST /api/me/passkeys': sends(({ answer }) => JSON.parse(answer ?? '{}') as Record<string, unknown>),
  'POST /api/sessions': sends(({ requestId, code }) => ({ requestId, code })),

  'POST /events/:slug/apply/check': keyed(({ frameId }) => ({ frameId: frameId ?? '', heads: '2', ...applicant() })),
  'POST /events/:slug/applications': keyed(({ frameId }) => ({ frameId: frameId ?? '', heads: '2', ...applicant() })),
  'POST /api/start-requests': sends(({ organisationId }) => ({ ...START, organisationId, email: `begin-${newId()}@example.jp` })),
  'POST /api/start-requests/:id/talk': sends(() => ({ words: '月曜日にうかがいます。' })),
  'POST /api/start-requests/:id/acceptance': sends(() => ({ words: 'お待ちしています。' })),
  'POST /api/start-requests/:id/refusal': sends(() => ({ words: 'おもりが足りません。' })),
  'POST /api/start-requests/:id/event': sends(({ organisationId }) => ({ organisationId, title: 'いきいき百歳体操' })),
  'POST /begin': keyed(() => ({ ...START, people: '12', weekdays: '2', email: `begin-${newId()}@example.jp` })),
  'POST /b/:token/withdrawal': keyed(),
  'POST /join': keyed(({ slug }) => ({ ...WISH, organisation: slug ?? '', email: `join-${newId()}@example.jp` })),
  'POST /n/:token/withdrawal': keyed(),
  'POST /events/:slug/stalls': keyed(() => ({ ...STALL, gas: '1' })),
  'POST /s/:token/change': keyed(() => ({ ...STALL, gas: '1' })),
  'POST /s/:token/withdrawal': keyed(),
  'POST /j/:token/sheets': keyed(() => ({ number: '1', c0: '3', c1: '4' })),
  'POST /t/:token/photos': keyed(() => ({ photos: 'no' })),
  'POST /g/:token/photos': keyed(() => ({ photos: 'no' })),
  'POST /t/:token/entry-names': keyed(() => ({ named: 'yes' })),
  'POST /g/:token': keyed(() => ({ name: '標野 花', relation: '母', revision: '1', read: readOf(null) })),
  'POST /g/:token/refusal': keyed(),
  'POST /t/:token/acceptance': keyed(),
  'POST /t/:token/cancellation': keyed(),
  'POST /t/:token/still-coming': keyed(),
  'POST /d/:id/:token/answer': keyed(() => ({ answer: 'yes' })),
  'POST /t/:token/answers': keyed(),
  'POST /t/:token/change': keyed(() => ({ heads: '1' })),
  'POST /m/:token': keyed(),
  'POST /t/:token/guardian': keyed(() => ({ email: `hana-${newId()}@example.jp` })),
  'POST /t/:token/check-in': keyed(() => ({ heads: '1' })),
  'POST /t/:token/check-in-undo': keyed(),
  'GET /t/:token/check-in': { query: 'answer=done' },
  'POST /v/:code/own': keyed(() => ({ heads: '1' })),
  'POST /v/:code/number': keyed(({ number }) => ({ number: number ?? 'ABCDEF' })),
  'POST /v/:code/walk-ins': keyed(() => ({ heads: '2' })),
  'POST /lost-ticket': keyed(() => ({ contact: 'nobody@example.jp' })),
  'POST /shifts/:id/assignments': keyed(),
  'POST /me/duties/:id/cancellation': keyed(),
  'POST /me/duties/:id/photos': keyed(() => ({ photos: 'no' })),
  'POST /me/joinings': keyed(({ id }) => ({ personIds: id ?? '' })),
  'POST /me/sessions/:id/end': keyed(),
  'POST /me/passkeys/:id/removal': keyed(() => ({ sure: 'yes' })),
  'POST /sign-in': keyed(() => ({ email: `somebody-${newId()}@example.jp`, next: '' })),
  'POST /register': keyed(() => ({ ...newcomer(), next: '' })),
  'POST /sign-in/code': keyed(({ code }) => ({ code: code ?? '' })),
  'POST /sign-in/code/resend': keyed(),
  'POST /sign-in/link/:token': keyed(),
  'POST /invitation/:token': keyed(() => ({ name: '役員 次郎', kana: 'やくいん' })),
  'POST /api/events/:id/list-requests': sends(() => ({ list: 'participant-list', why: 'door' })),
  'GET /api/retention/preview': { query: 'kind=applications&years=2' },
  'POST /api/retention/:kind/terms': sends(({ version }) => ({ years: 2, why: '規程の改正', version: Number(version ?? 0) })),
  'POST /print/events/:id/participant-list.csv': { body: () => ({ why: 'door' }) },
  'POST /print/events/:id/completion-list.csv': { body: () => ({ why: 'report' }) },
  'POST /opt-out/:token': { body: () => ({ wish: 'stop' }) },
  'POST /display': { body: () => ({ size: '125', next: '/' }) },
  'POST /sign-out': { body: () => ({}) },
};

/** The request of an ordinary client: address, body and headers. */
export function requestOf(route: { method: string; url: string }, prop: Prop): { method: string; path: string; body?: string | Uint8Array<ArrayBuffer>; headers: Record<string, string> } {
  const act = ACTS[`${route.method} ${route.url}`] ?? {};
  const path = `${pathOf(route.url, prop)}${act.query ? `?${queryOf(act, prop)}` : ''}`;
  const ifMatch: Record<string, string> = route.method === 'PATCH' ? { 'if-match': `"${prop['version'] ?? '1'}"` } : {};
  if (act.file) return { method: route.method, path, body: act.file, headers: { 'content-type': FILE_TYPE } };
  if (!act.body) return { method: route.method, path, headers: ifMatch };
  const fields = act.body(prop);
  if (route.url.startsWith('/api/')) return { method: route.method, path, body: JSON.stringify(fields), headers: { ...ifMatch, 'content-type': 'application/json' } };
  const body = new URLSearchParams(fields as Record<string, string>).toString();
  return { method: route.method, path, body, headers: { 'content-type': 'application/x-www-form-urlencoded' } };
}

/** The address of a route for one thing. */
export function pathOf(url: string, prop: Prop): string {
  return url.replace(/:([a-zA-Z]+)/g, (_, name: string) => encodeURIComponent(prop[name] ?? '')).replace('/theme/*', '/theme/theme.css').replace('*', 'events');
}

/** The query of an act about these. */
export const queryOf = ({ query = '' }: Act, prop: Prop): string => (typeof query === 'string' ? query : query(prop));
