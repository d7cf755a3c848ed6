import type { CaseCheck, EventCheck } from '@yoriai/api-client';
import { Banner, dateTimeSeen, shortDate } from '@yoriai/ui';
import type { ReactElement } from 'react';
import { useNow } from '../../app/session.js';
import { t } from '../../i18n.js';

/** What a council's look came to, in one sentence. */
export function checkWords({ outcome, councilName }: Pick<EventCheck, 'outcome' | 'councilName'>): string {
  return t(`app.check.${outcome ?? 'waits'}`, { council: councilName });
}

/** For the host, while it waits: until when the council has it and what comes then, or what the council said. */
export function CheckLine({ of, due }: { readonly of: EventCheck | null; readonly due: string }): ReactElement | null {
  if (of === null) return null;
  if (of.outcome === null) {
    return (
      <p className="num">
        {t('app.check.until', { date: shortDate(t, of.dueOn) })}
        {t('app.check.host.after', { due: shortDate(t, due) })}
      </p>
    );
  }
  return (
    <>
      <p>{checkWords(of)}</p>
      {of.words === null ? null : <p className="pre">{of.words}</p>}
    </>
  );
}

/** For those who decide: who looked for the council, when, and with which words. */
export function CheckNote({ of }: { readonly of: CaseCheck | null }): ReactElement | null {
  const now = useNow();
  if (of === null) return null;
  return (
    <Banner kind={of.outcome === 'confirmed' ? 'good' : 'info'} title={checkWords(of)}>
      {of.outcome === null ? <p className="num">{t('app.check.until', { date: shortDate(t, of.dueOn) })}</p> : null}
      {of.at === null ? null : (
        <p className="sub num">
          {dateTimeSeen(t, of.at, now)}
          {of.by === null ? null : `　${of.by.name}`}
        </p>
      )}
      {of.words === null ? null : <p className="pre">{of.words}</p>}
    </Banner>
  );
}
