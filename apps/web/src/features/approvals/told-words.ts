import type { ChangeAudience } from '@yoriai/api-client';
import type { Translate } from '@yoriai/ui';

/** Who hears of a change, and how: a title, then a line each. `asked`: once it is approved; `done`: it was. */
export function toldLines(t: Translate, { people, applicants, volunteers, byMail, byPhone }: ChangeAudience, when: 'asked' | 'done'): string[] {
  if (people === 0) return [t(`app.told.${when}.nobody`)];
  return [
    t(`app.told.${when}`, { count: people }),
    [...(applicants > 0 ? [t('app.told.applicants', { count: applicants })] : []), ...(volunteers > 0 ? [t('app.told.volunteers', { count: volunteers })] : [])].join(t('app.told.and')),
    ...(byMail > 0 ? [t('app.told.mail', { count: byMail })] : []),
    ...(byPhone > 0 ? [t('app.told.phone', { count: byPhone })] : []),
  ];
}
