import type { Language } from '#domain/account';
import { CATALOGUES, ENGLISH, type Key } from '#printing/languages/catalogue';
import { counted, type Said, said } from '#printing/languages/said';
import { amount } from '../format.ts';
import { Both } from './Both.tsx';
import { Purposes, Tenders } from './CustomerRows.tsx';
import type { CustomerView, Shown } from './customerView.ts';

/** What the payer sees: large, in English, and under it in the payer's language. */
export function CustomerDisplay({ view }: { view: CustomerView | null }) {
  if (!view) return <main className="silent" aria-label={ENGLISH['display.closed']} />;
  const { district, station, training, shows } = view;
  return (
    <div className="display" data-training={training ? '' : undefined}>
      <header>
        <h1>{district}</h1>
        {training ? <b className="training">{ENGLISH.training}</b> : null}
        <span>{said('en', 'display.counter', { station }).english}</span>
      </header>
      {shows.state === 'payment' || shows.state === 'paid' ? (
        <Payment shows={shows} />
      ) : (
        <Greeting says={shows.state === 'closed' ? 'display.closed' : 'display.welcome'} />
      )}
    </div>
  );
}

/** Nobody knows who comes next, so it is said in every language. */
function Greeting({ says }: { says: Key }) {
  return (
    <main className="greeting">
      <p className="first">{ENGLISH[says]}</p>
      {Object.entries(CATALOGUES).map(([language, texts]) =>
        language === 'en' ? null : (
          <p key={language} lang={language}>
            {texts[says]}
          </p>
        ),
      )}
    </main>
  );
}

type Serving = Extract<Shown, { state: 'payment' | 'paid' }>;

function Payment({ shows }: { shows: Serving }) {
  const { language } = shows;
  const isChange = shows.state === 'paid' && shows.changeCents > 0;
  const last = isChange ? 'display.check-change' : 'display.thanks';
  return (
    <>
      <main className="paying">
        <section className="for" aria-label={ENGLISH.total}>
          <Purposes language={language} purposes={shows.purposes} />
          <p className="total">
            <Both language={language} says={said(language, 'total')} />
            <b className="num">{amount(shows.totalCents)}</b>
          </p>
        </section>
        <section className="with" aria-label={ENGLISH['display.paid']}>
          <Tenders language={language} tenders={shows.tenders} />
          <Loud shows={shows} />
        </section>
      </main>
      <footer>
        <Tails language={language} tails={shows.tails} />
        {shows.state === 'paid' ? <Both language={language} says={said(language, last)} /> : null}
      </footer>
    </>
  );
}

/** The one loud number. Change is one only when the receipt is recorded; till then it is what is still to pay. */
function Loud({ shows }: { shows: Serving }) {
  const { language } = shows;
  if (shows.state === 'payment' && shows.missingCents === 0 && shows.totalCents > 0)
    return (
      <p className="loud">
        <Both language={language} says={said(language, 'display.moment')} />
      </p>
    );
  const [says, cents] = loudOf(language, shows);
  const text = amount(cents);
  return (
    <p className="loud" aria-live="polite">
      <Both language={language} says={says} />
      <b className="num" data-length={Math.max(5, Math.min(text.length, 10))}>
        {text}
      </b>
    </p>
  );
}

function loudOf(language: Language, shows: Serving): [Said, number] {
  if (shows.state === 'payment') return [said(language, 'display.to-pay'), shows.missingCents];
  if (shows.changeCents > 0) return [said(language, 'display.change'), shows.changeCents];
  return [said(language, 'display.paid'), shows.totalCents];
}

/** Accounts by their last digits: two of them, and how many there are besides. */
function Tails({ language, tails }: { language: Language; tails: string[] }) {
  if (tails.length === 0) return <span />;
  const few = tails.length > 3 ? tails.slice(0, 2) : tails;
  const key = few.length === 1 ? 'display.account' : 'display.accountsEnding';
  const account = said(language, key, { tail: few.join(', ') });
  if (few.length === tails.length) return <Both language={language} says={account} />;
  const more = counted(language, 'display.accounts', tails.length - few.length);
  const also = account.also === null ? null : `${account.also} ${more.also ?? ''}`;
  return <Both language={language} says={{ english: `${account.english} ${more.english}`, also }} />;
}
