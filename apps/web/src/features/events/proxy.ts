import type { EventFrame, ProxyApplyRequest } from '@yoriai/api-client';
import { yearFrom } from '@yoriai/ui';
import { wholeNumber } from './numbers.js';

export interface ProxyCompanion {
  readonly name: string;
  readonly kana: string;
  readonly born?: BornBoxes;
}

/** Three boxes of a date, as typed. */
export interface BornBoxes {
  readonly year: string;
  readonly month: string;
  readonly day: string;
}

/** What stands in the boxes of an application entered for somebody. */
export interface ProxyValues {
  readonly channel: string;
  readonly frameId: string;
  /** What the group calls itself, where the frame is for groups. */
  readonly groupName?: string;
  readonly name: string;
  readonly kana: string;
  readonly heads: string;
  /** Where the frame has a rule about ages. */
  readonly born?: BornBoxes;
  readonly phone: string;
  readonly email: string;
  /** Those who come along, where the frame asks for names. */
  readonly companions: readonly ProxyCompanion[];
  readonly partIsFine: boolean;
  /** Answers to the host's questions, by their keys. */
  readonly answers?: Readonly<Record<string, string>>;
  readonly needs?: readonly string[];
  readonly needsText?: string;
  /** What they said about pictures: yes, no, or nothing. */
  readonly photos?: string;
  /** Who is applying, where the host asks for a guardian's consent. */
  readonly guardian?: GuardianBoxes;
}

/** What was heard of the guardian. */
export interface GuardianBoxes {
  readonly by: string;
  readonly name: string;
  readonly relation: string;
  readonly email: string;
}

/** An empty form for one person who telephoned. */
export function emptyProxy(frameId: string): ProxyValues {
  return { channel: 'phone', frameId, name: '', kana: '', heads: '1', phone: '', email: '', companions: [], partIsFine: false };
}

/** The boxes for those who come along: one less than come in all, where the frame asks for names. A group is not larger than it can be. */
export function companionBoxes(values: ProxyValues, frame: Pick<EventFrame, 'companions' | 'perApplicationMax'> | undefined): ProxyCompanion[] {
  if (frame?.companions !== 'names') return [];
  const others = Math.min(wholeNumber(values.heads) ?? 0, frame.perApplicationMax) - 1;
  return Array.from({ length: Math.max(0, others) }, (_, index) => values.companions[index] ?? { name: '', kana: '' });
}

/** What is sent. Boxes left empty are left out; the server says what is missing. */
export function proxyRequest(values: ProxyValues, frame?: Pick<EventFrame, 'kind' | 'companions' | 'perApplicationMax' | 'asks'>): ProxyApplyRequest {
  const aged = (frame?.asks.ages ?? null) !== null;
  const { name, kana, frameId } = values;
  const companions = companionBoxes(values, frame).map((each) => ({ name: each.name.trim(), kana: each.kana.trim(), ...(aged && bornIn(each.born)) }));
  const [phone, email] = [values.phone.trim(), values.email.trim()];
  return {
    channel: values.channel as ProxyApplyRequest['channel'],
    frameId,
    ...(frame?.kind === 'group' && values.groupName?.trim() ? { groupName: values.groupName.trim() } : {}),
    name: name.trim(),
    kana: kana.trim(),
    ...(aged && bornIn(values.born)),
    heads: wholeNumber(values.heads) ?? 0,
    ...(phone === '' ? {} : { phone }),
    ...(email === '' ? {} : { email }),
    ...(companions.length === 0 ? {} : { companions }),
    ...askedIn(values, frame?.asks),
    ...guardianIn(values, frame?.asks),
    ...photosIn(values, frame?.asks),
    ...(values.partIsFine ? { partIsFine: true } : {}),
  };
}

/** The date in the boxes; one that is none is for the server to refuse. */
export function bornIn(boxes: BornBoxes | undefined): { born?: string } {
  const { year, month, day } = boxes ?? { year: '', month: '', day: '' };
  if (`${year}${month}${day}`.trim() === '') return {};
  const two = (text: string): string => text.normalize('NFKC').trim().padStart(2, '0');
  return { born: [yearFrom(year), two(month), two(day)].join('-') };
}

/** Of who applies, what belongs to that answer. */
function guardianIn({ guardian }: ProxyValues, asks: EventFrame['asks'] | undefined): Pick<ProxyApplyRequest, 'guardian'> {
  if (!asks?.guardian || !guardian) return {};
  const { name, relation, email } = guardian;
  if (guardian.by === 'guardian') return { guardian: { by: 'guardian', ...(name.trim() !== '' && { name: name.trim() }), relation: relation.trim() } };
  if (guardian.by === 'child') return { guardian: { by: 'child', ...(email.trim() !== '' && { email: email.trim() }) } };
  return guardian.by === 'adults' ? { guardian: { by: 'adults' } } : {};
}

/** Of a child who applies alone the guardian says it; what the caller was not asked is not said. */
function photosIn({ photos, guardian }: ProxyValues, asks: EventFrame['asks'] | undefined): Pick<ProxyApplyRequest, 'photos'> {
  return asks?.photos && guardian?.by !== 'child' && (photos === 'yes' || photos === 'no') ? { photos: photos === 'yes' } : {};
}

/** What the caller said to the questions of this frame; answers to another one's stay out. */
function askedIn({ answers = {}, needs = [], needsText = '' }: ProxyValues, asks: EventFrame['asks'] | undefined): Pick<ProxyApplyRequest, 'answers' | 'needs' | 'needsText'> {
  const given = (asks?.questions ?? []).map(({ key }) => ({ key, value: answers[key]?.trim() ?? '' })).filter(({ value }) => value !== '');
  const wanted = (asks?.needs ?? []).filter((need) => needs.includes(need));
  const more = asks?.needs.length ? needsText.trim() : '';
  return { ...(given.length > 0 && { answers: given }), ...(wanted.length > 0 && { needs: wanted }), ...(more !== '' && { needsText: more }) };
}
