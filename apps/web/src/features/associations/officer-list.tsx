import { postOfficerTermEnding, type OfficerAnswer, type TermEndingBody } from '@yoriai/api-client';
import { Badge, Button, RadioList, shortDate, TextInput } from '@yoriai/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { jstOf } from '../../app/jst.js';
import { useNow } from '../../app/session.js';
import { t } from '../../i18n.js';
import { CallLink } from '../../ui/call-link.js';
import { useAct } from '../../ui/use-act.js';
import { useDraft } from '../../ui/use-draft.js';
import { LostDevices } from './lost-devices.js';
import { ReasonForm } from './reason-form.js';
import { ENDINGS, endsOnOf, longDay, monthsLeft, type EndingChoice } from './terms.js';

/** Officers with the days their rights begin and end. */
export function OfficerList({ officers }: { readonly officers: readonly OfficerAnswer[] }): ReactElement {
  return (
    <ul className="recp">
      {officers.map((officer) => (
        <Officer key={officer.termId} officer={officer} />
      ))}
    </ul>
  );
}

/** What an office is called. */
export function roleWord(role: string): string {
  const key = `role.${role}`;
  return t.has(key) ? t(key) : role;
}

function Officer({ officer }: { readonly officer: OfficerAnswer }): ReactElement {
  const [open, setOpen] = useState<'ending' | 'devices' | null>(null);
  const toggle = (which: 'ending' | 'devices'): void => setOpen(open === which ? null : which);
  const close = (): void => setOpen(null);
  const { can } = officer;
  const acts = officer.state !== 'past' && (can.end === true || can.resetPasskeys === true);
  const today = jstOf(useNow()).date;
  const soon = officer.state === 'current' && monthsLeft(today, officer.endsOn) < 2;
  return (
    <li>
      <div>
        <span className="sub">{officer.kana}</span>
        <b>{officer.name}</b>
        <span className="row tight">
          <span className="strong">{officer.title}</span>
          {roleWord(officer.role) === officer.title ? null : <span className="sub">{roleWord(officer.role)}</span>}
          {officer.state === 'upcoming' ? <Badge icon="clock">{t('term.upcoming')}</Badge> : null}
          {soon ? (
            <Badge icon="clock" tone="note">
              {t('app.org.ends-soon')}
            </Badge>
          ) : null}
        </span>
        <span className="sub num line">{t('app.org.term', { from: longDay(officer.startsOn), to: longDay(officer.endsOn) })}</span>
        {officer.phone === null ? null : <CallLink number={officer.phone} />}
        {officer.email === null ? null : <span className="sub brk line">{officer.email}</span>}
      </div>
      {acts ? (
        <div className="acts">
          {can.end === true ? (
            <Button type="button" kind="text" size="s" about={officer.name} aria-expanded={open === 'ending'} onClick={() => toggle('ending')}>
              {t('app.org.end')}
            </Button>
          ) : null}
          {can.resetPasskeys === true ? (
            <Button type="button" kind="text" size="s" about={officer.name} aria-expanded={open === 'devices'} onClick={() => toggle('devices')}>
              {t('app.devices.lost')}
            </Button>
          ) : null}
        </div>
      ) : null}
      {open === null ? null : (
        <div className="full">{open === 'ending' ? <Ending officer={officer} today={today} onClose={close} /> : <LostDevices officer={officer} onClose={close} />}</div>
      )}
    </li>
  );
}

/** Ends a term on a day, with the reason. */
function Ending({ officer, today, onClose }: { readonly officer: OfficerAnswer; readonly today: string; readonly onClose: () => void }): ReactElement {
  const client = useQueryClient();
  const [when, setWhen] = useState<EndingChoice>('today');
  const [other, setOther] = useState(today);
  const { value: reason, write, sent } = useDraft(`ending/${officer.termId}`, '');
  const ending = useAct(
    (body: TermEndingBody, options) => postOfficerTermEnding(officer.termId, body, options),
    async () => {
      sent();
      onClose();
      await client.invalidateQueries({ queryKey: ['officers'] });
    },
  );
  return (
    <ReasonForm
      title={t('app.org.end.title', { name: officer.name })}
      reason={reason}
      write={write}
      hint="app.org.end.reason.hint"
      yes="app.org.end.yes"
      act={ending}
      onYes={() => ending.act({ endsOn: endsOnOf(when, today, other), reason })}
      onClose={onClose}
    >
      <LastDay when={when} choose={setWhen} today={today} other={other} setOther={setOther} error={ending.errors['endsOn']} />
    </ReasonForm>
  );
}

interface LastDayProps {
  readonly when: EndingChoice;
  readonly choose: (when: EndingChoice) => void;
  readonly today: string;
  readonly other: string;
  readonly setOther: (day: string) => void;
  readonly error: string | undefined;
}

/** Today, at once, or another day. */
function LastDay({ when, choose, today, other, setOther, error }: LastDayProps): ReactElement {
  const wrong = error === undefined ? {} : { error };
  return (
    <>
      <RadioList
        t={t}
        name="when"
        label={t('app.org.end.when')}
        need="silent"
        choices={ENDINGS.map((each) => ({
          value: each,
          label: t(`app.org.end.${each}`),
          ...(each === 'other' ? {} : { hint: t(`app.org.end.${each}.hint`, { date: shortDate(t, today) }) }),
        }))}
        value={when}
        {...(when === 'other' ? {} : wrong)}
        onChange={(box) => choose(ENDINGS.find((each) => each === box.target.value) ?? 'today')}
      />
      {when === 'other' ? (
        <TextInput
          t={t}
          name="endsOn"
          type="date"
          width="mid"
          label={t('app.org.end.on')}
          hint={t('app.org.end.on.hint')}
          value={other}
          {...wrong}
          onChange={(box) => setOther(box.target.value)}
        />
      ) : null}
    </>
  );
}
