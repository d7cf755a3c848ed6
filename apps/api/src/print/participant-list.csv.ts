import { stringify } from 'csv-stringify/sync';
import { plainCell } from '@yoriai/platform';
import { ageWords, answerLines, consentWords, spokenNumber, type Translate } from '@yoriai/ui';
import type { ParticipantList } from './list-reader.js';

/** 参加者名簿 as a table for a spreadsheet, in the order of the paper; no cell is a formula when it is opened (ASVS 5.0 1.2.10). */
export function participantListCsv(t: Translate, { people }: ParticipantList): string {
  const heads = [t('print.sheet.number'), t('site.apply.kana'), t('print.sheet.name'), t('print.sheet.heads'), t('site.apply.companions'), t('asks.group'), t('print.people.seat'), t('print.people.contact'), t('site.apply.asks'), t('consent.title'), t('asks.photos.short')];
  const rows = people.map((person) => [
    spokenNumber(person.number),
    person.kana,
    person.age === null ? person.name : `${person.name}（${ageWords(t, person.age)}）`,
    String(person.heads),
    person.companions.map(({ name, kana, age }) => `${name}（${[kana, ...(age === null ? [] : [ageWords(t, age)])].join('、')}）`).join(' '),
    person.groupName ?? '',
    person.waitlistPosition === null ? person.frameName : `${person.frameName}（${t('site.ticket.state.waitlisted', { position: person.waitlistPosition })}）`,
    [person.phone, person.email].filter((each) => each !== null).join(' '),
    answerLines(t, person.said).join(' / '),
    person.guardian === null ? '' : consentWords(t, person.guardian),
    person.photos === null ? '' : t(`asks.photos.told.${person.photos}`),
  ]);
  return stringify([heads, ...rows].map((row) => row.map((cell) => plainCell(cell.replace(/\s+/g, ' ')))), { bom: true, record_delimiter: 'windows' });
}
