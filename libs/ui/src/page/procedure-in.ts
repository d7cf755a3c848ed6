import type { Translate } from '../texts/translate.js';

/** Offices as the ward writes them, and their texts. */
const OFFICES: Readonly<Record<string, string>> = {
  区を担当する公園事務所: 'procedure.office.park',
  警察署: 'procedure.office.police',
  '施設の管理者（学校・区民センター・集会室）': 'procedure.office.facility',
  消防署: 'procedure.office.fire',
  '保健所（生活衛生監視事務所）': 'procedure.office.health',
  区役所: 'procedure.office.ward',
  社会福祉協議会: 'procedure.office.welfare',
  '主催（自分たちで確かめる）': 'procedure.office.host',
  建物・壁・シャッターの持ち主: 'procedure.office.owner',
};

/**
 * A procedure of the ward's list for who reads it: its name and its office in their language, as far as the product
 * knows them; what the ward has added, or written otherwise, as the ward wrote it.
 */
export function procedureIn<P extends { readonly code: string; readonly title: string; readonly authority: string }>(t: Translate, procedure: P): P {
  const [title, office] = [`procedure.${procedure.code}`, OFFICES[procedure.authority] ?? ''];
  return { ...procedure, title: t.has(title) ? t(title) : procedure.title, authority: t.has(office) ? t(office) : procedure.authority };
}
