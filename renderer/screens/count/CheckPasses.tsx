import type { Dispatch } from 'react';
import { formatAmount, sum } from '#domain/money';
import { shortName } from '../../format.ts';
import { useStation } from '../../frame/station.ts';
import { drawer } from '../../messages/drawer.ts';
import { Wrong } from '../../ui/Field.tsx';
import { Mark } from '../../ui/Mark.tsx';
import { PrimaryButton } from '../../ui/PrimaryButton.tsx';
import { comparePasses, type Passes, totalOf } from './checks.ts';
import type { CountAction, CountForm } from './countForm.ts';
import { NextFirst, NextSecond } from './NextCheck.tsx';

type CheckPassesProps = {
  form: CountForm;
  send: Dispatch<CountAction>;
  onPress: () => void;
  why: string | null;
};

/** The pile twice: numbers and amounts, then amounts again in any order. A mismatch shows at once. */
export function CheckPasses({ form, send, onPress, why }: CheckPassesProps) {
  const { station } = useStation();
  const words = drawer.count;
  const passes = comparePasses(form.first, form.second);
  return (
    <section className="side" aria-label={words.checks}>
      <div className="title-row">
        <h1>{words.checks}</h1>
        <span>{words.checksAside}</span>
      </div>
      <div className="passes">
        <FirstPass form={form} send={send} passes={passes} />
        <SecondPass form={form} send={send} passes={passes} />
      </div>
      <span className="push" />
      <div className="row muted">
        <span>
          {form.first.length + form.second.length === 0 ? words.noChecks : words.left(passes.toEnter, passes.toSettle)}
        </span>
        <span>{words.countedBy(shortName(station.person?.name ?? ''))}</span>
      </div>
      {form.trouble ? <Wrong sentence={form.trouble.sentence} /> : null}
      <PrimaryButton
        label={words.button}
        keys="Ctrl+Enter"
        why={why}
        busy={form.busy}
        onPress={onPress}
        onWhy={onPress}
      />
    </section>
  );
}

type PassProps = { form: CountForm; send: Dispatch<CountAction>; passes: Passes };

function FirstPass({ form, send, passes }: PassProps) {
  const words = drawer.count;
  return (
    <div className="pass">
      <div className="row">
        <h2>{words.pass(1)}</h2>
        <span className="muted">{words.passCount(form.first.length)}</span>
      </div>
      <ol>
        {form.first.map((check, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: checks of a pile are known by their place
          <li key={at} className="pass-row">
            <TakeBack place={at} pass={1} send={send} />
            <span className="muted num">№ {check.checkNumber}</span>
            <span className="num end">{formatAmount(check.cents)}</span>
            {passes.met[at] ? <Mark name="tick" className="good" /> : <span />}
          </li>
        ))}
      </ol>
      <NextFirst form={form} send={send} />
      <p className="row pass-total">
        <span className="muted">{form.first.length}</span>
        <b className="num">{formatAmount(totalOf(form.first))}</b>
      </p>
    </div>
  );
}

function SecondPass({ form, send, passes }: PassProps) {
  const words = drawer.count;
  const stray = passes.known.indexOf(false);
  const strayCents = form.second[stray];
  return (
    <div className="pass">
      <div className="row">
        <h2>{words.pass(2)}</h2>
        <span className="muted">{words.passCount(form.second.length)}</span>
      </div>
      <ol>
        {form.second.map((cents, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: checks of a pile are known by their place
          <li key={at} className="pass-row" data-stray={passes.known[at] ? undefined : ''}>
            <TakeBack place={at} pass={2} send={send} />
            <span />
            <span className="num end">{formatAmount(cents)}</span>
            {passes.known[at] ? <Mark name="tick" className="good" /> : <Mark name="cross" className="short" />}
          </li>
        ))}
      </ol>
      {form.first.length > 0 ? <NextSecond form={form} send={send} /> : null}
      {strayCents === undefined ? null : (
        <>
          <Wrong sentence={words.notIn(formatAmount(strayCents))} />
          <p className="pad">{words.lookAgain(stray + 1)}</p>
        </>
      )}
      <p className="row pass-total">
        <span className="muted">{form.second.length}</span>
        <b className="num">{formatAmount(sum(form.second))}</b>
      </p>
    </div>
  );
}

function TakeBack({ place, pass, send }: { place: number; pass: 1 | 2; send: Dispatch<CountAction> }) {
  return (
    <button
      type="button"
      className="bare place"
      tabIndex={-1}
      aria-label={drawer.count.takeBack(place + 1, pass)}
      title={drawer.count.takeBack(place + 1, pass)}
      onClick={() => send({ did: 'tookBack', pass, place })}
    >
      {place + 1}
    </button>
  );
}
