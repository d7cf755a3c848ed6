import { ProblemError, type AmendByHostRequest, type ApplicationLine, type EventFrame } from '@yoriai/api-client';
import { t } from '../../i18n.js';
import { wholeNumber } from './numbers.js';
import { bornIn, type BornBoxes } from './proxy.js';

/** Somebody who comes along, as typed; `at`: which of those who stand there. */
export interface AmendCompanion {
  readonly at?: number;
  readonly name: string;
  readonly kana: string;
  readonly gone: boolean;
  readonly born?: BornBoxes;
}

/** What stands in the boxes of a change. */
export interface AmendValues {
  readonly name: string;
  readonly kana: string;
  /** Empty where they speak for no group. */
  readonly groupName: string;
  readonly heads: string;
  readonly companions: readonly AmendCompanion[];
  readonly adults: boolean;
  readonly phone: string;
  readonly email: string;
}

/** The application as it stands. How they are reached is partly hidden: empty boxes, for what is another. */
export function amendValues({ name, kana, groupName, heads, companions }: ApplicationLine): AmendValues {
  return { name, kana, groupName: groupName ?? '', heads: String(heads), companions: companions.map(({ name, kana }, at) => ({ at, name, kana, gone: false })), adults: false, phone: '', email: '' };
}

/** With an empty row more for somebody who comes too. */
export const withAnother = (values: AmendValues): AmendValues => ({ ...values, companions: [...values.companions, { name: '', kana: '', gone: false }] });

/** What is sent: only what is another than it stood when the screen was opened, and what that was. */
export function amendRequest(values: AmendValues, person: ApplicationLine, { companions: asked, asks }: Pick<EventFrame, 'companions' | 'asks'>): AmendByHostRequest {
  const coming = values.companions.filter(({ gone, name, kana }) => !gone && `${name}${kana}`.trim() !== '');
  const companions = coming.map(({ at, name, kana, born }) => ({ ...(at !== undefined && { at }), name: name.trim(), kana: kana.trim(), ...(asks.ages !== null && bornIn(born)) }));
  const heads = asked === 'names' ? companions.length + 1 : (wholeNumber(values.heads) ?? 0);
  const [name, kana, groupName, phone, email] = [values.name.trim(), values.kana.trim(), values.groupName.trim(), values.phone.trim(), values.email.trim()];
  const stays = asked === 'names' ? isSameGroup(values, person) : heads === person.heads;
  return {
    read: person.read,
    ...(!stays && { heads, ...(asked === 'names' && { companions }), ...(values.adults && { adults: true }) }),
    ...(name !== '' && name !== person.name && { name }),
    ...(kana !== '' && kana !== person.kana && { kana }),
    ...(person.groupName !== null && groupName !== '' && groupName !== person.groupName && { groupName }),
    ...(phone !== '' && { phone }),
    ...(email !== '' && { email }),
  };
}

/** Refused because the application is another than it was when the screen was opened. */
export const isMeanwhile = (error: unknown): boolean => error instanceof ProblemError && error.code === 'application.amended-meanwhile';

/** What somebody else changed between two readings, a line each. */
export function changedMeanwhile(before: ApplicationLine, now: ApplicationLine): string[] {
  const told = ({ name, kana, groupName, heads, companions, phone, email }: ApplicationLine): [string, string][] => [
    [t('amend.what.groupName'), groupName ?? ''],
    [t('amend.what.name'), name],
    [t('app.amend.kana'), kana],
    [t('amend.what.heads'), t('app.unit.heads', { count: heads })],
    [t('amend.what.companions'), companions.map((each) => t('app.amend.companion', { name: each.name, kana: each.kana })).join('、')],
    [t('amend.what.phone'), phone ?? ''],
    [t('amend.what.email'), email ?? ''],
  ];
  const after = told(now);
  return told(before).flatMap(([what, was], index) => {
    const is = after[index]![1];
    return was === is ? [] : [t('app.amend.meanwhile.step', { what, before: was || t('app.amend.meanwhile.nothing'), after: is || t('app.amend.meanwhile.nothing') })];
  });
}

/** The boxes for the application as it stands now: what was typed stays, what was not is as it was read anew. Of those who come along, typed changes stay at whoever still stands where they stood. */
export function valuesAnew(typed: AmendValues, opened: ApplicationLine, now: ApplicationLine): AmendValues {
  const [was, fresh] = [amendValues(opened), amendValues(now)];
  const own = (['name', 'kana', 'groupName', 'heads', 'phone', 'email'] as const).filter((box) => typed[box] !== was[box]);
  const standing = fresh.companions.map((each, at) => {
    const before = was.companions[at];
    return before?.name === each.name && before.kana === each.kana ? (typed.companions.find((row) => row.at === at) ?? each) : each;
  });
  const companions = [...standing, ...typed.companions.filter(({ at }) => at === undefined)];
  return { ...fresh, ...Object.fromEntries(own.map((box) => [box, typed[box]])), adults: typed.adults, companions };
}

/** What the server says of those that were sent, at the boxes on the screen: whoever does not come was not among them. */
export function errorsOn({ companions }: AmendValues, errors: Readonly<Record<string, string>>): Record<string, string> {
  const sent = companions.flatMap(({ gone, name, kana }, index) => (!gone && `${name}${kana}`.trim() !== '' ? [index] : []));
  return Object.fromEntries(Object.entries(errors).map(([field, said]) => [field.replace(/^companions\.(\d+)/, (_, nth: string) => `companions.${sent[Number(nth)] ?? nth}`), said]));
}

/** Nobody gone, nobody new, no letter of a name another. */
function isSameGroup({ companions }: AmendValues, person: ApplicationLine): boolean {
  const rows = companions.filter(({ at, name, kana }) => at !== undefined || `${name}${kana}`.trim() !== '');
  return rows.length === person.companions.length && rows.every(({ at, name, kana, gone, born }) => !gone && at !== undefined && born === undefined && name === person.companions[at]?.name && kana === person.companions[at]?.kana);
}
