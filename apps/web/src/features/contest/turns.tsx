import { postEventContestClosing, postEventContestReopening, postEventContestResult } from '@yoriai/api-client';
import type { ReactElement } from 'react';
import { t, whyNot } from '../../i18n.js';
import { ConfirmedButton } from '../../ui/confirmed-button.js';
import { FailureBanner } from '../../ui/failure.js';
import { useAct } from '../../ui/use-act.js';
import type { ContestPart } from './contest-screen.js';
import { missingWords } from './standing.js';

/** Closing the judging, making the results public, beginning again: what can be done now, or why not. */
export function Turns({ eventId, detail, done }: ContestPart): ReactElement {
  const closing = useAct((_: null, options) => postEventContestClosing(eventId, options), done);
  const confirming = useAct((_: null, options) => postEventContestResult(eventId, options), done);
  const reopening = useAct((_: null, options) => postEventContestReopening(eventId, options), done);
  const { can, state } = detail;
  const next = state === 'open' ? can.close : can.confirm;
  return (
    <section aria-label={t('contest.results')}>
      <FailureBanner error={closing.error ?? confirming.error ?? reopening.error} />
      <div key={state} className="btns col">
        {can.close === true ? <ConfirmedButton label={t('app.contest.close')} what={<CloseWhat detail={detail} />} pending={closing.pending} onYes={() => closing.act(null)} /> : null}
        {can.confirm === true ? <ConfirmedButton label={t('app.contest.confirm')} what={t('app.contest.confirm.what')} pending={confirming.pending} onYes={() => confirming.act(null)} /> : null}
        {can.reopen === true ? <ConfirmedButton label={t('app.contest.reopen')} kind="outline" what={t('app.contest.reopen.what')} pending={reopening.pending} onYes={() => reopening.act(null)} /> : null}
      </div>
      {state === 'confirmed' || next === true ? null : <p className="sub">{whyNot(next)}</p>}
    </section>
  );
}

/** What closing does, and once more whom it leaves unjudged. */
function CloseWhat({ detail }: Pick<ContestPart, 'detail'>): ReactElement {
  return (
    <>
      {t('app.contest.close.what')}
      {missingWords(detail).map((line) => (
        <b key={line} className="blk mt2">
          {line}
        </b>
      ))}
    </>
  );
}
