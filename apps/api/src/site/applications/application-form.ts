import { ApplyRequest, answersVerdict, consentFor, photosVerdict } from '@yoriai/events';
import { parseForm, type FieldError } from '@yoriai/platform';
import { countedFrames, type PublicFrameFacts } from '../events/standing.js';
import type { FormState } from '../page/form.js';
import { askedIn, askedValues, isAskedBox } from './asked.js';
import { dateBoxes, dateIn } from './born.js';
import { guardianIn, guardianValues, isGuardianBox } from './guardian.js';
import { companionValues, companionsIn, isCompanionBox } from './companions.js';

/** The boxes of the form, in the order of the page. */
export const FIELDS = ['frameId', 'groupName', 'heads', 'name', 'kana', 'born', 'phone', 'email', 'photos', 'partIsFine'] as const;

/** A form as read: what was typed, what it means, what can't be taken. */
export interface ReadApplication extends FormState {
  value: ApplyRequest;
}

/** Reads the form with the class that also reads the JSON body, and with what this event's frames allow. */
export async function readApplication(form: Readonly<Record<string, string>>, { frames, startsAt }: { frames: readonly PublicFrameFacts[]; startsAt: string | null }, now: Date): Promise<ReadApplication> {
  const frame = countedFrames(frames).find((each) => each.id === form['frameId']);
  const companions = frame && asksNames(frame) ? companionsIn(form, mostHeads(frame) - 1, asksAges(frame)) : [];
  // Where names are asked for, whoever is named comes.
  const heads = frame && asksNames(frame) ? String(companions.length + 1) : (frame === undefined ? (form['heads'] ?? '') : headsIn(form, frame));
  const born = frame && asksAges(frame) ? dateIn(form, 'born') : undefined;
  // Of a child who applies alone the guardian says it.
  const groupName = frame && isGroups(frame) ? (form['groupName'] ?? '') : '';
  const photos = frame?.asks.photos && form['guardian.by'] !== 'child' ? (form['photos'] ?? '') : '';
  const values = { ...Object.fromEntries(FIELDS.map((field) => [field, field === 'born' ? (born ?? '') : (form[field] ?? '')])), heads, photos, groupName };
  const asked = frame ? askedIn(form, frame.asks) : {};
  const guardian = frame?.asks.guardian ? guardianIn(form) : {};
  const typed = await parseForm(ApplyRequest, { ...values, ...asked, ...guardian, ...(companions.length > 0 && { companions }) });
  const found = [...typed.errors, ...beyond(typed.value, typed.errors, frames), ...guardianMissing(typed.value, frame, startsAt ? new Date(startsAt) : null, now)];
  const ofForm = FIELDS.flatMap((field) => found.filter((error) => error.field === field));
  const typedDate = Object.fromEntries(dateBoxes('born').map((box) => [box, form[box] ?? '']));
  return { values: { ...values, ...typedDate, ...askedValues(form), ...guardianValues(form), ...companionValues(companions) }, value: typed.value, errors: [...ofForm, ...found.filter((error) => isCompanionBox(error.field) || isAskedBox(error.field) || isGuardianBox(error.field))] };
}

/** The box for how many come with this seat: where others take more or fewer, each has its own. */
export function headsBox(frame: PublicFrameFacts, frames: readonly PublicFrameFacts[]): string {
  return frames.every((each) => mostHeads(each) === mostHeads(frame) && isGroups(each) === isGroups(frame)) ? 'heads' : `heads-${mostHeads(frame)}${isGroups(frame) ? '-group' : ''}`;
}

/** How many come with this seat; the boxes of other seats, hidden, say nothing about it. */
function headsIn(form: Readonly<Record<string, string>>, frame: PublicFrameFacts): string {
  return form[`heads-${mostHeads(frame)}${isGroups(frame) ? '-group' : ''}`] ?? form['heads'] ?? (mostHeads(frame) === 1 ? '1' : '');
}

/** Do groups apply here, each by its name? */
export const isGroups = ({ kind }: Pick<PublicFrameFacts, 'kind'>): boolean => kind === 'group';

/** Does the host have a rule about ages, so that each is asked when they were born? */
export const asksAges = (frame: PublicFrameFacts): boolean => frame.asks.ages !== null;

/** Does the host want to know by name who comes along? */
export const asksNames = (frame: PublicFrameFacts): boolean => frame.companions === 'names';

/** What the class can't know: whether a contact is there at all, and how large a group may be. */
function beyond(value: ApplyRequest, errors: readonly FieldError[], frames: readonly PublicFrameFacts[]): FieldError[] {
  const wrong = new Set(errors.map((error) => error.field));
  const more: FieldError[] = [];
  if (!value.phone && !value.email && !wrong.has('phone') && !wrong.has('email')) more.push({ field: 'phone', code: 'application.contact-missing' });
  const frame = countedFrames(frames).find((each) => each.id === value.frameId);
  if (!frame && !wrong.has('frameId')) more.push({ field: 'frameId', code: 'site.choose' });
  if (frame && isGroups(frame) && !wrong.has('groupName') && !value.groupName) more.push({ field: 'groupName', code: 'application.group-needed' });
  if (frame && !wrong.has('heads') && value.heads > mostHeads(frame)) more.push({ field: 'heads', code: 'site.heads', params: { max: mostHeads(frame) } });
  const answered = frame ? answersVerdict(frame.asks, value) : true;
  if (answered !== true) more.push(answered);
  const pictures = frame && !wrong.has('photos') ? photosVerdict({ asked: frame.asks.photos, said: value.photos, channel: 'web', byChild: frame.asks.guardian && value.guardian?.by === 'child' }) : true;
  if (pictures !== true) more.push(pictures);
  if (frame && !wrong.has('born') && asksAges(frame) && value.born === undefined) more.push({ field: 'born', code: 'application.born-needed' });
  return more;
}

/** What is missing about a guardian, as far as what was typed can be judged. */
function guardianMissing(value: ApplyRequest, frame: PublicFrameFacts | undefined, startsAt: Date | null, now: Date): FieldError[] {
  if (!frame?.asks.guardian) return [];
  const consent = consentFor({ asked: true, said: value.guardian, born: [value.born, ...(value.companions ?? []).map((each) => each.born)], startsAt, channel: 'web', email: value.email }, now);
  return typeof consent === 'string' ? [] : [consent];
}

/** The largest group that one application may bring. */
export function mostHeads(frame: PublicFrameFacts): number {
  return Math.min(frame.perApplicationMax, frame.capacity ?? frame.perApplicationMax, frame.shared?.places ?? frame.perApplicationMax);
}
