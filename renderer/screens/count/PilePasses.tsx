import type { Dispatch } from 'react';
import { formatAmount, sum } from '#domain/money';
import { piles } from '../../messages/piles.ts';
import { Wrong } from '../../ui/Field.tsx';
import { Mark } from '../../ui/Mark.tsx';
import { alikeIn, comparePasses, type Passes, totalOf } from './checks.ts';
import type { CountAction } from './countForm.ts';
import { NextFirst, NextSecond } from './NextPaper.tsx';
import { PassRows } from './PassRows.tsx';
import type { Pile, PileKind } from './pile.ts';

type PilePassesProps = { kind: PileKind; pile: Pile; send: Dispatch<CountAction> };

/** One pile twice: numbers and amounts, then amounts again in any order. A mismatch shows at once. */
export function PilePasses({ kind, pile, send }: PilePassesProps) {
  const passes = comparePasses(pile.first, pile.second);
  return (
    <div className="passes">
      <FirstPass kind={kind} pile={pile} send={send} passes={passes} />
      <SecondPass kind={kind} pile={pile} send={send} passes={passes} />
    </div>
  );
}

type PassProps = PilePassesProps & { passes: Passes };

function FirstPass({ kind, pile, send, passes }: PassProps) {
  return (
    <div className="pass">
      <div className="row">
        <h3>{piles.pass(1)}</h3>
        <span className="muted">{piles.kinds[kind].pieces(pile.first.length)}</span>
      </div>
      <PassRows>
        <ol>
          {pile.first.map((paper, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: papers of a pile are known by their place
            <li key={at} className="pass-row">
              <TakeBack kind={kind} place={at} pass={1} send={send} />
              <span className="paper">
                <span className="muted num">№ {paper.checkNumber}</span>
                <span className="num">{formatAmount(paper.cents)}</span>
              </span>
              {passes.met[at] ? <Mark name="tick" className="good" /> : <span />}
            </li>
          ))}
        </ol>
        <NextFirst kind={kind} pile={pile} send={send} />
      </PassRows>
      <Alike pile={pile} />
      <p className="row pass-total">
        <span className="muted">{pile.first.length}</span>
        <b className="num">{formatAmount(totalOf(pile.first))}</b>
      </p>
    </div>
  );
}

/** One paper entered twice is no mistake where two of them are alike: it is said, and nothing is refused. */
function Alike({ pile }: { pile: Pile }) {
  const alike = alikeIn(pile.first);
  return (
    <p className="pad muted" role="status" hidden={alike === null}>
      {alike ? piles.alike(alike.paper.checkNumber, alike.places[0] + 1, alike.places[1] + 1) : ''}
    </p>
  );
}

function SecondPass({ kind, pile, send, passes }: PassProps) {
  const stray = passes.known.indexOf(false);
  const strayCents = pile.second[stray];
  return (
    <div className="pass">
      <div className="row">
        <h3>{piles.pass(2)}</h3>
        <span className="muted">{piles.kinds[kind].pieces(pile.second.length)}</span>
      </div>
      <PassRows>
        <ol>
          {pile.second.map((cents, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: papers of a pile are known by their place
            <li key={at} className="pass-row" data-stray={passes.known[at] ? undefined : ''}>
              <TakeBack kind={kind} place={at} pass={2} send={send} />
              <span className="paper">
                <span className="num">{formatAmount(cents)}</span>
              </span>
              {passes.known[at] ? <Mark name="tick" className="good" /> : <Mark name="cross" className="short" />}
            </li>
          ))}
        </ol>
        {pile.first.length > 0 ? <NextSecond kind={kind} pile={pile} send={send} /> : null}
      </PassRows>
      {strayCents === undefined ? null : (
        <>
          <Wrong sentence={piles.notIn(formatAmount(strayCents))} />
          <p className="pad">{piles.kinds[kind].lookAgain(stray + 1)}</p>
        </>
      )}
      <p className="row pass-total">
        <span className="muted">{pile.second.length}</span>
        <b className="num">{formatAmount(sum(pile.second))}</b>
      </p>
    </div>
  );
}

type TakeBackProps = { kind: PileKind; place: number; pass: 1 | 2; send: Dispatch<CountAction> };

function TakeBack({ kind, place, pass, send }: TakeBackProps) {
  const label = piles.kinds[kind].takeBack(place + 1, pass);
  return (
    <button
      type="button"
      className="bare place"
      tabIndex={-1}
      aria-label={label}
      title={label}
      onClick={() => send({ did: 'tookBack', pile: kind, pass, place })}
    >
      {place + 1}
    </button>
  );
}
