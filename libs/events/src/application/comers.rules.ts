import { jstDate, type DateOnly } from '@yoriai/platform';
import { asksOf, saidVerdict, type AskRefusal, type Asks, type Said } from '../asks/asks.rules.js';
import { photosVerdict } from '../asks/photos.rules.js';
import { consentFor, type Consent, type GuardianSaid } from '../consent/consent.rules.js';
import type { Companions, FrameKind } from '../frame/frame.entity.js';
import type { Channel, Companion } from './application.entity.js';
import { groupVerdict, headsVerdict, namesVerdict, type Verdict } from './application.rules.js';

/** What a frame says about who may come, as its row does. */
export interface FrameAsking {
  kind: FrameKind;
  capacity: number | null;
  /** What it shares with others, where it does. */
  shared?: { places: number } | null | undefined;
  per_application_max: number;
  companions: Companions;
  asks: Partial<Asks>;
  starts_at: Date | null;
}

/** Who would come, and what they say. */
export interface Comers extends Said {
  heads: number;
  companions?: readonly { name: string; kana: string; born?: DateOnly | undefined }[] | null | undefined;
  groupName?: string | null | undefined;
  photos?: boolean | null | undefined;
  guardian?: GuardianSaid | null | undefined;
  email?: string | null | undefined;
  channel: Channel;
}

/** A refusal, and the box it is about where it is one. */
export interface ComersRefusal {
  code: Exclude<Verdict, true> | AskRefusal['code'];
  field?: string;
}

/** May these come to this frame, whatever is free? Answers which consent of a guardian stands with them, or what is wrong. */
export function comersVerdict(frame: FrameAsking, comers: Comers, now: Date): { consent: Consent } | ComersRefusal {
  const companions = comers.companions ?? [];
  const size = headsVerdict({ capacity: frame.capacity, shared: frame.shared, perApplicationMax: frame.per_application_max }, comers.heads);
  if (size !== true) return { code: size, field: 'heads' };
  const names = namesVerdict(frame.companions, comers.heads, companions as readonly Companion[]);
  if (names !== true) return { code: names, field: 'companions' };
  const group = groupVerdict(frame.kind, comers.groupName ?? null);
  if (group !== true) return { code: group, field: 'groupName' };
  const [asks, { channel, email }] = [asksOf(frame), comers];
  const said = saidVerdict(asks, frame.starts_at && jstDate(frame.starts_at), comers);
  if (said !== true) return said;
  const born = [comers.born, ...companions.map((each) => each.born)];
  const consent = consentFor({ asked: asks.guardian, said: comers.guardian, born, startsAt: frame.starts_at, channel, email }, now);
  if (typeof consent !== 'string') return consent;
  const photos = photosVerdict({ asked: asks.photos, said: comers.photos, channel, byChild: comers.guardian?.by === 'child' });
  return photos === true ? { consent } : photos;
}
