import type { ReactElement } from 'react';
import { MoreLink, PaperBox, PhoneLink, type TextKey, type Translate } from '@yoriai/ui';

/** One thing that this service leaves to others: its words, and where to go. */
interface Elsewhere {
  readonly id: string;
  readonly words: { readonly title: TextKey; readonly what: TextKey; readonly why: TextKey; readonly where: TextKey };
  readonly phone?: string;
  readonly link?: { readonly href: string; readonly word: TextKey };
}

/** The home page of the ward office, for what is the city's own system. */
const WARD_SITE = { href: 'https://www.city.osaka.lg.jp/nishi/', word: 'site.elsewhere.ward-site' } as const;

/** What the ward's plan names and this service does not do. The ids are the anchors that docs/acceptance.md points to. */
export const ELSEWHERE: readonly Elsewhere[] = [
  {
    id: 'children',
    words: { title: 'site.elsewhere.children', what: 'site.elsewhere.children.what', why: 'site.elsewhere.children.why', where: 'site.elsewhere.children.where' },
    // 児童相談所虐待対応ダイヤル「いちはやく」, free of charge, all day.
    phone: '189',
  },
  {
    id: 'nursery',
    words: { title: 'site.elsewhere.nursery', what: 'site.elsewhere.nursery.what', why: 'site.elsewhere.nursery.why', where: 'site.elsewhere.nursery.where' },
    link: WARD_SITE,
  },
  {
    id: 'school',
    words: { title: 'site.elsewhere.school', what: 'site.elsewhere.school.what', why: 'site.elsewhere.school.why', where: 'site.elsewhere.school.where' },
  },
  {
    id: 'health',
    words: { title: 'site.elsewhere.health', what: 'site.elsewhere.health.what', why: 'site.elsewhere.health.why', where: 'site.elsewhere.health.where' },
    link: WARD_SITE,
  },
  {
    id: 'procedures',
    words: { title: 'site.elsewhere.procedures', what: 'site.elsewhere.procedures.what', why: 'site.elsewhere.procedures.why', where: 'site.elsewhere.procedures.where' },
    link: { href: 'https://myna.go.jp/', word: 'site.elsewhere.procedures.myna' },
  },
  {
    id: 'office',
    words: { title: 'site.elsewhere.office', what: 'site.elsewhere.office.what', why: 'site.elsewhere.office.why', where: 'site.elsewhere.office.where' },
    link: WARD_SITE,
  },
];

/** What this service leaves to others, why, and where to go with it. */
export function ElsewhereView({ t, ward, phone }: { readonly t: Translate; readonly ward: string; readonly phone: string }): ReactElement {
  return (
    <div className="prose">
      <h1>{t('site.elsewhere.title')}</h1>
      <p className="lede">{t('site.elsewhere.lead')}</p>
      {ELSEWHERE.map(({ id, words, phone: number, link }) => (
        <section key={id} id={id}>
          <h2>{t(words.title)}</h2>
          <p>{t(words.what)}</p>
          <p>{t(words.why)}</p>
          <p>
            <strong>{t(words.where, { ward })}</strong>
          </p>
          {number && <PhoneLink number={number} />}
          {link && (
            <p>
              <MoreLink href={link.href}>{t(link.word)}</MoreLink>
            </p>
          )}
        </section>
      ))}
      <div className="mt6">
        <PaperBox id="unsure" title={t('site.elsewhere.unsure')}>
          <p>{t('site.elsewhere.unsure.text', { ward })}</p>
          <PhoneLink number={phone} />
        </PaperBox>
      </div>
      <p className="sub mt6">{t('site.contact.emergency')}</p>
    </div>
  );
}
