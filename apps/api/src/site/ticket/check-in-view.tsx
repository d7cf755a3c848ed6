import type { ReactElement, ReactNode } from 'react';
import type { TicketAtDoor } from '@yoriai/attendance';
import { Banner, Button, HiddenFields, Icon, LinkButton, NativeSelect, dateTime, refusalText, type IconName, type Translate } from '@yoriai/ui';

/** What came of an act at the door. */
export type DoorAnswer = 'done' | 'already' | 'review' | 'undone';

interface DoorProps {
  readonly t: Translate;
  readonly atDoor: TicketAtDoor;
  readonly token: string;
  readonly formKey: string;
}

/** What the person at the reception sees above the ticket: one button, or why not. */
export function DoorBox({ t, atDoor, token, formKey }: DoorProps): ReactElement {
  return (
    <section className="first mb5" aria-labelledby="door">
      <h2 id="door">{t('site.reception.title')}</h2>
      <DoorForm t={t} atDoor={atDoor} token={token} formKey={formKey} />
    </section>
  );
}

function DoorForm({ t, atDoor, token, formKey }: DoorProps): ReactElement {
  if (atDoor.can.checkIn !== true) return <p>{refusalText(t, atDoor.can.checkIn, { day: atDoor.day })}</p>;
  if (atDoor.present) {
    return (
      <>
        <p>{t('site.reception.already.at', { when: atDoor.presentAt === null ? '' : dateTime(t, atDoor.presentAt) })}</p>
        <UndoForm t={t} token={token} formKey={formKey} />
      </>
    );
  }
  const counts = Array.from({ length: Math.max(1, atDoor.heads) }, (_, index) => String(index + 1));
  return (
    <form method="post" action={`/t/${encodeURIComponent(token)}/check-in`}>
      <HiddenFields values={{ _key: formKey, anyway: atDoor.review === null ? null : 'on' }} />
      {atDoor.review === null ? null : <Banner kind="bad" level={3} className="mb4" title={refusalText(t, atDoor.review)} />}
      <p>{t('site.reception.text')}</p>
      <NativeSelect
        t={t}
        name="heads"
        width="short"
        need="silent"
        label={t('site.reception.heads')}
        defaultValue={String(atDoor.heads)}
        choices={counts.map((count) => ({ value: count, label: t('site.apply.heads.count', { count }) }))}
      />
      <div className="mt4">
        <Button size="answer" kind={atDoor.review === null ? 'filled' : 'stop'} wide>
          {t(atDoor.review === null ? 'site.reception.go' : 'site.reception.go-anyway')}
        </Button>
      </div>
    </form>
  );
}

function UndoForm({ t, token, formKey }: Omit<DoorProps, 'atDoor'>): ReactElement {
  return (
    <form method="post" action={`/t/${encodeURIComponent(token)}/check-in-undo`} className="mt4">
      <HiddenFields values={{ _key: formKey }} />
      <Button kind="stop" size="m" wide>
        {t('site.reception.undo')}
      </Button>
    </form>
  );
}

const FLASHES: Readonly<Record<DoorAnswer, { readonly tone: string; readonly icon: IconName }>> = {
  done: { tone: 'flash', icon: 'tick-circle' },
  already: { tone: 'flash warn', icon: 'warning' },
  review: { tone: 'flash bad', icon: 'cross-circle' },
  undone: { tone: 'flash warn', icon: 'undo' },
};

/** The answer in colour, sign and word; then the way back. */
export function CheckInView({ t, atDoor, answer, token, formKey }: DoorProps & { readonly answer: DoorAnswer }): ReactElement {
  const { tone, icon } = FLASHES[answer];
  return (
    <>
      <div className={tone} role="status">
        <Icon name={icon} />
        <div>
          <h1>{t(HEADS[answer])}</h1>
          <p>
            {atDoor.kana}
            <br />
            {t('site.ticket.san', { name: atDoor.name })} {t('site.ticket.heads.value', { count: atDoor.heads })}
          </p>
        </div>
      </div>
      <div className="mt5">{detail({ t, atDoor, token, formKey }, answer)}</div>
      <div className="btns col mt5">
        <LinkButton href={`/app/events/${atDoor.eventId}/day`} kind="outline" wide>
          {t('site.reception.list')}
        </LinkButton>
        <LinkButton href={`/t/${encodeURIComponent(token)}`} kind="text">
          {t('site.reception.ticket')}
        </LinkButton>
      </div>
    </>
  );
}

const HEADS = {
  done: 'site.reception.done',
  already: 'site.reception.already',
  review: 'site.reception.void',
  undone: 'site.reception.undone',
} as const;

function detail(props: DoorProps, answer: DoorAnswer): ReactNode {
  const { t, atDoor } = props;
  switch (answer) {
    case 'done':
    case 'already':
      return (
        <>
          {atDoor.presentAt === null ? null : <p>{t('site.reception.already.at', { when: dateTime(t, atDoor.presentAt) })}</p>}
          {atDoor.present ? <UndoForm t={t} token={props.token} formKey={props.formKey} /> : null}
        </>
      );
    case 'review':
    case 'undone':
      return <DoorForm {...props} />;
  }
}
